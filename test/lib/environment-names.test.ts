// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are a pipeline's.
import { describe, expect, test } from 'vitest';
import { classifyEnvironment, environmentIn, isProduction, namesEnvironment } from '../../src/lib/environment-names.ts';

test.each([
  ['production', 'production'],
  ['Prod', 'production'],
  ['eu-west-1/prd', 'production'],
  ['envs/production/eu.tfvars', 'production'],
  ['live', 'production'],
  ['preprod', 'nonproduction'],
  ['pre-production', 'nonproduction'],
  ['non-prod', 'nonproduction'],
  ['STAGING_EU', 'nonproduction'],
  ['staging-eu', 'nonproduction'],
  ['envs/dev/main', 'nonproduction'],
  ['acceptance', 'nonproduction'],
  ['pr-12', 'nonproduction'],
  ['review/$CI_COMMIT_REF_SLUG', 'nonproduction'],
  ['prod-${{ matrix.region }}', 'production'],
  ['device', undefined],
  ['product', undefined],
  ['delivery', undefined],
  ['github-pages', undefined],
  ['${{ inputs.env }}-prod', undefined],
])('%s is %s', (name, expected) => {
  expect(classifyEnvironment(name)).toBe(expected);
});

describe('the environment in', () => {
  test.each([
    ['values-prod', 'prod'],
    ['prod-values', 'prod'],
    ['values.staging', 'staging'],
    ['Production', 'production'],
    ['values-pre-prod', 'pre-prod'],
    ['values-preprod', 'preprod'],
    ['non-prod', 'non-prod'],
    ['prod-eu', 'prod'],
    ['values', undefined],
    ['products', undefined],
    ['values-lite', undefined],
  ])('%s is %s', (text, expected) => {
    expect(environmentIn(text)).toBe(expected);
  });
});

test.each([
  ['prod', true],
  ['production', true],
  ['live', true],
  ['pre-prod', false],
  ['staging', false],
])('%s is production: %s', (name, expected) => {
  expect(isProduction(name)).toBe(expected);
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
