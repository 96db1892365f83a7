import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleFiles, readWithAll } from '../support/fuzz.ts';
import { mutated } from '../support/mutated.ts';

test('whatever becomes of a file, it is read without a throw, in time, and facts stand inside it', () => {
  fc.assert(
    fc.property(mutated(exampleFiles), ([path, text]) => {
      expect(readWithAll(path, text)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_500 },
  );
});
