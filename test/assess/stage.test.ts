import { expect, test } from 'vitest';
import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { practiceStatus, stageRange } from '../../src/assess/stage.ts';
import type { MaturityModel } from '../../src/model/maturity.ts';
import type { AspectStatus, PracticeStatus } from '../../src/model/report.ts';

const { model } = loadRulesFolder().ruleSet;

const practiceCases: readonly [string, readonly AspectStatus[], PracticeStatus][] = [
  ['all satisfied, each in its way, is met', ['proven', 'attested', 'waived'], 'met'],
  ['one absent of two is partial', ['proven', 'absent'], 'partial'],
  ['only absent is missing', ['absent', 'absent'], 'missing'],
  ['hinted is not satisfied', ['hinted'], 'missing'],
  ['stale is not satisfied', ['stale', 'proven'], 'partial'],
  ['only unknown is unknown', ['unknown'], 'unknown'],
  ['satisfied and unknown is unknown', ['proven', 'unknown'], 'unknown'],
  ['unknown and absent is missing', ['unknown', 'absent'], 'missing'],
  ['unknown, absent and proven is partial', ['unknown', 'absent', 'proven'], 'partial'],
];

test.each(practiceCases)('%s', (_, required, status) => {
  expect(practiceStatus(required)).toBe(status);
});

/** Every practice met but some. */
function statuses(over: Readonly<Record<string, PracticeStatus>>, of: MaturityModel = model) {
  return { ...Object.fromEntries(of.practices.map(({ id }) => [id, 'met' as const])), ...over };
}

const stageCases: readonly [string, Readonly<Record<string, PracticeStatus>>, number, number][] = [
  ['everything met is Stage 4', {}, 4, 4],
  ['a missing practice of Stage 2 holds at Stage 1, whatever else is met', { 'rollback-procedure': 'missing' }, 1, 1],
  ['a partial practice of Stage 3 holds at Stage 2', { 'latency-monitoring': 'partial' }, 2, 2],
  ['an unknown practice opens the range', { 'ci-cd-deployment': 'unknown' }, 1, 4],
  [
    'the range ends where something is known to be missing',
    { 'ci-cd-deployment': 'unknown', 'quality-gates': 'missing' },
    1,
    3,
  ],
  [
    'an unknown above what is missing changes nothing',
    { 'rollback-procedure': 'missing', 'audit-logs': 'unknown' },
    1,
    1,
  ],
];

test.each(stageCases)('%s', (_, over, atLeast, atMost) => {
  expect(stageRange(statuses(over), model)).toEqual({ atLeast, atMost });
});

test('what is unknown never raises the lower end', () => {
  for (const { id } of model.practices) {
    const known = stageRange(statuses({ [id]: 'missing' }), model);
    const unknown = stageRange(statuses({ [id]: 'unknown' }), model);

    expect(unknown.atLeast).toBe(known.atLeast);
    expect(unknown.atMost).toBe(4);
  }
});
