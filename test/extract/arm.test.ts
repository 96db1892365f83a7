import { describe, expect, test } from 'vitest';
import { armDepthLimit, readExpression } from '../../src/extract/arm/expressions.ts';
import { arm, armSizeLimit } from '../../src/extract/arm.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

const schema = '"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"';

test.each([
  ['azuredeploy.json', true],
  ['infra/main.json', true],
  ['main.parameters.json', true],
  ['src/users.json', false],
])('claims %s: %s', (path, expected) => {
  const claimed = arm.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

describe('expressions', () => {
  const cases: readonly (readonly [text: string, expected: object])[] = [
    ["parameters('a')", { kind: 'name', name: 'parameters.a' }],
    ["variables('a').b[0]", { kind: 'member', of: { kind: 'member', of: { name: 'variables.a' } } }],
    ["concat('it''s', 1)", { kind: 'call', name: 'concat', arguments: [{ value: "it's" }, { value: '1' }] }],
    ["if(equals(parameters('a'), 'b'), 1, 2)", { kind: 'choice', condition: { operator: '==' }, yes: { value: '1' } }],
    ["not(empty(parameters('a')))", { kind: 'operation', operator: '!', operands: [{ name: 'empty' }] }],
    ['and(true(), false(), true())', { operator: '&&', operands: [{ operator: '&&' }, { name: 'true' }] }],
    ['copyIndex()', { kind: 'name', name: 'copyIndex' }],
    ["reference('x').y", { kind: 'member', text: "reference('x').y" }],
    ["concat('a'", { kind: 'opaque', text: "concat('a'" }],
    ["a('b') c", { kind: 'opaque' }],
    ['', { kind: 'opaque' }],
  ];

  test.each(cases)('[%s]', (text, expected) => {
    const expression = readExpression(text);

    expect(expression).toMatchObject(expected);
  });

  test.each([
    [armDepthLimit - 1, 'call'],
    [armDepthLimit + 1, 'opaque'],
    [50_000, 'opaque'],
  ])('%i calls within each other: %s', (depth, kind) => {
    const expression = readExpression(`${'f('.repeat(depth)}1${')'.repeat(depth)}`);

    expect(expression.kind).toBe(kind);
  });
});

test.each([
  ['another file', '{ "a": 1 }'],
  ['another schema', '{ "$schema": "https://json-schema.org/draft-07/schema#" }'],
])('%s is no template', (_, text) => {
  const extraction = arm.extract(sourceFile('infra/main.json', text), tools);

  expect(extraction).toEqual({ facts: [], diagnostics: [] });
});

test('a template that is broken gives a diagnostic', () => {
  const { diagnostics } = arm.extract(sourceFile('infra/main.json', `{\n${schema},\n`), tools);

  expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { line: 3 } }]);
});

test.each([
  [armSizeLimit, 1],
  [armSizeLimit + 1, 0],
])('a template of %i characters', (size, count) => {
  const { parts = [] } = arm.extract(sourceFile('infra/main.json', `{ ${schema} }`.padEnd(size, ' ')), tools);

  expect(parts).toHaveLength(count);
});
