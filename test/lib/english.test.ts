import { expect, test } from 'vitest';
import { countOf, joinWords } from '../../src/lib/english.ts';

test.each([
  [0, '0 files'],
  [1, '1 file'],
  [0.5, '0.5 files'],
  [1956, '1,956 files'],
])('%d is counted as %s', (count, expected) => {
  expect(countOf(count, 'file')).toBe(expected);
});

test('a noun may have a plural of its own', () => {
  expect(countOf(2, 'piece of evidence', 'pieces of evidence')).toBe('2 pieces of evidence');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is joined', (words, expected) => {
  expect(joinWords(words)).toBe(expected);
});
