import { expect, test } from 'vitest';
import type { ReportAspect, ReportSystem } from '../../../src/model/report.ts';
import { listUnknowns } from '../../../src/report/view/unknowns.ts';
import { model } from '../../support/report.ts';
import { assistant } from '../../support/report-systems.ts';

function unknown(reason: string | null): ReportAspect {
  return { status: 'unknown', evidence: [], looked: 0, reason };
}

const system: ReportSystem = {
  ...assistant,
  target: null,
  recommended: null,
  practices: {
    'ci-cd-deployment': { stage: 2, status: 'unknown', aspects: { 'code-review': unknown('no token') } },
    'eval-in-ci': {
      stage: 3,
      status: 'unknown',
      aspects: { harness: unknown('no token'), 'on-change': unknown(null) },
    },
    'cost-attribution': {
      stage: 3,
      status: 'met',
      aspects: { 'per-user': { ...unknown('no token'), optional: true } },
    },
    'production-approval': { stage: 4, status: 'unknown', aspects: { approval: unknown('no permission') } },
  },
};

test('aspects that one thing would settle stand together, optional ones and later stages not at all', () => {
  expect(listUnknowns(system, model)).toEqual([
    { reason: 'no token', aspects: ['ci-cd-deployment/code-review', 'eval-in-ci/harness'] },
    { reason: 'a source that could show it could not be read', aspects: ['eval-in-ci/on-change'] },
  ]);
});

test.each([
  ['its target', { target: 4 }],
  ['what the unknown could reach', { stage: { atLeast: 2, atMost: 4 } }],
  ['its next stage', { stage: { atLeast: 3, atMost: 3 }, next: { stage: 4, met: 0, total: 3 } }],
])('a later stage counts where it is %s', (_, changed) => {
  const reasons = listUnknowns({ ...system, ...changed }, model).map(({ reason }) => reason);

  expect(reasons).toContain('no permission');
});

test('at its goal a system need not know more', () => {
  const reached = { ...system, target: 3, stage: { atLeast: 3, atMost: 3 }, next: { stage: 4, met: 0, total: 3 } };

  expect(listUnknowns(reached, model).map(({ reason }) => reason)).not.toContain('no permission');
});
