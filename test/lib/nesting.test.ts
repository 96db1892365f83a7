import { expect, test } from 'vitest';
import { nestSpans } from '../../src/lib/nesting.ts';

const span = (name: string, start: number, end: number, rank = 0) => ({ name, start, end, rank });

test.each([
  ['none', [], []],
  ['one after the other', [span('b', 2, 4), span('a', 0, 2)], ['a -1', 'b -1']],
  ['one in the other', [span('b', 1, 2), span('a', 0, 3), span('c', 2, 3)], ['a -1', 'b 0', 'c 0']],
  [
    'three deep and out again',
    [span('a', 0, 9), span('b', 1, 5), span('c', 2, 3), span('d', 5, 9)],
    ['a -1', 'b 0', 'c 1', 'd 0'],
  ],
  ['equal ones by their rank', [span('b', 0, 3, 1), span('a', 0, 3, 0)], ['a -1', 'b 0']],
])('spans, %s', (_, spans, expected) => {
  const nested = nestSpans(spans, ({ rank }) => rank);

  expect(nested.map(({ name, parent }) => `${name} ${parent}`)).toEqual(expected);
});
