import { expect, test } from 'vitest';
import { terraform } from '../../src/extract/terraform.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

test.each([
  ['main.tf', true],
  ['infra/prod/main.tofu', true],
  ['infra/prod.tfvars', true],
  ['tests/main.tftest.hcl', false],
  ['prod.tfvars.example', false],
  ['main.tf.example', false],
])('claims %s: %s', (path, expected) => {
  const claimed = terraform.claims(repoPath(path));

  expect(claimed).toBe(expected);
});

test('a file is a template of inputs, locals and what it declares', () => {
  const text = `
variable "env" { default = "dev" }
variable "db_password" {}
variable "note" {
  type      = string
  sensitive = true
}
locals {
  a = 1
}
resource "x" "y" {
  count = 2
}
module "m" {
  source   = "./m"
  for_each = local.all
}
output "o" { value = 1 }
`;

  const { facts, parts } = terraform.extract(sourceFile('main.tf', text), tools);

  expect(facts).toEqual([]);
  expect(parts).toMatchObject([
    {
      kind: 'template',
      inputs: [
        { name: 'var.env', default: { kind: 'literal', value: 'dev' }, isSecret: false },
        { name: 'var.db_password', isSecret: true },
        { name: 'var.note', isSecret: true },
      ],
      locals: [{ name: 'local.a', value: { value: '1' } }],
      declared: [
        { type: 'x', name: 'y', line: 11, count: { value: '2' } },
        {
          type: 'module',
          name: 'm',
          line: 14,
          each: { collection: { text: 'local.all' } },
          calls: { template: './m' },
        },
      ],
    },
  ]);
});

test('a file of values gives them by the names of variables', () => {
  const { parts } = terraform.extract(sourceFile('prod.tfvars', 'a = 1\nb = ["c"]\n'), tools);

  expect(parts).toMatchObject([{ kind: 'values', values: [{ name: 'var.a' }, { name: 'var.b' }] }]);
});

test('nesting past the limit is only known by its text', () => {
  const { parts, diagnostics } = terraform.extract(
    sourceFile('a.tf', `locals { a = ${'['.repeat(5_000)}${']'.repeat(5_000)} }`),
    tools,
  );

  expect(diagnostics).toEqual([]);
  expect(parts).toHaveLength(1);
});
