import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '../../../src/extract/markdown/prose.ts';

test.each([
  ['two words', 2],
  ["don't roll-back v1.2", 3],
  ['é — naïve', 2],
  ['評価 done', 3],
  ['- * 1', 1],
])('%s: %i words', (text, expected) => {
  expect(countWords(text)).toBe(expected);
});

test('plain text is counted as any other', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1-_.\'  \n"') }), (text) => {
      expect(countWords(text)).toBe(countWords(`${text} é`) - 1);
    }),
  );
});
