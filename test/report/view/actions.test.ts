import { expect, test } from 'vitest';
import type { ReportSystem } from '../../../src/model/report.ts';
import { ACTIONS_SHOWN, listActions } from '../../../src/report/view/actions.ts';
import { model } from '../../support/report.ts';
import { absent, assistant, evidence, proven, scorer } from '../../support/report-systems.ts';

function withPractices(practices: ReportSystem['practices']): ReportSystem {
  return { ...assistant, practices };
}

function fixesOf(system: ReportSystem): readonly string[] {
  return listActions(system, model).map(({ practice, fix }) => `${practice}: ${fix}`);
}

test('the first gap of each practice comes first, in the order of the model, and no more than three', () => {
  const system = withPractices({
    'drift-detection': { stage: 3, status: 'missing', aspects: { shift: absent, alert: absent } },
    'latency-monitoring': { stage: 3, status: 'missing', aspects: { percentiles: absent, alerts: absent } },
    'eval-in-ci': { stage: 3, status: 'missing', aspects: { harness: absent } },
    'cost-attribution': { stage: 3, status: 'missing', aspects: { 'per-use-case': absent } },
  });

  expect(fixesOf(system)).toHaveLength(ACTIONS_SHOWN);
  expect(listActions(system, model).map(({ practice }) => practice)).toEqual([
    'eval-in-ci',
    'latency-monitoring',
    'drift-detection',
  ]);
});

test('where fewer practices have gaps, their second gaps follow', () => {
  const system = withPractices({
    'drift-detection': { stage: 3, status: 'missing', aspects: { shift: absent, alert: absent } },
  });

  expect(fixesOf(system)).toEqual([
    'drift-detection: Compare the cost per request of each day with that of the month before.',
    'drift-detection: Send what the comparison finds to the channel on call.',
  ]);
});

test('one fix that mends several gaps is told once', () => {
  const fix = 'Do it all.';
  const practices = model.practices.map((practice) => ({
    ...practice,
    aspects: practice.aspects.map((aspect) => ({ ...aspect, fix })),
  }));
  const system = withPractices({
    'drift-detection': { stage: 3, status: 'missing', aspects: { shift: absent, alert: absent } },
  });

  expect(listActions(system, { ...model, practices })).toHaveLength(1);
});

test('what is optional, unknown, of another stage or satisfied is no action', () => {
  const unknown = { ...absent, status: 'unknown' as const };
  const system = withPractices({
    'eval-in-ci': { stage: 3, status: 'partial', aspects: { harness: proven(), 'on-change': unknown } },
    'cost-attribution': { stage: 3, status: 'partial', aspects: { 'per-user': { ...absent, optional: true } } },
    'production-approval': { stage: 4, status: 'missing', aspects: { approval: absent } },
  });

  expect(fixesOf(system)).toEqual([]);
});

test.each([
  ['a system at its target', { ...assistant, target: 2 }],
  ['a system at the recommended stage, without a target', { ...assistant, target: null, recommended: 2 }],
  ['a system at the last stage', { ...assistant, next: null }],
  ['a system that only the unknown blocks', scorer],
])('%s has nothing to do', (_, system) => {
  expect(listActions(system, model)).toEqual([]);
});

test.each([
  ['missing', 'eval-in-ci', '2–4 weeks'],
  ['missing', 'latency-monitoring', 'about 1 week'],
  ['partial', 'eval-in-ci', 'up to 4 weeks'],
  ['missing', 'rollback-procedure', '0.5–1 week'],
] as const)('a practice that is %s takes its weeks: %s', (status, id, effort) => {
  const practice = model.practices.find((candidate) => candidate.id === id);
  const aspects = Object.fromEntries((practice?.aspects ?? []).map((aspect) => [aspect.id, absent]));
  const stage = practice?.stage ?? 1;
  const system = { ...withPractices({ [id]: { stage, status, aspects } }), next: { stage, met: 0, total: 1 } };

  expect(listActions(system, model)[0]?.effort).toBe(effort);
});

test('the place of an action is what does not count, else what only looks like it', () => {
  const hint = evidence('b.yml:2', 'a hint');
  const withheld = [evidence('a.yml:1', 'an evaluation', { because: 'it is disabled' })];
  const system = withPractices({
    'eval-in-ci': { stage: 3, status: 'missing', aspects: { harness: { ...absent, evidence: [hint], withheld } } },
    'latency-monitoring': { stage: 3, status: 'missing', aspects: { alerts: { ...absent, evidence: [hint] } } },
    'drift-detection': { stage: 3, status: 'missing', aspects: { shift: absent } },
  });

  expect(listActions(system, model).map(({ place }) => place?.path)).toEqual(['a.yml', 'b.yml', undefined]);
});
