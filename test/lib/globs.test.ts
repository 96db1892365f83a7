import { expect, test } from 'vitest';
import { literalPrefix } from '../../src/lib/globs.ts';

test.each([
  ['services/a/**', 'services/a'],
  ['./services/a', 'services/a'],
  ['services/*/src', 'services'],
  ['**', ''],
])('%s points into %j', (filter, expected) => {
  expect(literalPrefix(filter)).toBe(expected);
});
