// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are references as files write them.
import { expect, test } from 'vitest';
import { hideListed, showAttribute } from '../../src/lib/secret-attributes.ts';

test.each([
  ['password', 'hunter2', '(hidden)'],
  ['MasterUserPassword', 'hunter2', '(hidden)'],
  ['OPENAI_API_KEY', 'sk-1', '(hidden)'],
  ['accountKey', 'abc', '(hidden)'],
  ['PartitionKey', 'id', 'id'],
  ['key', 'CostCentre', 'CostCentre'],
  ['allowSharedKeyAccess', 'false', 'false'],
  ['password', '', ''],
  ['password', '{{resolve:secretsmanager:x}}', '{{resolve:secretsmanager:x}}'],
  ['apiKey', '@Microsoft.KeyVault(SecretUri=https://v)', '@Microsoft.KeyVault(SecretUri=https://v)'],
  ['API_TOKEN', '${env:API_TOKEN}', '${env:API_TOKEN}'],
  ['url', 'postgres://me:hunter2@db/x', 'postgres://db/x'],
  ['user_data', '{"api_key": "hunter2"}', '{"api_key": "(hidden)"}'],
])('%s = %s is shown as %s', (key, text, expected) => {
  expect(showAttribute({ path: key, key, text, isKnown: true })).toBe(expected);
});

test('what only refers to a secret is shown', () => {
  const shown = showAttribute({ path: 'password', key: 'password', text: 'var.password', isKnown: false });

  expect(shown).toBe('var.password');
});

test.each([
  ['name', 'value'],
  ['Name', 'Value'],
  ['key', 'value'],
])('a value beside a %s that tells of a secret', (name, value) => {
  const shown = hideListed(
    'x',
    new Map([
      [`env.0.${name}`, 'API_TOKEN'],
      [`env.0.${value}`, 'hunter2'],
    ]),
  );

  expect(shown[`env.0.${value}`]).toBe('(hidden)');
});

test('the value of something that is a secret itself', () => {
  const shown = hideListed(
    'Microsoft.KeyVault/vaults/secrets',
    new Map([
      ['properties.value', 'hunter2'],
      ['name', 'a'],
    ]),
  );

  expect(shown).toEqual({ 'properties.value': '(hidden)', name: 'a' });
});
