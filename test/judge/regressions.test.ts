import { describe, expect, test } from 'vitest';
import { assessSystem } from '../../src/assess/system.ts';
import type { GateSettings } from '../../src/judge/finding.ts';
import { judge } from '../../src/judge/verdict.ts';
import type { Comparison, Regression } from '../../src/model/comparison.ts';
import { repoPath } from '../../src/model/location.ts';
import type { System } from '../../src/model/system.ts';
import { evidence, system } from '../support/evidence.ts';
import { smallModel } from '../support/model.ts';

const today = '2026-11-24';
const gone = { rule: 'r', title: 'a review', path: 'owners.yml', line: 3, how: 'deleted' as const };
const lost: Regression = {
  practice: 'delivery',
  aspect: 'review',
  stage: 2,
  from: 'proven',
  to: 'absent',
  reason: null,
  gone: [gone],
};
const state = { commit: null, tool: '0', model: '1', rules: null };

function judgeLoss(over: Partial<Regression>, gate: Partial<GateSettings> = {}, of: Partial<System> = {}) {
  const found = { evidence: [evidence({ target: 'delivery/deploy' })], withheld: [], obscured: [] };
  const assessment = assessSystem(system(of), found, { model: smallModel, today });
  const changed = {
    name: 'assistant',
    status: 'kept' as const,
    stage: { base: null, head: null },
    regressions: [{ ...lost, ...over }],
    improvements: [],
    early: [],
  };
  const comparison: Comparison = { version: 1, base: state, head: state, systems: [changed] };
  const settings: GateSettings = { mode: 'ratchet', onUnknown: 'warn', today, ...gate };
  return judge([assessment], smallModel, settings, true, { comparison });
}

function regressionOf(...args: Parameters<typeof judgeLoss>) {
  return judgeLoss(...args).findings.find(({ kind }) => kind === 'regression');
}

describe('the level of a loss', () => {
  test.each<[string, Partial<Regression>, Partial<GateSettings>, Partial<System>, string | undefined]>([
    ['in ratchet is an error', {}, {}, {}, 'error'],
    ['in ratchet is an error far above the target', { stage: 4 }, {}, { target: 2 }, 'error'],
    ['in observe is a warning', {}, { mode: 'observe' }, {}, 'warning'],
    ['in enforce is an error up to the target', {}, { mode: 'enforce' }, { target: 2 }, 'error'],
    [
      'in enforce is an error before the day that is due',
      {},
      { mode: 'enforce' },
      { target: 2, due: '2030-01-01' },
      'error',
    ],
    ['in enforce is a warning above the target', { stage: 3 }, { mode: 'enforce' }, { target: 2 }, 'warning'],
    ['in enforce is a warning without a target', {}, { mode: 'enforce' }, {}, 'warning'],
    ['of an optional aspect is a warning', { optional: true }, {}, {}, 'warning'],
    ['that may be none, since it is unknown, is a warning', { to: 'unknown' }, {}, {}, 'warning'],
    ['that may be none is an error if the policy says so', { to: 'unknown' }, { onUnknown: 'fail' }, {}, 'error'],
    ['that may be none is silent if the policy says so', { to: 'unknown' }, { onUnknown: 'ignore' }, {}, undefined],
  ])('%s', (_, over, gate, of, level) => {
    expect(regressionOf(over, gate, of)?.level).toBe(level);
  });
});

describe('the words of a loss', () => {
  test('name the place on the base, what became of it, why it matters and how to mend it', () => {
    expect(regressionOf({})).toMatchObject({
      id: 'regression:assistant:delivery:review',
      title: 'No longer proven: delivery (review)',
      message: expect.stringMatching(/^`owners\.yml:3` proved it on the base \(a review\) and was deleted\. \S/),
      fix: 'Bring it back, or show it another way: Add review.',
    });
  });

  test('name three places of many', () => {
    const many = [1, 2, 3, 4, 5].map((line) => ({ ...gone, line }));

    expect(regressionOf({ gone: many })?.message).toMatch(
      /:3` and 2 more proved it on the base \(a review\) and were deleted\. /,
    );
  });

  test('tell the reason where nothing went', () => {
    expect(regressionOf({ gone: [], reason: 'last dated 2020-01-01' })?.message).toMatch(/^last dated 2020-01-01\. /);
    expect(regressionOf({ gone: [], to: 'hinted' })?.message).toMatch(/only hinted here/);
  });

  test('add what hides it now', () => {
    expect(regressionOf({ to: 'unknown', reason: 'it is a setting (metadata: read)' })?.message).toContain(
      'was deleted; it is a setting (metadata: read)',
    );
  });
});

describe('the place of a loss', () => {
  test('is what contradicts it', () => {
    const against = { ...gone, how: 'contradicted' as const, now: { path: 'a.yml', line: 9 } };

    expect(regressionOf({ gone: [gone, against] })?.at).toEqual({ path: 'a.yml', line: 9 });
  });

  test('is the file that no longer shows it', () => {
    expect(regressionOf({ gone: [gone, { ...gone, how: 'unmatched' }] })?.at).toEqual({ path: 'owners.yml', line: 3 });
  });

  test('is where a file was moved to', () => {
    const moved = { ...gone, how: 'moved' as const, now: { path: 'old/owners.yml', line: 3 } };

    expect(regressionOf({ gone: [moved] })?.at).toEqual(moved.now);
  });

  test.each(['deleted', 'unaided', 'gone'] as const)(
    'is nowhere rather than in a file that can’t mend it: %s',
    (how) => {
      expect(regressionOf({ gone: [{ ...gone, how }] })?.at).toBeUndefined();
    },
  );

  test('is the system’s entry in the policy where nothing is left', () => {
    const policyPath = repoPath('stagegate.yml');

    expect(regressionOf({ practice: 'watching', aspect: 'alert', stage: 3 }, { policyPath }, { line: 4 })?.at).toEqual({
      path: policyPath,
      line: 4,
    });
  });
});

test('a loss of a system that the head does not have is none', () => {
  expect(judgeLoss({}, {}, { name: 'other' }).findings.filter(({ kind }) => kind === 'regression')).toEqual([]);
});
