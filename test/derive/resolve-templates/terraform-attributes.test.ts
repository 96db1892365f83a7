// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform's templates.
import { describe, expect, test } from 'vitest';
import { attributeLimit, pathDepthLimit, valueLengthLimit } from '../../../src/derive/templates/flatten.ts';
import { parseSizeLimit } from '../../../src/io/grammars.ts';
import { resourcesOf } from '../../support/resources.ts';

function extract(text: string) {
  return resourcesOf({ 'infra/main.tf': text });
}

/** The attributes of a resource with this body. */
function attributesOf(body: string, type = 'aws_x') {
  return extract(`resource "${type}" "y" {\n${body}\n}`).resources[0]?.attributes;
}

test('every kind of block that declares something is a resource', () => {
  const { resources } = extract(`
terraform { backend "s3" {} }
variable "env" { default = "dev" }
provider "aws" {
  region = "eu-west-1"
}
resource "aws_sagemaker_endpoint" "main" {}
data "aws_region" "current" {}
module "rds" { source = "./rds" }
output "x" { value = 1 }
locals { a = 1 }
`);

  expect(resources).toEqual([
    { ...seen(4), type: 'provider', name: 'aws', attributes: { region: 'eu-west-1' } },
    { ...seen(7), type: 'aws_sagemaker_endpoint', name: 'main', attributes: {} },
    { ...seen(8), type: 'data.aws_region', name: 'current', attributes: {} },
    { ...seen(9), type: 'module', name: 'rds', attributes: { source: './rds' } },
  ]);
});

function seen(line: number) {
  return { kind: 'resource', tool: 'terraform', at: { path: 'infra/main.tf', line }, role: 'product' };
}

describe('attributes', () => {
  const cases: readonly (readonly [name: string, body: string, attributes: Readonly<Record<string, string>>])[] = [
    ['scalars', 'a = "b"\nc = true\nd = 0.5\ne = -1', { a: 'b', c: 'true', d: '0.5', e: '-1' }],
    ['null is nothing', 'a = null', {}],
    ['escapes', 'a = "b\\"c\\\\d\\te"', { a: 'b"c\\d\te' }],
    ['an empty string', 'a = ""', { a: '' }],
    ['references', 'a = aws_b.c[0].arn\nd = var.e\nf = local.g', { a: 'aws_b.c[0].arn', d: 'var.e', f: 'local.g' }],
    ['templates', 'a = "b-${var.c}-${"d"}"', { a: 'b-${var.c}-d' }],
    ['other expressions', 'a = var.b ? 1 : 0\nc = "d" == f(1)', { a: 'var.b ? 1 : 0', c: '"d" == f(1)' }],
    ['lists', 'a = ["b", var.c, 1]', { a: 'b,var.c,1', 'a.0': 'b', 'a.1': 'var.c', 'a.2': '1' }],
    ['lists of objects', 'a = [{ b = 1 }, { b : 2 }]', { 'a.0.b': '1', 'a.1.b': '2' }],
    ['mixed lists', 'a = ["b", { c = 1 }]', { 'a.0': 'b', 'a.1.c': '1' }],
    ['lists of lists', 'a = [["b"], []]', { 'a.0': 'b', 'a.0.0': 'b', 'a.1': '[]' }],
    [
      'objects',
      'tags = {\n  Cost = "x"\n  "k/y" = local.z\n (var.k) = 1 }',
      { 'tags.Cost': 'x', 'tags.k/y': 'local.z', 'tags.(var.k)': '1' },
    ],
    ['nothing in them', 'a = []\nb = {}', { a: '[]', b: '{}' }],
    ['a block that stands once', 'a { b = 1 }', { 'a.b': '1', 'a.0.b': '1' }],
    ['a block that is repeated', 'a { b = 1 }\na { b = 2 }', { 'a.0.b': '1', 'a.1.b': '2' }],
    [
      'blocks in blocks',
      'a {\n  b { c = 1 }\n}\na {\n  b { c = 2 }\n}',
      { 'a.0.b.c': '1', 'a.0.b.0.c': '1', 'a.1.b.c': '2', 'a.1.b.0.c': '2' },
    ],
    [
      'labels of inner blocks',
      'provisioner "local-exec" { command = "x" }',
      { 'provisioner.local-exec.command': 'x', 'provisioner.local-exec.0.command': 'x' },
    ],
    [
      'dynamic blocks',
      'dynamic "a" {\n  for_each = var.b\n  content { c = 1 }\n}',
      { 'a.for_each': 'var.b', 'a.0.for_each': 'var.b', 'a.c': '1', 'a.0.c': '1' },
    ],
    ['heredocs', 'a = <<EOT\n  b ${c}\n\n  d\nEOT\ne = 1', { a: '  b ${c}\n\n  d', e: '1' }],
    ['indented heredocs', 'a = <<-EOT\n    b\n\n      c\n  EOT', { a: 'b\n\n  c' }],
    [
      'encoded objects',
      'a = jsonencode({ b = [1], c = "d" })',
      { a: 'jsonencode({ b = [1], c = "d" })', 'a.b': '1', 'a.b.0': '1', 'a.c': 'd' },
    ],
    ['merged objects', 'a = merge(var.b, { c = 1 })', { a: 'merge(var.b, { c = 1 })', 'a.c': '1' }],
    ['objects of other functions stay text', 'a = f({ b = 1 })', { a: 'f({ b = 1 })' }],
    ['objects of a choice stay text', 'a = var.b ? { c = 1 } : {}', { a: 'var.b ? { c = 1 } : {}' }],
    ['loops', 'a = [for b in var.c : b.d]', { a: '[for b in var.c : b.d]' }],
    ['comments are none', '# a = 1\n// b = 2\n/* c = 3 */\nd = 4 # e', { d: '4' }],
  ];

  test.each(cases)('%s', (_, body, expected) => {
    const attributes = attributesOf(body);

    expect(attributes).toEqual(expected);
  });
});

describe('secrets', () => {
  const cases: readonly (readonly [body: string, key: string, value: string])[] = [
    ['password = "hunter2"', 'password', '(hidden)'],
    ['db_password = "hunter2"', 'db_password', '(hidden)'],
    ['environment = { OPENAI_API_KEY = "sk-1" }', 'environment.OPENAI_API_KEY', '(hidden)'],
    ['environment = { MAX_TOKENS = "100" }', 'environment.MAX_TOKENS', '100'],
    ['secret_string = "hunter2"', 'secret_string', '(hidden)'],
    ['private_key = "abc"', 'private_key', '(hidden)'],
    ['private_subnets = "abc"', 'private_subnets', 'abc'],
    ['tag { key = "CostCentre" }', 'tag.key', 'CostCentre'],
    ['password = var.password', 'password', 'var.password'],
    ['password = "${var.password}"', 'password', '${var.password}'],
    ['password = ""', 'password', ''],
    ['passwords = ["hunter2"]', 'passwords', '(hidden)'],
    ['url = "postgres://me:hunter2@db/x"', 'url', 'postgres://db/x'],
    ['env {\n  name = "API_TOKEN"\n  value = "hunter2"\n}', 'env.value', '(hidden)'],
    ['env {\n  name = "API_TOKEN"\n  value = var.token\n}', 'env.value', 'var.token'],
    ['env {\n  name = "LOG_FORMAT"\n  value = "json"\n}', 'env.value', 'json'],
    ['type = "SecureString"\nvalue = "hunter2"', 'value', '(hidden)'],
    ['a = jsonencode({ b = [{ name = "API_KEY", value = "hunter2" }] })', 'a.b.0.value', '(hidden)'],
    ['a = f({ "password" = "hunter2" })', 'a', 'f({ "password" = "(hidden)" })'],
    ['a = <<EOT\n{"api_key": "hunter2"}\nEOT', 'a', '{"api_key": "(hidden)"}'],
  ];

  test.each(cases)('%s', (body, key, value) => {
    const attributes = attributesOf(body);

    expect(attributes?.[key]).toBe(value);
  });

  test('the value of a resource that is a secret', () => {
    const attributes = attributesOf('name = "a"\nplaintext_value = "hunter2"', 'github_actions_secret');

    expect(attributes).toEqual({ name: 'a', plaintext_value: '(hidden)' });
  });
});

describe('what is switched off', () => {
  test.each([
    ['count = 0', 'count = 0'],
    ['count = 1', undefined],
    ['count = var.on ? 1 : 0', undefined],
    ['a { count = 0 }', undefined],
  ])('%s: %s', (body, disabled) => {
    const { resources } = extract(`resource "a" "b" {\n${body}\n}`);

    expect(resources[0]?.disabled).toBe(disabled);
  });
});

test('blocks behind a syntax error are found where the parser puts them', () => {
  const { resources, diagnostics } = extract('resource "a" "b" {\n  x =\n}\nresource "c" "d" {\n  y = 1\n}\n');

  expect(resources.map(({ type, at }) => [type, at.line])).toEqual([
    ['a', 1],
    ['c', 4],
  ]);
  expect(resources[1]?.attributes).toEqual({ y: '1' });
  expect(diagnostics.map(({ code }) => code)).toEqual(['file-unparsed']);
});

test('an inner block that is called like an outer one is none', () => {
  const { resources } = extract('resource "a" "b" {\n  module "c" { d = 1 }\n}');

  expect(resources.map(({ type }) => type)).toEqual(['a']);
});

test('blocks without their labels are none', () => {
  const { resources } = extract('resource "a" {}\ndata {}\nmodule {}\nprovider {}');

  expect(resources).toEqual([]);
});

test('a file that is too long gives a diagnostic', () => {
  const { resources, diagnostics } = extract(`module "a" {}\n${' '.repeat(parseSizeLimit)}`);

  expect(resources).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['file-unparsed']);
});

test.each([
  [attributeLimit, []],
  [attributeLimit + 1, ['limit-reached']],
])('a block with %i values: %o', (count, codes) => {
  const body = Array.from({ length: count }, (_, index) => `a${index} = 1`).join('\n');

  const { diagnostics } = extract(`module "a" {\n${body}\n}`);

  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test('a value is cut at the limit', () => {
  const attributes = attributesOf(`a = "${'b'.repeat(valueLengthLimit)}"\nc = "${'b'.repeat(valueLengthLimit + 1)}"`);

  expect(attributes?.a).toBe(attributes?.c);
});

test.each([
  [pathDepthLimit, 1],
  [pathDepthLimit + 1, 0],
])('a value %i levels deep is read %i times', (depth, times) => {
  const attributes = attributesOf(`${'a = {'.repeat(depth - 1)} b = 1 ${'}'.repeat(depth - 1)}`);

  expect(Object.keys(attributes ?? {}).filter((key) => key.endsWith('.b'))).toHaveLength(times);
});
