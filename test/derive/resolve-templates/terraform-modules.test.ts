// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform's templates.
import { expect, test } from 'vitest';
import { callDepthLimit } from '../../../src/derive/resolve-templates.ts';
import { resourcesOf } from '../../support/resources.ts';

type Files = Readonly<Record<string, string>>;

/** Name, place and presence of all resources, with what they have in `a`. */
function briefOf(files: Files) {
  return resourcesOf(files).resources.map(({ type, name, at, attributes, disabled, conditional }) => ({
    is: `${type} ${name} ${at.path}:${at.line}`,
    ...(attributes.a === undefined ? {} : { a: attributes.a }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(conditional === undefined ? {} : { conditional }),
  }));
}

const alarm = {
  'modules/alarm/main.tf': 'variable "v" { default = "default" }\nresource "x" "this" {\n  a = var.v\n}',
};

test('a module stands where it is called, with what it is called with', () => {
  const brief = briefOf({
    ...alarm,
    'main.tf': 'module "slow" {\n  source = "./modules/alarm"\n  v = local.v\n}\nlocals { v = "p99" }',
  });

  expect(brief).toEqual([{ is: 'x module.slow.this modules/alarm/main.tf:2', a: 'p99' }]);
});

test('what is called twice is there twice', () => {
  const brief = briefOf({
    ...alarm,
    'main.tf':
      'module "a" {\n  source = "./modules/alarm"\n}\nmodule "b" {\n  source = "./modules//alarm"\n  v = aws_sns_topic.on_call.arn\n}',
  });

  expect(brief).toEqual([
    { is: 'x module.a.this modules/alarm/main.tf:2', a: 'default' },
    { is: 'x module.b.this modules/alarm/main.tf:2', a: 'aws_sns_topic.on_call.arn' },
  ]);
});

test('a part of what is handed in keeps the name that it has there', () => {
  const brief = briefOf({
    'm/main.tf': 'variable "v" {}\nresource "x" "y" { a = var.v.b[0] }',
    'main.tf': 'module "m" {\n  source = "./m"\n  v = module.other.out\n}',
  });

  expect(brief).toEqual([{ is: 'x module.m.y m/main.tf:2', a: 'module.other.out.b[0]' }]);
});

test('a module of elsewhere, or that is not there, stays a call', () => {
  const brief = briefOf({
    'main.tf':
      'module "a" {\n  source = "terraform-aws-modules/rds/aws"\n  a = local.v\n}\nmodule "b" { source = "./gone" }\nlocals { v = 1 }',
  });

  expect(brief).toEqual([{ is: 'module a main.tf:1', a: '1' }, { is: 'module b main.tf:5' }]);
});

test('a module that nothing calls stands for itself', () => {
  const brief = briefOf(alarm);

  expect(brief).toEqual([{ is: 'x this modules/alarm/main.tf:2', a: 'default' }]);
});

test('a call for each element, and one that is switched off', () => {
  const brief = briefOf({
    ...alarm,
    'main.tf': `
module "each" {
  source   = "./modules/alarm"
  for_each = { p95 = 1, p99 = 2 }
  v        = each.key
}
module "off" {
  source = "./modules/alarm"
  count  = 0
}
module "perhaps" {
  source = "./modules/alarm"
  count  = var.email == "" ? 0 : 1
}
variable "email" { default = "" }`,
  });

  expect(brief).toEqual([
    { is: 'x module.each["p95"].this modules/alarm/main.tf:2', a: 'p95' },
    { is: 'x module.each["p99"].this modules/alarm/main.tf:2', a: 'p99' },
    { is: 'x module.off.this modules/alarm/main.tf:2', a: 'default', disabled: 'count = 0' },
    { is: 'x module.perhaps.this modules/alarm/main.tf:2', a: 'default', conditional: 'only if email is set' },
  ]);
});

test('a condition on what a root leaves empty is told with the name that the root has for it', () => {
  const brief = briefOf({
    'main.tf': 'variable "alert_email" { default = "" }\nmodule "m" {\n  source = "./m"\n  to = var.alert_email\n}',
    'm/main.tf': 'variable "to" {}\nresource "x" "y" { count = var.to != "" ? 1 : 0 }',
  });

  expect(brief).toEqual([{ is: 'x module.m.y m/main.tf:2', conditional: 'only if alert_email is set' }]);
});

test('what a call leaves at an empty default is not there', () => {
  const brief = briefOf({
    'main.tf': 'module "m" { source = "./m" }',
    'm/main.tf': 'variable "to" { default = "" }\nresource "x" "y" { count = var.to != "" ? 1 : 0 }',
  });

  expect(brief).toEqual([{ is: 'x module.m.y m/main.tf:2', disabled: 'count = 0 (var.to != "" ? 1 : 0)' }]);
});

test('of roots for several environments the one for production tells what a module is', () => {
  const call = (v: string) => `module "m" {\n  source = "../../modules/alarm"\n  v = "${v}"\n}`;

  const brief = briefOf({ ...alarm, 'envs/dev/main.tf': call('dev'), 'envs/prod/main.tf': call('prod') });

  expect(brief).toEqual([{ is: 'x module.m.this modules/alarm/main.tf:2', a: 'prod' }]);
});

test('an example that calls a module does not make it one of the example', () => {
  const brief = briefOf({
    ...alarm,
    'examples/a/main.tf': 'module "m" {\n  source = "../../modules/alarm"\n  v = "e"\n}',
  });

  expect(brief).toEqual([
    { is: 'module m examples/a/main.tf:1' },
    { is: 'x this modules/alarm/main.tf:2', a: 'default' },
  ]);
});

test('a module among called ones that nothing calls is told to be left over', () => {
  const brief = briefOf({
    ...alarm,
    'modules/unused/main.tf': 'resource "x" "y" {}',
    'main.tf': 'module "a" { source = "./modules/alarm" }',
  });

  expect(brief.at(-1)).toEqual({
    is: 'x y modules/unused/main.tf:1',
    conditional: 'only if it is deployed: no template calls it',
  });
});

test('a name that is put together of a resource is not empty', () => {
  const brief = briefOf({
    'main.tf': 'resource "topic" "t" {}\nmodule "m" {\n  source = "./m"\n  to = topic.t.arn\n}',
    'm/main.tf': 'variable "to" { default = "" }\nresource "x" "y" { count = var.to != "" ? 1 : 0 }',
  });

  expect(brief).toContainEqual({ is: 'x module.m.y m/main.tf:2' });
});

test('modules that call each other are followed to a limit', () => {
  const call = (name: string) => `module "${name}" { source = "../${name}" }\nresource "x" "y" {}`;

  const brief = briefOf({ 'a/main.tf': call('b'), 'b/main.tf': call('a') });

  expect(brief.filter(({ is }) => is.startsWith('x '))).toHaveLength(callDepthLimit + 1);
});

test('variables that grow without end stay as they are written', () => {
  const locals = Array.from(
    { length: 40 },
    (_, index) => `l${index} = "\${local.l${index + 1}}\${local.l${index + 1}}"`,
  );

  const { resources } = resourcesOf({
    'main.tf': `locals {\n${locals.join('\n')}\n  l40 = "text"\n}\nresource "x" "y" { a = local.l0 }`,
  });

  expect(resources[0]?.attributes.a?.length).toBeLessThan(2_001);
});

test('lists that grow without end are told as cut', () => {
  const locals = Array.from({ length: 30 }, (_, index) => `l${index} = [local.l${index + 1}, local.l${index + 1}]`);

  const { diagnostics } = resourcesOf({
    'main.tf': `locals {\n${locals.join('\n')}\n  l30 = ["a"]\n}\nresource "x" "y" { a = local.l0 }`,
  });

  expect(diagnostics.map(({ code }) => code)).toEqual(['limit-reached']);
});
