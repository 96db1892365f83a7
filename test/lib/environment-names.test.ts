import { expect, test } from 'vitest';
import { environmentOf, namesEnvironment } from '../../src/lib/environment-names.ts';

test.each([
  ['prod', 'production'],
  ['envs/production/eu.tfvars', 'production'],
  ['Live', 'production'],
  ['prod-eu', 'production'],
  ['preprod', 'other'],
  ['pre-prod', 'other'],
  ['nonprod', 'other'],
  ['envs/dev/main', 'other'],
  ['staging', 'other'],
  ['pr-12', 'other'],
  ['product', undefined],
  ['delivery', undefined],
  ['main', undefined],
])('%s is %s', (name, expected) => {
  const environment = environmentOf(name);

  expect(environment).toBe(expected);
});

test.each([
  ['env', true],
  ['var.environment', true],
  ['environmentName', true],
  ['deploy_stage', true],
  ['Stage', true],
  ['containerAppsEnvironmentName', false],
  ['environment_variables', false],
  ['price_tier', false],
])('%s names the environment: %s', (name, expected) => {
  expect(namesEnvironment(name)).toBe(expected);
});
