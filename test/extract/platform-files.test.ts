// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of the formats.
import { describe, expect, test } from 'vitest';
import { platformFileSizeLimit, platformFiles } from '../../src/extract/platform-files.ts';
import { flatEntryLimit } from '../../src/lib/flatten-yaml.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(path: string, text: string) {
  return platformFiles.extract(sourceFile(path, text), tools);
}

test.each([
  ['deploy/azure.yaml', true],
  ['copilot/api/manifest.yml', true],
  ['copilot/environments/prod/manifest.yml', true],
  ['app.staging.yaml', true],
  ['values.yaml', false],
  ['manifest.yml', false],
  ['tsconfig.json', false],
])('claims %s: %s', (path, expected) => {
  const claimed = platformFiles.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

describe('services', () => {
  type Case = readonly [path: string, text: string, services: readonly (readonly [is: string, attributes: object])[]];
  const cases: readonly Case[] = [
    [
      'azure.yaml',
      'name: a\nservices:\n  api:\n    project: ./src\n    host: containerapp\n  web: { host: staticwebapp }\n',
      [
        ['azd service api:3', { project: './src', host: 'containerapp' }],
        ['azd service web:6', { host: 'staticwebapp' }],
      ],
    ],
    ['azure.yaml', 'trigger: [main]\nsteps: []\n', []],
    [
      'serverless.yml',
      'service: a\nprovider:\n  stage: ${opt:stage}\n  environment: { API_TOKEN: hunter2 }\nplugins: [x]\nfunctions:\n  f: { handler: h }\nresources:\n  Resources: {}\n',
      [
        [
          'serverless service a:1',
          {
            service: 'a',
            'provider.stage': '${opt:stage}',
            'provider.environment.API_TOKEN': '(hidden)',
            'plugins.0': 'x',
          },
        ],
        ['serverless function f:7', { handler: 'h' }],
      ],
    ],
    ['web/vercel.json', '{\n  "regions": ["fra1"]\n}', [['vercel service web:2', { 'regions.0': 'fra1' }]]],
    [
      'fly.toml',
      'app = "a"\n[build]\nimage = "acme/a:1"\n[env]\nAPI_KEY = "hunter2"\n[[services]]\ninternal_port = 8080\n[[services.ports]]\nport = 443\n',
      [
        [
          'fly service a:1',
          {
            app: 'a',
            'build.image': 'acme/a:1',
            'env.API_KEY': '(hidden)',
            'services.0.internal_port': '8080',
            'services.0.ports.0.port': '443',
          },
        ],
      ],
    ],
    [
      'render.yaml',
      'services:\n  - type: web\n    name: a\n    envVars:\n      - key: API_TOKEN\n        value: hunter2\ndatabases:\n  - name: db\n',
      [
        ['render service a:2', { type: 'web', name: 'a', 'envVars.0.key': 'API_TOKEN', 'envVars.0.value': '(hidden)' }],
        ['render database db:8', { name: 'db' }],
      ],
    ],
    [
      'api/railway.toml',
      '[deploy]\nhealthcheckPath = "/h"\n',
      [['railway service api:2', { 'deploy.healthcheckPath': '/h' }]],
    ],
    [
      'api/railway.json',
      '{ "deploy": { "numReplicas": 2 } }',
      [['railway service api:1', { 'deploy.numReplicas': '2' }]],
    ],
    [
      'app.yaml',
      'runtime: python312\nservice: a\nenv_variables: { MODE: x }\n',
      [['app-engine service a:2', { runtime: 'python312', service: 'a', 'env_variables.MODE': 'x' }]],
    ],
    ['app.yaml', 'runtime: python312\n', [['app-engine service default:1', { runtime: 'python312' }]]],
    [
      'a/app.yaml',
      'command: [python, app.py]\nenv:\n  - name: X\n    valueFrom: y\n',
      [
        [
          'databricks-app service a:1',
          { 'command.0': 'python', 'command.1': 'app.py', 'env.0.name': 'X', 'env.0.valueFrom': 'y' },
        ],
      ],
    ],
    ['app.yaml', 'apiVersion: v1\nkind: Pod\n', []],
    [
      'wrangler.jsonc',
      '{\n  // a\n  "name": "a",\n  "env": { "production": { "vars": { "MODE": "x" } } },\n}',
      [['wrangler service a:3', { name: 'a', 'env.production.vars.MODE': 'x' }]],
    ],
    [
      'wrangler.toml',
      'name = "a"\n[env.staging]\nname = "b"\n',
      [['wrangler service a:1', { name: 'a', 'env.staging.name': 'b' }]],
    ],
    [
      'a/apprunner.yaml',
      'version: 1.0\nruntime: python3\n',
      [['apprunner service a:1', { version: '1.0', runtime: 'python3' }]],
    ],
    [
      'copilot/a/manifest.yml',
      'name: a\ntype: Backend Service\nimage: { location: "acme/a@sha256:1" }\n',
      [['copilot service a:1', { name: 'a', type: 'Backend Service', 'image.location': 'acme/a@sha256:1' }]],
    ],
    ['bentofile.yaml', 'service: "service:svc"\n', [['bentofile service :1', { service: 'service:svc' }]]],
    [
      'samconfig.toml',
      'version = 0.1\n[prod.deploy.parameters]\nstack_name = "a"\n',
      [['samconfig environment prod:3', { 'deploy.parameters.stack_name': 'a' }]],
    ],
  ];

  test.each(cases)('%s: %s', (path, text, services) => {
    const { facts, diagnostics } = extract(path, text);

    expect(diagnostics).toEqual([]);
    expect(
      facts.flatMap((fact) =>
        fact.kind === 'resource' ? [[`${fact.tool} ${fact.type} ${fact.name}:${fact.at.line}`, fact.attributes]] : [],
      ),
    ).toEqual(services);
  });
});

test.each([
  ['fly.toml', 'app = "a"\n[build]\nimage = "acme/a:1"\n', 'acme/a', 3],
  ['render.yaml', 'services:\n  - name: a\n    image: { url: acme/a }\n', 'acme/a', 3],
  ['copilot/a/manifest.yml', 'name: a\nimage:\n  location: acme/a\n', 'acme/a', 3],
])('the image of %s is one that runs', (path, text, repository, line) => {
  const { facts } = extract(path, text);

  expect(facts.filter(({ kind }) => kind === 'image')).toMatchObject([{ repository, at: { line } }]);
});

test.each([
  ['vercel.json', '{ "a": ', 'JSON'],
  ['fly.toml', 'app = ', 'TOML'],
  ['render.yaml', 'services: [a\n', 'YAML'],
])('%s that is broken gives a diagnostic', (path, text, language) => {
  const { facts, diagnostics } = extract(path, text);

  expect(facts).toEqual([]);
  expect(diagnostics[0]?.message).toContain(`not valid ${language}`);
});

test('nothing is no service', () => {
  expect(extract('render.yaml', '')).toEqual({ facts: [], diagnostics: [] });
});

test.each([
  [platformFileSizeLimit, 0],
  [platformFileSizeLimit + 1, 1],
])('a file of %i characters', (size, count) => {
  const { diagnostics } = extract('fly.toml', 'app = "a"\n'.padEnd(size, '#'));

  expect(diagnostics).toHaveLength(count);
});

test('a service with more values than are read is told', () => {
  const text = `name: a\nlist:\n${'  - 1\n'.repeat(flatEntryLimit)}`;

  const { facts, diagnostics } = extract('apprunner.yaml', text);

  expect(facts).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: 'limit-reached' }]);
});

test('keys without end are read to a limit', () => {
  const { facts } = extract('fly.toml', `app = "a"\n${Array.from({ length: 20_000 }, () => 'a').join('.')} = 1\n`);

  expect(facts.length).toBeLessThan(2);
});
