// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Bicep's templates.
import { describe, expect, test } from 'vitest';
import { bicepDepthLimit } from '../../src/extract/bicep/operators.ts';
import { bicep, bicepSizeLimit } from '../../src/extract/bicep.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string, path = 'main.bicep') {
  return bicep.extract(sourceFile(path, text), tools);
}

/** The expression that a variable is set to. */
function expressionOf(text: string) {
  const part = extract(`var a = ${text}\n`).parts?.[0];
  return part?.kind === 'template' ? part.locals[0]?.value : undefined;
}

test.each([
  ['infra/main.bicep', true],
  ['infra/main.prod.bicepparam', true],
  ['infra/main.json', false],
])('claims %s: %s', (path, expected) => {
  const claimed = bicep.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

describe('statements', () => {
  const cases: readonly (readonly [name: string, text: string, template: object])[] = [
    ['a parameter', "param a string = 'b'", { inputs: [{ name: 'a', default: { value: 'b' }, isSecret: false }] }],
    ['one without a default', 'param a string', { inputs: [{ name: 'a', isSecret: false }] }],
    [
      'of a type over many lines',
      "param a {\n  b: string\n  c: int?\n} = { b: 'c' }",
      { inputs: [{ name: 'a', default: { kind: 'map' } }] },
    ],
    ['a secret', '@secure()\nparam a string', { inputs: [{ name: 'a', isSecret: true }] }],
    [
      'decorators',
      "@description('x')\n@allowed([\n  'b'\n])\nparam a string = 'b'",
      { inputs: [{ name: 'a', default: { value: 'b' } }] },
    ],
    ['a variable', 'var a = 1', { locals: [{ name: 'a', value: { value: '1' } }] }],
    [
      'a resource',
      "resource a 'Microsoft.X/ys@2024-01-01' = {\n  name: 'n'\n}",
      { declared: [{ type: 'Microsoft.X/ys', name: 'a', line: 1 }] },
    ],
    ['one that is there already', "resource a 'Microsoft.X/ys@1' existing = {\n  name: 'n'\n}", { declared: [] }],
    [
      'one inside',
      "resource a 'Microsoft.X/ys@1' existing = {\n  name: 'n'\n  resource b 'zs' = {\n    name: 'm'\n  }\n}",
      { declared: [{ type: 'Microsoft.X/ys/zs', name: 'b', line: 3 }] },
    ],
    ['a condition', "resource a 'T@1' = if (b) {\n}", { declared: [{ condition: { kind: 'name', name: 'b' } }] }],
    [
      'a loop',
      "resource a 'T@1' = [for (x, i) in xs: {\n  name: x\n}]",
      { declared: [{ each: { valueName: 'x', keyName: 'i', collection: { name: 'xs' } } }] },
    ],
    [
      'a loop with a condition',
      "resource a 'T@1' = [for x in xs: if (x.on) {\n}]",
      { declared: [{ each: { valueName: 'x' }, condition: { kind: 'member' } }] },
    ],
    [
      'a module',
      "module a 'b/c.bicep' = {\n  name: 'n'\n  params: {\n    d: 1\n  }\n}",
      {
        declared: [{ type: 'module', calls: { template: 'b/c.bicep', inputs: { entries: [{ key: { text: 'd' } }] } } }],
      },
    ],
    [
      'what is no resource',
      "targetScope = 'subscription'\noutput a string = 'b'\nmetadata c = 'd'\nfunc e(x string) string => x\ntype t = {\n  a: string\n}\nimport { x } from 'y.bicep'\nvar z = 1",
      { locals: [{ name: 'z' }], declared: [] },
    ],
    [
      'comments',
      '// var a = 1\n/* var b = 2\n*/ var c = 3 // d\n#disable-next-line x\nvar e = 4',
      { locals: [{ name: 'c' }, { name: 'e' }] },
    ],
  ];

  test.each(cases)('%s', (_, text, template) => {
    const { parts, diagnostics } = extract(text);

    expect(diagnostics).toEqual([]);
    expect(parts).toMatchObject([template]);
  });
});

describe('expressions', () => {
  const cases: readonly (readonly [text: string, expected: object])[] = [
    ["'it\\'s \\u{e9}'", { kind: 'literal', value: "it's é" }],
    ["'a-${b.c}-d'", { kind: 'template', parts: ['a-', { kind: 'member', text: 'b.c' }, '-d'] }],
    ["'a${b ? 'c' : '${d}'}'", { kind: 'template', parts: ['a', { kind: 'choice', yes: { value: 'c' } }] }],
    ["'''\n a ${b}\n'''", { kind: 'literal', value: ' a ${b}\n' }],
    ["$'''a ${b}'''", { kind: 'template', parts: ['a ', { name: 'b' }] }],
    [
      '[\n  1\n  -2\n  3, 4\n]',
      { kind: 'list', items: [{ value: '1' }, { value: '-2' }, { value: '3' }, { value: '4' }] },
    ],
    [
      "{\n  a: 1\n  'b-c': 2, d: 3\n}",
      { kind: 'map', entries: [{ key: { value: 'a' } }, { key: { value: 'b-c' } }, { key: { value: 'd' } }] },
    ],
    ['a\n  ? b\n  : c', { kind: 'choice', condition: { name: 'a' }, yes: { name: 'b' }, no: { name: 'c' } }],
    ['a || b && !c', { kind: 'operation', operator: '||', operands: [{ name: 'a' }, { operator: '&&' }] }],
    ['a == b ? c : d', { kind: 'choice', condition: { operator: '==' } }],
    ['(1 + 2) * 3', { kind: 'operation', operator: '*', text: '(1 + 2) * 3' }],
    ['a.?b ?? c', { kind: 'operation', operator: '??', operands: [{ operator: '??' }, { name: 'c' }] }],
    ['toLower(\n  a,\n  b\n)', { kind: 'call', name: 'tolower', arguments: [{ name: 'a' }, { name: 'b' }] }],
    ['a.listKeys().keys[0]', { kind: 'member', text: 'a.listKeys().keys[0]' }],
    ['map(a, x => x.b)', { kind: 'call', name: 'map', arguments: [{ name: 'a' }, { kind: 'opaque' }] }],
    ['[for x in y: {\n  a: x\n}]', { kind: 'loop', valueName: 'x', collection: { name: 'y' }, value: { kind: 'map' } }],
    ['{ ...a, b: 1 }', { kind: 'call', name: 'union' }],
    ['[ ...a, 1 ]', { kind: 'call', name: 'concat' }],
    ['null', { kind: 'none' }],
  ];

  test.each(cases)('%s', (text, expected) => {
    const expression = expressionOf(text);

    expect(expression).toMatchObject(expected);
  });
});

test('a file of parameters names its template', () => {
  const { parts } = extract(
    "using './main.bicep'\nparam a = 'b'\nparam c = readEnvironmentVariable('C', 'd')\n",
    'prod.bicepparam',
  );

  expect(parts).toMatchObject([
    { kind: 'values', template: './main.bicep', values: [{ name: 'a', value: { value: 'b' } }, { name: 'c' }] },
  ]);
});

test('what is broken costs its own statement', () => {
  const text = "var a = {\n  b: ]\n}\nresource c 'T@1' = {\n  name: 'n'\n}\n";

  const { parts, diagnostics } = extract(text);

  expect(parts).toMatchObject([{ declared: [{ type: 'T', line: 4 }] }]);
  expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { line: 2 } }]);
});

test.each([
  ['a string', "var a = 'b\nvar c = 1"],
  ['an expression in a string', "var a = 'b${"],
  ['a block', "var a = '''b"],
  ['a resource', "resource a 'T@1' = {"],
  ['a loop', 'var a = [for'],
  ['an operator', 'var a = 1 +'],
  ['a comment', '/* a'],
  ['a decorator', '@secure('],
])('%s that never ends does not stop it', (_, text) => {
  const { facts } = extract(text);

  expect(facts).toEqual([]);
});

test.each([
  [bicepDepthLimit - 1, 0],
  [bicepDepthLimit + 1, 1],
  [100_000, 1],
])('%i brackets within each other', (depth, count) => {
  const { diagnostics } = extract(`var a = ${'('.repeat(depth)}1${')'.repeat(depth)}`);

  expect(diagnostics).toHaveLength(count);
});

test.each([
  [bicepSizeLimit, 1],
  [bicepSizeLimit + 1, 0],
])('a file of %i characters', (size, count) => {
  const { parts = [] } = extract('var a = 1\n'.padEnd(size, ' '));

  expect(parts).toHaveLength(count);
});
