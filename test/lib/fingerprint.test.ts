import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';

test('is sixteen hex digits, the same in every run', () => {
  expect(fingerprint('')).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint('stagegate')).toBe('1ffe711fa06a6b87');
});

test('tells texts apart, however alike', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) => `evals/${index}.yml`);

  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
});

test('is of any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[0-9a-f]{16}$/.test(fingerprint(text))));
});
