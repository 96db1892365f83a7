import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configDepthLimit, configEntryLimit } from '../../src/extract/config/reading.ts';
import { configValueLimit } from '../../src/extract/config/secrets.ts';
import { config, configSizeLimit, jsonConfig } from '../../src/extract/config.ts';
import type { ConfigFact, Role } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(path: string, text: string, role?: Role) {
  const file = sourceFile(path, text, role);
  return (jsonConfig.claims(file.path) ? jsonConfig : config).extract(file, tools);
}

function facts(path: string, text: string, role?: Role) {
  return extract(path, text, role).facts.filter((fact): fact is ConfigFact => fact.kind === 'config');
}

function pairs(path: string, text: string, role?: Role) {
  return facts(path, text, role).map(({ key, value, at }) => [key, value, at.line]);
}

describe('a path', () => {
  it.each([
    ['config/app.yaml', 'config'],
    ['settings.toml', 'config'],
    ['pyproject.toml', 'config'],
    ['alembic.ini', 'config'],
    ['setup.cfg', 'config'],
    ['.dvc/config', 'config'],
    ['models/fraud.onnx.dvc', 'config'],
    ['src/main/resources/application.properties', 'config'],
    ['src/chat.prompty', 'config'],
    ['.env', 'config'],
    ['.env.production', 'config'],
    ['deploy/prod.env', 'config'],
    ['.envrc', 'config'],
    ['appsettings.Production.json', 'json-config'],
    ['package.json', 'json-config'],
    ['evals/options.jsonc', 'json-config'],
    ['.github/workflows/ci.yml', undefined],
    ['.github/ISSUE_TEMPLATE/bug.yml', undefined],
    ['docker-compose.yml', undefined],
    ['tsconfig.build.json', undefined],
    ['data/rows.json', undefined],
    ['web/locales/en.json', undefined],
    ['config/locales/en.yml', undefined],
    ['openapi.json', undefined],
    ['evals/golden.jsonl', undefined],
    ['src/env.ts', undefined],
    ['src/my.env.ts', undefined],
    ['docs/environment', undefined],
  ])('%s belongs to %s', (path, name) => {
    const claiming = [config, jsonConfig].filter(({ claims }) => claims(repoPath(path)));

    expect(claiming.map((extractor) => extractor.name)).toEqual(name === undefined ? [] : [name]);
  });
});

describe('settings', () => {
  it('are facts with format, place and role', () => {
    expect(facts('app.yaml', 'log:\n  level: info\n', 'test')).toEqual([
      {
        kind: 'config',
        at: { path: 'app.yaml', line: 2 },
        role: 'test',
        format: 'yaml',
        key: 'log.level',
        value: 'info',
      },
    ]);
  });

  it.each([
    [
      'YAML',
      'a.yml',
      'a:\n  - b: 1\n  - 2\nc: {}\n',
      [
        ['a.0.b', '1', 2],
        ['a.1', '2', 3],
        ['c', '{}', 4],
      ],
    ],
    [
      'several documents',
      'a.yml',
      'a: 1\n---\nb: 2\n',
      [
        ['a', '1', 1],
        ['b', '2', 3],
      ],
    ],
    [
      'JSON with comments',
      'a.json',
      '// x\n{\n "a": [true,\n null,],\n}',
      [
        ['a.0', 'true', 3],
        ['a.1', '', 4],
      ],
    ],
    [
      'TOML',
      'a.toml',
      'a = 1\n[b]\nc = [{ d = "x" },\n "y"]\ne = []\n',
      [
        ['a', '1', 1],
        ['b.c.0.d', 'x', 3],
        ['b.c.1', 'y', 4],
        ['b.e', '[]', 5],
      ],
    ],
    [
      'INI',
      'a.ini',
      '; x\nz = 0\n[b]\nc = 1 ; one\nd: two\n  three\n\n[e]\n  f = 2\n  g = 3\n',
      [
        ['z', '0', 2],
        ['b.c', '1', 4],
        ['b.d', 'two\nthree', 5],
        ['e.f', '2', 9],
        ['e.g', '3', 10],
      ],
    ],
    [
      'properties',
      'a.properties',
      '# x\na.b=1\nc : two \\\n   three\nd\ne\\=f \\u0041\n',
      [
        ['a.b', '1', 2],
        ['c', 'two three', 3],
        ['d', '', 5],
        ['e=f', 'A', 6],
      ],
    ],
    [
      'the head of a prompt',
      'a.prompty',
      '---\nmodel:\n  api: chat\n---\nsystem:\nSay: hello\n',
      [['model.api', 'chat', 3]],
    ],
    ['a prompt without a head', 'a.prompt', 'Say: hello\n', []],
  ])('of %s have key paths and lines', (_, path, text, expected) => {
    expect(pairs(path, text)).toEqual(expected);
  });

  it('of a manifest leave its packages to those who read packages', () => {
    const manifest = '{"name":"a","scripts":{"test":"x"},"devDependencies":{"b":"1"},"dependencies":{"c":"1"}}';
    const project = '[project]\nname = "a"\ndependencies = ["b"]\n[tool.poetry.group.dev.dependencies]\nc = "1"\n';

    expect(pairs('package.json', manifest).map(([key]) => key)).toEqual(['name', 'scripts.test']);
    expect(pairs('pyproject.toml', project).map(([key]) => key)).toEqual(['project.name']);
  });
});

describe('no settings', () => {
  it.each([
    ['a manifest', 'deploy/app.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata: { a: b }\n'],
    ['a template', 'chart/values.yaml', '{{- if .Values.a }}\na: b\n{{- end }}\n'],
    ['a stack', 'infra/stack.yaml', 'AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n'],
    ['a stack of the other cloud', 'infra/main.json', '{"$schema":"https://x/2019-04-01/deploymentTemplate.json#"}'],
    ['the description of an interface', 'api/spec.yaml', 'openapi: 3.1.0\ninfo: { title: a }\n'],
    ['a list of rows', 'rows.json', JSON.stringify(Array.from({ length: configEntryLimit + 1 }, (_, at) => at))],
    ['a list of rows below a key', 'rows.yaml', `rows:\n${'  - a\n'.repeat(configEntryLimit + 1)}`],
    ['lists of nothing', 'rows.json', `{"a":[${Array(30_000).fill('[]')}]}`],
    ['one text', 'a.json', '"x"'],
    ['nothing', 'a.yaml', '# a\n'],
  ])('are in %s', (_, path, text) => {
    expect(extract(path, text)).toEqual({ facts: [], diagnostics: [] });
  });

  it.each<[string, string, Role, number]>([
    ['generated files', 'app.yaml', 'generated', 0],
    ['the JSON of tests', 'tests/reply.json', 'test', 0],
    ['the JSON settings of tests', 'tests/eval-config.json', 'test', 1],
    ['the YAML of tests', 'tests/reply.yaml', 'test', 1],
  ])('of %s are read if nobody would call them so', (_, path, role, count) => {
    expect(facts(path, '{"a": 1}', role)).toHaveLength(count);
  });
});

describe('a file of environment variables', () => {
  const text = `# c\nexport A_URL=postgres://me:pass@db\nB=\nC="" # nothing\nD='one\ntwo=2'\nE=f\n`;

  it('tells names without values, and what is empty', () => {
    expect(pairs('.env', text)).toEqual([
      ['A_URL', undefined, 2],
      ['B', '', 3],
      ['C', '', 4],
      ['D', undefined, 5],
      ['E', undefined, 7],
    ]);
  });

  it.each([
    '<key>',
    'changeme',
    'your-key-here',
    'sk-xxxx',
    '${OPENAI_API_KEY}',
    'postgres://me:me@localhost:5432/x',
    '"insecure" # for now',
  ])('tells that %s is none yet', (value) => {
    expect(pairs('.env', `A=${value}\n`)).toEqual([['A', '(placeholder)', 1]]);
  });

  it.each(['a1b2c3d4e5f6g7h8', 'sk-a1b2c3', 'postgres://me:me@db.shop.internal/x', 'token-9f3a'])(
    'takes %s for a value',
    (value) => {
      expect(pairs('.env', `A=${value}\n`)).toEqual([['A', undefined, 1]]);
    },
  );

  it('never tells a value', () => {
    const name = fc.stringMatching(/^[A-Z]{1,10}$/);
    const value = fc.stringMatching(/^[a-z0-9+/=$!-]{8,40}$/);

    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1 }), (assigned) => {
        const lines = assigned.map(([key, secret]) => `${key}=${secret}`).join('\n');
        const told = JSON.stringify(extract('.env', lines));

        return assigned.every(([, secret]) => !told.includes(secret));
      }),
    );
  });

  it.each([
    ['.env', 'A=b', 'real'],
    ['.env.production', 'A=b', 'real'],
    ['deploy/prod.env', 'A=b', 'real'],
    ['.env.example', 'A=b', 'example'],
    ['.env.local.sample', 'A=b', 'example'],
    ['env.template', 'A=b', 'example'],
    ['.env.defaults', 'A=b', 'example'],
    ['.env.test', 'A=b', 'test'],
    ['.env.integration', 'A=b', 'test'],
    ['.env.vault', 'A=b', 'encrypted'],
    ['.env.prod', 'A=ENC[AES256_GCM,data:x]\nkeys=age1\n', 'encrypted'],
    ['.env.prod', 'A="encrypted:BE9"\nB=', 'encrypted'],
    ['.env.prod', 'A=ENC[x]\nB=c\nC=d\n', 'real'],
  ])('%s with %j is %s', (path, content, environment) => {
    expect(facts(path, content)[0]?.environment).toBe(environment);
  });
});

describe('secrets', () => {
  it.each([
    ['by their key', 'a.yaml', 'db:\n  password: hunter2\n', '(hidden)'],
    ['in a list', 'a.yaml', 'apiTokens: { token: [hunter2] }', '(hidden)'],
    ['by the name beside', 'a.yaml', '- { name: API_KEY, value: hunter2 }\n', '(hidden)'],
    ['by the key beside', 'a.yaml', '- { key: API_KEY, value: hunter2 }\n', '(hidden)'],
    ['by the type beside', 'a.json', '{"type": "password", "value": "hunter2"}', '(hidden)'],
    ['by the setting above', 'a.json', '{"apiKey": {"value": "hunter2"}}', '(hidden)'],
    ['in an assignment', 'a.yaml', '- API_KEY=hunter2\n', 'API_KEY=(hidden)'],
    ['in an argument', 'a.yaml', '- --api-key=hunter2\n', '--api-key=(hidden)'],
    ['in an address', 'a.ini', 'url = redis://me:hunter2@cache/0\n', 'redis://cache/0'],
    ['by their form', 'a.properties', 'x=sk-aB3dE5fG7hJ9kL2mN4pQ\n', '(hidden)'],
  ])('are hidden %s', (_, path, text, shown) => {
    const read = facts(path, text);

    expect(read.at(-1)?.value).toBe(shown);
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });

  it.each([
    ['a reference', 'api_key: ${API_KEY}', '${API_KEY}'],
    ['a switch', 'require_password: true', 'true'],
    ['the name of a variable', '- { key: API_KEY, value: x }', 'API_KEY'],
    ['a number of tokens', 'max_tokens: 100', '100'],
  ])('are not %s', (_, text, shown) => {
    expect(facts('a.yaml', text)[0]?.value).toBe(shown);
  });
});

describe('limits', () => {
  const settings = (count: number) => Array.from({ length: count }, (_, at) => `k${at} = 1\n`).join('');
  const nested = (depth: number) => `a${'.a'.repeat(depth - 1)} = 1\n`;
  const sized = (size: number) => `a = 1\n${'#'.repeat(size - 6)}`;

  it.each([
    ['as many settings as are kept', settings(configEntryLimit), 0],
    ['one more', settings(configEntryLimit + 1), 1],
    ['as deep as is kept', nested(configDepthLimit), 0],
    ['one level deeper', nested(configDepthLimit + 1), 1],
    ['as long as is read', sized(configSizeLimit), 0],
    ['one character longer', sized(configSizeLimit + 1), 1],
  ])('tell of a file with %s: %#', (_, text, told) => {
    const { diagnostics } = extract('a.toml', text);

    expect(diagnostics.map(({ code }) => code)).toEqual(told === 0 ? [] : ['limit-reached']);
    expect(facts('a.toml', text).length).toBeLessThanOrEqual(configEntryLimit);
  });

  it.each<[string, string, Role, number]>([
    ['the product', 'a.toml', 'product', 1],
    ['tests', 'a.toml', 'test', 0],
  ])('and faults are told of %s alone', (_, path, role, told) => {
    expect(extract(path, settings(configEntryLimit + 1), role).diagnostics).toHaveLength(told);
    expect(extract(path, 'a = \n', role).diagnostics).toHaveLength(told);
  });

  it('cut long values', () => {
    expect(facts('a.ini', `a = ${'x'.repeat(configValueLimit + 1)}`)[0]?.value).toHaveLength(configValueLimit);
  });
});

it.each([
  ['YAML', 'a.yaml', 'a: [\n', 'not valid YAML', 2],
  ['JSON', 'app-config.json', '{\n "a": }', 'not valid JSON', 2],
  ['TOML', 'a.toml', 'a = 1\nb = ]\n', 'not valid TOML', 2],
])('a fault of %s costs the file its facts', (_, path, text, message, line) => {
  const { facts: none, diagnostics } = extract(path, text);

  expect(none).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { line } }]);
  expect(diagnostics[0]?.message).toContain(message);
});
