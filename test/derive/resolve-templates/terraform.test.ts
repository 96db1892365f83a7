// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform's templates.
import { describe, expect, test } from 'vitest';
import { resourcesOf } from '../../support/resources.ts';

type Files = Readonly<Record<string, string>>;

/** The attributes of the resource `x` beside these files. */
function attributesOf(body: string, files: Files = {}) {
  const main = `resource "x" "x" {\n${body}\n}\n${files['main.tf'] ?? ''}`;
  return resourcesOf({ ...files, 'main.tf': main }).resources.find(({ type }) => type === 'x')?.attributes;
}

/** Name, place and presence of all resources. */
function briefOf(files: Files) {
  return resourcesOf(files).resources.map(({ type, name, at, disabled, conditional }) =>
    [`${type} ${name} ${at.path}:${at.line}`, disabled ?? conditional ?? ''].filter((part) => part !== '').join(' | '),
  );
}

describe('variables and locals', () => {
  const cases: readonly (readonly [name: string, body: string, files: Files, expected: object])[] = [
    ['a default', 'a = var.b', { 'main.tf': 'variable "b" { default = "c" }' }, { a: 'c' }],
    ['one without a default', 'a = var.b', { 'main.tf': 'variable "b" {}' }, { a: 'var.b' }],
    ['a part of an object', 'a = var.b.c[0]', { 'main.tf': 'variable "b" { default = { c = ["d"] } }' }, { a: 'd' }],
    ['of another file of the folder', 'a = local.b', { 'locals.tf': 'locals { b = 0.50 }' }, { a: '0.50' }],
    ['through others', 'a = local.b', { 'l.tf': 'locals { b = local.c }\nlocals { c = "d" }' }, { a: 'd' }],
    ['in a ring', 'a = local.b', { 'l.tf': 'locals {\n  b = local.c\n  c = local.b\n}' }, { a: 'local.b' }],
    ['of another folder', 'a = local.b', { 'else/l.tf': 'locals { b = 1 }' }, { a: 'local.b' }],
    ['in a template', 'a = "p-${local.b}-${var.c}"', { 'l.tf': 'locals { b = "q" }' }, { a: 'p-q-${var.c}' }],
    [
      'a template in a template',
      'a = "p-${local.b}"',
      { 'l.tf': 'locals { b = "q-${var.c}" }' },
      { a: 'p-q-${var.c}' },
    ],
    ['in a heredoc', 'a = <<-E\n  b ${local.b}\n  E', { 'l.tf': 'locals { b = 1 }' }, { a: 'b 1' }],
    [
      'a map',
      'a = local.b',
      { 'l.tf': 'locals { b = { c = 1, (local.d) = 2 }\n d = "e" }' },
      { 'a.c': '1', 'a.e': '2' },
    ],
    ['a secret', 'a = var.api_token', { 'l.tf': 'variable "api_token" { default = "s" }' }, { a: 'var.api_token' }],
    ['a plain one at a secret place', 'password = local.b', { 'l.tf': 'locals { b = "s" }' }, { password: '(hidden)' }],
    ['a choice', 'a = var.b ? "c" : "d"', { 'l.tf': 'variable "b" { default = true }' }, { a: 'c' }],
    ['an operation', 'a = var.b * 2 + 1', { 'l.tf': 'variable "b" { default = 3 }' }, { a: '7' }],
    [
      "a developer's default for the environment",
      'a = var.env',
      { 'main.tf': 'variable "env" { default = "dev" }' },
      { a: 'var.env' },
    ],
    [
      'the entry for production',
      'a = { dev = 1, prod = 2 }[lower(var.env)]',
      { 'main.tf': 'variable "env" {}' },
      { a: '2' },
    ],
    ['brackets', 'a = (var.b) == (3)', { 'l.tf': 'variable "b" { default = 3 }' }, { a: 'true' }],
  ];

  test.each(cases)('%s', (_, body, files, expected) => {
    const attributes = attributesOf(body, files);

    expect(attributes).toEqual(expected);
  });
});

describe('functions', () => {
  const cases: readonly (readonly [body: string, expected: object])[] = [
    ['a = format("%s-%d", "b", 1)', { a: 'b-1' }],
    ['a = format("%s-x", var.b)', { a: '${var.b}-x' }],
    ['a = format("%02d", 1)', { a: 'format("%02d", 1)' }],
    ['a = join(",", concat(["b"], ["c"]))', { a: 'b,c' }],
    ['a = lookup({ b = 1 }, "c", 2)', { a: '2' }],
    ['a = try(local.m.x, "d")', { a: 'local.m.x' }],
    ['a = try({ b = 1 }.c, "d")', { a: 'd' }],
    ['a = coalesce("", null, "b")', { a: 'b' }],
    ['a = [for k, v in { b = 1, c = 2 } : "${k}${v}" if v > 1]', { a: 'c2', 'a.0': 'c2' }],
    ['a = { for x in ["b"] : x => upper(x) }', { 'a.b': 'B' }],
    ['a = [{ b = 1 }, { b = 2 }][*].b', { a: '1,2', 'a.0': '1', 'a.1': '2' }],
    ['a = merge({ b = 1 }, { b = 2 })', { 'a.b': '2' }],
    ['a = jsonencode({ b = format("%s", 1) })', { a: 'jsonencode({ b = format("%s", 1) })', 'a.b': '1' }],
    ['a = max([1, 5]...)', { a: '5' }],
    ['a = keys({ c = 1, b = 2 })', { a: 'b,c', 'a.0': 'b', 'a.1': 'c' }],
    ['a = unknown("b")', { a: 'unknown("b")' }],
  ];

  test.each(cases)('%s', (body, expected) => {
    const attributes = attributesOf(body);

    expect(attributes).toEqual(expected);
  });

  test('data of a file of the repository', () => {
    const files = { 'conf/a.yaml': 'alarms:\n  slow: p99\n' };

    const attributes = attributesOf('a = yamldecode(file("${path.module}/conf/a.yaml")).alarms.slow', files);

    expect(attributes).toEqual({ a: 'p99' });
  });
});

describe('files of values', () => {
  const variable = 'variable "b" { default = "default" }';
  const cases: readonly (readonly [name: string, files: Files, expected: string])[] = [
    ['what is loaded by itself', { 'terraform.tfvars': 'b = "own"' }, 'own'],
    ['production over what is loaded', { 'terraform.tfvars': 'b = "own"', 'prod.tfvars': 'b = "prod"' }, 'prod'],
    ['production in a folder', { 'envs/production/x.tfvars': 'b = "prod"' }, 'prod'],
    ['another environment', { 'dev.tfvars': 'b = "dev"' }, 'default'],
    ['one that is no production by its name', { 'preprod.tfvars': 'b = "pre"' }, 'default'],
    ['the only one', { 'main.tfvars': 'b = "main"' }, 'main'],
    ['two for who knows what', { 'eu.tfvars': 'b = "eu"', 'us.tfvars': 'b = "us"' }, 'default'],
    ['what is shown to be copied', { 'prod-example.tfvars': 'b = "prod"' }, 'default'],
  ];

  test.each(cases)('%s', (_, files, expected) => {
    const attributes = attributesOf('a = var.b', { ...files, 'main.tf': variable });

    expect(attributes).toEqual({ a: expected });
  });

  test('stand in a folder beside the root too', () => {
    const { resources } = resourcesOf({
      'infra/app/main.tf': 'variable "b" {}\nresource "x" "y" { a = var.b }',
      'infra/vars/prod.tfvars': 'b = "prod"\nc = "of another"',
    });

    expect(resources[0]?.attributes).toEqual({ a: 'prod' });
  });

  test.each([
    ['a variable of the environment', 'env: { TF_VAR_b: "${{ github.sha }}" }', 'run: terraform apply'],
    ['an option', 'env: {}', 'run: terraform apply -var="b=${{ github.sha }}"'],
  ])('a pipeline sets it by %s', (_, env, step) => {
    const workflow = `on: push\njobs:\n  a:\n    runs-on: x\n    ${env}\n    steps:\n      - ${step}\n`;

    const attributes = attributesOf('a = var.b', { 'main.tf': variable, '.github/workflows/a.yml': workflow });

    expect(attributes).toEqual({ a: 'var.b' });
  });
});

describe('what is there, and how often', () => {
  const cases: readonly (readonly [name: string, body: string, variables: string, expected: string])[] = [
    ['none', 'count = 0', '', ' | count = 0'],
    ['some', 'count = 2', '', ''],
    ['a known condition', 'count = local.on ? 1 : 0', 'locals { on = false }', ' | count = 0 (local.on ? 1 : 0)'],
    ['an empty default', 'count = var.on ? 1 : 0', 'variable "on" { default = false }', ' | only if on is set'],
    [
      'an empty address through a local',
      'count = local.n',
      'variable "alert_email" { default = "" }\nlocals { n = var.alert_email == "" ? 0 : 1 }',
      ' | only if alert_email is set',
    ],
    ['a full default', 'count = var.on ? 1 : 0', 'variable "on" { default = true }', ''],
    ['no default', 'count = var.on ? 1 : 0', 'variable "on" {}', ' | only if var.on'],
    [
      'not for production',
      'count = var.env == "dev" ? 1 : 0',
      'variable "env" {}',
      ' | count = 0 (var.env == "dev" ? 1 : 0)',
    ],
    ['for production, by a variable that is declared elsewhere', 'count = var.env == "production" ? 1 : 0', '', ''],
    ['for production', 'count = var.env == "prod" ? 1 : 0', 'variable "env" { default = "dev" }', ''],
    ['a workspace', 'count = contains(["prod", "staging"], terraform.workspace) ? 1 : 0', '', ''],
    ['a length', 'count = length(var.emails)', 'variable "emails" { default = [] }', ' | only if emails is set'],
    ['elements of a default', 'for_each = var.all', 'variable "all" { default = {} }', ' | only if all is set'],
    ['no elements', 'for_each = {}', '', ' | for_each is empty'],
    ['elements that are not known', 'for_each = var.all', 'variable "all" {}', ''],
    ['elements under a condition', 'for_each = var.on ? { a = 1 } : {}', 'variable "on" {}', ' | only if var.on'],
  ];

  test.each(cases)('%s', (_, body, variables, expected) => {
    const brief = briefOf({ 'main.tf': `resource "x" "y" {\n${body}\n}\n${variables}` });

    expect(brief).toEqual([`x y main.tf:1${expected}`]);
  });

  test('one alarm for each entry of a map', () => {
    const { resources } = resourcesOf({
      'main.tf': `
locals {
  alarms = {
    slow   = { metric = "Latency", statistic = "p99" }
    failed = { metric = "Errors" }
  }
}
resource "alarm" "all" {
  for_each           = local.alarms
  name               = "answers-\${each.key}"
  metric_name        = each.value.metric
  extended_statistic = try(each.value.statistic, null)
}
`,
    });

    expect(resources.map(({ name, at, attributes }) => ({ name, line: at.line, attributes }))).toEqual([
      {
        name: 'all["slow"]',
        line: 8,
        attributes: { name: 'answers-slow', metric_name: 'Latency', extended_statistic: 'p99' },
      },
      { name: 'all["failed"]', line: 8, attributes: { name: 'answers-failed', metric_name: 'Errors' } },
    ]);
  });

  test('the elements of a set are their own keys', () => {
    const { resources } = resourcesOf({
      'main.tf': 'resource "x" "y" {\n  for_each = toset(["a", "b", "a"])\n  n = each.key\n}',
    });

    expect(resources.map(({ name, attributes }) => [name, attributes.n])).toEqual([
      ['y["a"]', 'a'],
      ['y["b"]', 'b'],
    ]);
  });

  test('a dynamic block becomes one block for each element', () => {
    const attributes = attributesOf(`
dynamic "setting" {
  for_each = { a = 1, b = 2 }
  content {
    name  = setting.key
    value = setting.value
  }
}
dynamic "rule" {
  for_each = ["c"]
  iterator = it
  content { name = it.value }
}`);

    expect(attributes).toEqual({
      'setting.0.name': 'a',
      'setting.0.value': '1',
      'setting.1.name': 'b',
      'setting.1.value': '2',
      'rule.name': 'c',
      'rule.0.name': 'c',
    });
  });
});
