// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Bicep's templates.
import { describe, expect, test } from 'vitest';
import { resourcesOf } from '../../support/resources.ts';

type Files = Readonly<Record<string, string>>;

/** The attributes of a resource with this body, but for the version of its type. */
function attributesOf(body: string, before = '', files: Files = {}) {
  const text = `${before}\nresource r 'Microsoft.X/ys@1' = {\n${body}\n}\n`;
  const attributes = resourcesOf({ ...files, 'infra/main.bicep': text }).resources[0]?.attributes ?? {};
  const { apiVersion: _, ...others } = attributes;
  return others;
}

describe('properties', () => {
  const cases: readonly (readonly [name: string, body: string, before: string, expected: object])[] = [
    [
      'scalars and maps',
      "name: 'n'\nproperties: {\n  a: true\n  b: { c: 2 }\n}",
      '',
      { name: 'n', 'properties.a': 'true', 'properties.b.c': '2' },
    ],
    ['lists', "a: [\n  'b'\n  { c: 1 }\n]", '', { 'a.0': 'b', 'a.1.c': '1' }],
    ['a parameter with a default', 'a: p', "param p string = 'b'", { a: 'b' }],
    ['one without', "a: p\nb: 'x-${p}'", 'param p string', { a: 'p', b: 'x-${p}' }],
    ['a variable', 'a: v', "var v = 'b'", { a: 'b' }],
    ['a template', "a: 'x-${v}-${q.id}'", "var v = 'b'", { a: 'x-b-${q.id}' }],
    ['a map of a variable', 'tags: v', "var v = { cost: 'a', 'b-c': 'd' }", { 'tags.cost': 'a', 'tags.b-c': 'd' }],
    ['a choice', "a: empty(p) ? 'none' : p", "param p string = ''", { a: 'none' }],
    [
      'functions',
      "a: toLower('A')\nb: format('{0}-{1}', 'x', 1)\nc: union({ d: 1 }, { e: 2 })",
      '',
      { a: 'a', b: 'x-1', 'c.d': '1', 'c.e': '2' },
    ],
    [
      'what nobody knows',
      "a: uniqueString(resourceGroup().id)\nb: resourceId('x', 'y')",
      '',
      { a: 'uniqueString(resourceGroup().id)', b: "resourceId('x', 'y')" },
    ],
    ['a loop', "a: [for x in ['b', 'c']: { name: x }]", '', { 'a.0.name': 'b', 'a.1.name': 'c' }],
    ['an open loop', 'a: [for x in xs: x.name]', 'param xs array', { a: '[for x in xs: x.name]' }],
    ['nothing', 'a: null\nb: { c: null }', '', {}],
    [
      'a secret',
      "properties: {\n  adminPassword: 'hunter2'\n  allowSharedKeyAccess: false\n}",
      '',
      { 'properties.adminPassword': '(hidden)', 'properties.allowSharedKeyAccess': 'false' },
    ],
    ['a secure parameter', 'a: p', "@secure()\nparam p string = 'hunter2'", { a: 'p' }],
    [
      'a secret in a list',
      "env: [\n  { name: 'API_KEY', value: 'hunter2' }\n  { name: 'LOG', value: 'json' }\n]",
      '',
      { 'env.0.name': 'API_KEY', 'env.0.value': '(hidden)', 'env.1.name': 'LOG', 'env.1.value': 'json' },
    ],
  ];

  test.each(cases)('%s', (_, body, before, expected) => {
    const attributes = attributesOf(body, before);

    expect(attributes).toEqual(expected);
  });

  test('data of a file of the repository', () => {
    const files = { 'infra/ai.yaml': 'deployments:\n  - name: gpt\n' };

    const attributes = attributesOf('a: ai.deployments[0].name', "var ai = loadYamlContent('./ai.yaml')", files);

    expect(attributes).toEqual({ a: 'gpt' });
  });
});

describe('files of parameters', () => {
  const parameters = (value: string) => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "parameters": { "p": { "value": "${value}" }, "other": { "value": 1 } }
}`;
  const cases: readonly (readonly [name: string, files: Files, expected: string])[] = [
    ['beside the template', { 'infra/main.parameters.json': parameters('a') }, 'a'],
    ['a default of a variable', { 'infra/main.parameters.json': parameters('${X=a}') }, 'a'],
    ['a variable of whoever deploys', { 'infra/main.parameters.json': parameters('${X}') }, '${X}'],
    [
      'for production',
      { 'infra/main.parameters.json': parameters('a'), 'infra/main.parameters.prod.json': parameters('b') },
      'b',
    ],
    ['for another environment', { 'infra/main.parameters.dev.json': parameters('a') }, 'default'],
    ['in Bicep', { 'infra/params/prod.bicepparam': "using '../main.bicep'\nparam p = 'a'" }, 'a'],
    ['for another template', { 'infra/other.bicepparam': "using 'other.bicep'\nparam p = 'a'" }, 'default'],
  ];

  test.each(cases)('%s', (_, files, expected) => {
    const attributes = attributesOf('a: p', "param p string = 'default'", files);

    expect(attributes).toEqual({ a: expected });
  });
});

test('what there is of a resource', () => {
  const { resources } = resourcesOf({
    'main.bicep': `param email string = ''
param alerts bool
param environmentName string
resource off 'T@1' = if (false) {}
resource maybe 'T@1' = if (!empty(email)) {}
resource open 'T@1' = if (alerts) {}
resource prod 'T@1' = if (environmentName == 'prod') {}
resource filled 'T@1' = if (!empty('x-\${environmentName}')) {}
resource many 'T@1' = [for (name, i) in ['a', 'b']: if (i != 1) { name: name }]
resource none 'T@1' = [for name in []: {}]
`,
  });

  expect(resources.map(({ name, disabled, conditional }) => [name, disabled ?? conditional])).toEqual([
    ['off', 'its condition is false: false'],
    ['maybe', 'only if email is set'],
    ['open', 'only if alerts'],
    ['prod', undefined],
    ['filled', undefined],
    ['many[0]', undefined],
    ['many[1]', 'its condition is false: i != 1'],
    ['none', 'for_each is empty'],
  ]);
});

test('a module stands where it is called, one of a registry stays a call', () => {
  const { resources } = resourcesOf({
    'infra/main.bicep': `module api './app/api.bicep' = {
  params: {
    image: 'acme/api:1'
  }
}
module db 'br/public:avm/res/sql/server:0.3' = {
  params: {
    name: 'x'
  }
}
`,
    'infra/app/api.bicep': "param image string\nmodule core '../core/container.bicep' = { params: { image: image } }\n",
    'infra/core/container.bicep':
      "param image string\nresource app 'Microsoft.App/containerApps@1' = {\n  image: image\n}\n",
  });

  expect(resources.map(({ type, name, at, attributes }) => [type, name, `${at.path}:${at.line}`, attributes])).toEqual([
    [
      'Microsoft.App/containerApps',
      'api.core.app',
      'infra/core/container.bicep:2',
      { apiVersion: '1', image: 'acme/api:1' },
    ],
    ['module', 'db', 'infra/main.bicep:6', { source: 'br/public:avm/res/sql/server:0.3', 'params.name': 'x' }],
  ]);
});

describe('parts that came with a starter kit', () => {
  const kit = {
    'infra/main.bicep': "module a 'core/used.bicep' = {}",
    'infra/core/used.bicep': "resource a 'T@1' = {}",
    'infra/core/unused.bicep': "resource b 'T@1' = {}",
  };
  const conditionOf = (files: Files) => resourcesOf(files).resources.find(({ name }) => name === 'b')?.conditional;

  test('are told where nothing calls them', () => {
    expect(conditionOf(kit)).toBe('only if it is deployed: no template calls it');
  });

  test.each([
    ['a file of parameters', { 'infra/core/unused.bicepparam': "using './unused.bicep'" }],
    [
      'a pipeline',
      {
        '.github/workflows/a.yml':
          'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: deploy -f infra/core/unused.bicep\n',
      },
    ],
  ])('are none with %s', (_, files) => {
    expect(conditionOf({ ...kit, ...files })).toBeUndefined();
  });
});
