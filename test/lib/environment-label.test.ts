import { describe, expect, it } from 'vitest';
import { environmentIn, isProduction } from '../../src/lib/environment-label.ts';

describe('environmentIn', () => {
  it.each([
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
  ])('%s: %s', (text, expected) => {
    expect(environmentIn(text)).toBe(expected);
  });
});

describe('isProduction', () => {
  it.each([
    ['prod', true],
    ['production', true],
    ['live', true],
    ['pre-prod', false],
    ['staging', false],
  ])('%s: %s', (name, expected) => {
    expect(isProduction(name)).toBe(expected);
  });
});
