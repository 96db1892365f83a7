import { expect, test } from 'vitest';
import { resourcesOf } from '../../support/resources.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function template(sections: object): string {
  return JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', ...sections }, undefined, 2);
}

function resource(name: string, over: object = {}) {
  return { type: 'Microsoft.X/ys', apiVersion: '1', name, ...over };
}

test('resources with their parameters and variables', () => {
  const { resources } = resourcesOf({
    'azuredeploy.json': template({
      parameters: {
        p: { type: 'string', defaultValue: 'b' },
        q: { type: 'string' },
        s: { type: 'securestring', defaultValue: 'hunter2' },
      },
      variables: { v: "[concat(parameters('p'), '-c')]" },
      resources: [
        resource("[variables('v')]", {
          location: "[parameters('q')]",
          properties: { a: '[[b]', c: "[format('{0}/{1}', parameters('p'), parameters('q'))]", d: "[parameters('s')]" },
          dependsOn: [],
        }),
      ],
    }),
  });

  expect(resources).toMatchObject([
    {
      tool: 'arm',
      type: 'Microsoft.X/ys',
      name: 'b-c',
      at: { path: 'azuredeploy.json', line: 21 },
      attributes: {
        apiVersion: '1',
        name: 'b-c',
        location: "parameters('q')",
        'properties.a': '[b]',
        'properties.c': "b/${parameters('q')}",
        'properties.d': "parameters('s')",
        dependsOn: '[]',
      },
    },
  ]);
});

test('conditions, copies, children and symbolic names', () => {
  const { resources } = resourcesOf({
    'infra/main.json': template({
      parameters: { email: { type: 'string', defaultValue: '' } },
      resources: {
        off: resource('off', { condition: false }),
        mail: resource('mail', { condition: "[not(empty(parameters('email')))]" }),
        known: { existing: true, ...resource('known') },
        many: resource("[format('n{0}', copyIndex())]", { copy: { name: 'c', count: 2 } }),
        parent: resource('parent', { resources: [{ type: 'zs', name: 'child' }] }),
      },
    }),
  });

  expect(
    resources.map(({ type, name, attributes, disabled, conditional }) => [
      type,
      name,
      attributes.name,
      disabled ?? conditional,
    ]),
  ).toEqual([
    ['Microsoft.X/ys', 'off', 'off', 'its condition is false: false'],
    ['Microsoft.X/ys', 'mail', 'mail', 'only if email is set'],
    ['Microsoft.X/ys', 'many[0]', 'n0', undefined],
    ['Microsoft.X/ys', 'many[1]', 'n1', undefined],
    ['Microsoft.X/ys', 'parent', 'parent', undefined],
    ['Microsoft.X/ys/zs', 'child', 'child', undefined],
  ]);
});

test('a template inside has what it is handed, or the names around it', () => {
  const inside = (properties: object) => ({ type: 'Microsoft.Resources/deployments', name: 'd', properties });
  const inner = { parameters: { x: { type: 'string' } }, resources: [resource("[parameters('x')]")] };

  const { resources } = resourcesOf({
    'azuredeploy.json': template({
      parameters: { y: { type: 'string', defaultValue: 'outer' } },
      resources: [
        inside({ parameters: { x: { value: 'handed' } }, template: inner }),
        inside({ template: { resources: [resource("[parameters('y')]")] } }),
      ],
    }),
  });

  expect(resources.map(({ attributes }) => attributes.name)).toEqual(['handed', 'outer']);
});

const compiled = template({
  metadata: { _generator: { name: 'bicep', version: '0.30' } },
  resources: [resource('x')],
});

test.each([
  [
    'whose source is here is left out',
    { 'infra/main.json': compiled, 'infra/main.bicep': "resource x 'Microsoft.X/ys@1' = {}" },
    ['bicep'],
  ],
  [
    'that goes by another name',
    { 'infra/azuredeploy.json': compiled, 'infra/main.bicep': "resource x 'Microsoft.X/ys@1' = {}" },
    ['bicep'],
  ],
  ['whose source is elsewhere counts', { 'infra/main.json': compiled }, ['arm']],
])('a compiled template %s', (_, files, tools) => {
  const { resources } = resourcesOf(files);

  expect(resources.map(({ tool }) => tool)).toEqual(tools);
});

test('a file of parameters is for a template in JSON too', () => {
  const { resources } = resourcesOf({
    'infra/azuredeploy.json': template({
      parameters: { p: { type: 'string' } },
      resources: [resource("[parameters('p')]")],
    }),
    'infra/azuredeploy.parameters.json': JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      parameters: { p: { value: 'set' } },
    }),
  });

  expect(resources[0]?.attributes.name).toBe('set');
});
