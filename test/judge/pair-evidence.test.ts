import { describe, expect, test } from 'vitest';
import { pairEvidence } from '../../src/judge/pair-evidence.ts';
import type { ReportEvidence } from '../../src/model/report.ts';

/** `rule content path:line` as evidence; a dash for no content. */
function read(text: string): ReportEvidence {
  const [rule = '', content, place = ''] = text.split(' ');
  const [path = '', line] = place.split(':');
  return { rule, strength: 'proof', path, line: Number(line), title: text, ...(content === '-' ? {} : { content }) };
}

function pair(base: readonly string[], head: readonly string[]) {
  const { pairs, alone } = pairEvidence(base.map(read), head.map(read));
  return { pairs: pairs.map((both) => both.map(({ title }) => title)), alone: alone.map(({ title }) => title) };
}

test.each([
  ['at another line', ['r a x.yml:1'], ['r a x.yml:9']],
  ['in another file', ['r a x.yml:1'], ['r a y.yml:1']],
  ['edited where it stands', ['r a x.yml:1'], ['r b x.yml:1']],
  ['edited and moved', ['r a x.yml:1'], ['r b y.yml:1']],
  ['of a report without contents', ['r - x.yml:1'], ['r - x.yml:7']],
])('%s it is the same', (_, base, head) => {
  expect(pair(base, head)).toEqual({ pairs: [[base[0], head[0]]], alone: [] });
});

test('of another rule it is not', () => {
  expect(pair(['r a x.yml:1'], ['s a x.yml:1']).alone).toEqual(['r a x.yml:1']);
});

describe('of several that a rule finds', () => {
  test('the one whose content went is the one that went', () => {
    expect(pair(['r a x.yml:1', 'r b x.yml:5'], ['r b y.yml:9']).alone).toEqual(['r a x.yml:1']);
  });

  test('a move does not take the place of another', () => {
    const { pairs } = pair(['r a x.yml:1', 'r b y.yml:1'], ['r b x.yml:1', 'r a y.yml:1']);

    expect(pairs).toEqual([
      ['r a x.yml:1', 'r a y.yml:1'],
      ['r b y.yml:1', 'r b x.yml:1'],
    ]);
  });

  test('equal ones are counted', () => {
    expect(pair(['r a x.yml:1', 'r a x.yml:5', 'r a x.yml:9'], ['r a x.yml:2']).alone).toHaveLength(2);
  });
});
