import { expect, test } from 'vitest';
import { classifyEnvironment } from '../../src/lib/environment-name.ts';

test.each([
  ['production', 'production'],
  ['Prod', 'production'],
  ['eu-west-1/prd', 'production'],
  ['live', 'production'],
  ['preprod', 'nonproduction'],
  ['pre-production', 'nonproduction'],
  ['non-prod', 'nonproduction'],
  ['STAGING_EU', 'nonproduction'],
  ['staging-eu', 'nonproduction'],
  ['pr-12', 'nonproduction'],
  ['dev', 'nonproduction'],
  ['device', undefined],
  ['products', undefined],
  ['delivery', undefined],
  ['github-pages', undefined],
  ['${{ inputs.env }}-prod', undefined],
])('%s is %s', (name, expected) => {
  expect(classifyEnvironment(name)).toBe(expected);
});
