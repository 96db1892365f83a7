import { expect, it } from 'vitest';
import { lineFinder } from '../../src/lib/line-finder.ts';

it.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 3],
  [99, 3],
])('offset %i is on line %i', (offset, line) => {
  const lineOf = lineFinder('a\n\nbc');

  expect(lineOf(offset)).toBe(line);
});
