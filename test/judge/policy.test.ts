import { describe, expect, test } from 'vitest';
import type { PolicyReview } from '../../src/judge/finding.ts';
import { repoPath } from '../../src/model/location.ts';
import type { Stage } from '../../src/model/maturity.ts';
import { system } from '../support/evidence.ts';
import { findingsOf, reviewOf, stage2, verdictOf } from '../support/judge.ts';

function recommend(stage: Stage | undefined): PolicyReview {
  return reviewOf({ recommended: new Map(stage === undefined ? [] : [['assistant', stage]]) });
}

describe('a target', () => {
  const cases: readonly [
    sentence: string,
    target: Stage | undefined,
    recommended: Stage | undefined,
    told: string[],
  ][] = [
    ['as recommended is fine', 3, 3, []],
    ['above the recommendation is premature', 4, 3, ['premature-target']],
    ['below the recommendation is low', 3, 4, ['low-target']],
    ['of 1 for a system in production is low', 1, 3, ['low-target']],
    ['that is not declared is neither', undefined, 3, []],
    ['of 1 for a pilot is fine', 1, undefined, []],
    ['of 2 for a pilot prepares for its users', 2, undefined, []],
    ['of 3 for a pilot is premature', 3, undefined, ['premature-target']],
  ];

  test.each(cases)('%s', (_, target, recommended, expected) => {
    const over = target === undefined ? {} : { target };
    const review = recommend(recommended);

    const found = (['premature-target', 'low-target'] as const).flatMap((kind) =>
      findingsOf(kind, over, {}, { review }),
    );

    expect(found.map(({ kind }) => kind)).toEqual(expected);
  });

  test('is told at its line as a notice', () => {
    const [finding] = findingsOf('low-target', { target: 3, line: 3, targetLine: 7 }, {}, { review: recommend(4) });

    expect(finding).toMatchObject({ level: 'notice', at: { path: 'stagegate.yml', line: 7 } });
  });

  test('that a policy above asks for is not premature', () => {
    const floors = [{ stage: 4 as const, source: 'org.yml:3' }];

    expect(findingsOf('premature-target', { target: 4, floors }, {}, { review: recommend(3) })).toEqual([]);
  });
});

describe('Stage 4 for every one', () => {
  const declared = (...targets: readonly Stage[]) =>
    targets.map((target, index) => system({ name: `system-${index}`, target }));

  test.each([
    ['of three systems is told', declared(4, 4, 4), 1],
    ['of two is not', declared(4, 4), 0],
    ['but one of three is not', declared(4, 4, 3), 0],
    ['of five is told', declared(4, 4, 4, 4, 4), 1],
  ])('%s', (_, systems, count) => {
    const review = reviewOf({ declared: systems, lines: { systems: 2 } });

    const found = findingsOf('everything-governed', {}, {}, { review });

    expect(found.map(({ level, at }) => [level, at?.line])).toEqual(Array(count).fill(['warning', 2]));
  });
});

describe('the review', () => {
  test.each([
    ['of 92 days ago is not overdue', '2026-08-24', 0],
    ['of 93 days ago is', '2026-08-23', 1],
    ['of tomorrow is not', '2026-11-25', 0],
  ])('%s', (_, reviewed, count) => {
    const found = findingsOf('review-overdue', {}, {}, { review: reviewOf({ reviewed, lines: { reviewed: 4 } }) });

    expect(found.map(({ level, at }) => [level, at?.line])).toEqual(Array(count).fill(['warning', 4]));
  });

  test('that the policy does not speak of is not overdue', () => {
    expect(findingsOf('review-overdue', {}, {}, { review: reviewOf() })).toEqual([]);
  });
});

test('a system that was found and is not declared warns where it was found, for no system', () => {
  const at = { path: repoPath('services/b/pyproject.toml'), line: 5 };
  const undeclared = [{ name: 'b', folder: 'services/b', kind: 'rag', at }];

  const [finding] = findingsOf('undeclared-system', {}, {}, { review: reviewOf({ undeclared }) });

  expect(finding).toMatchObject({ id: 'undeclared-system:services/b', level: 'warning', at });
  expect(finding?.system).toBeUndefined();
  expect(finding?.message).toContain('looks like rag was found in services/b');
});

test('without a policy nothing is said of one', () => {
  expect(verdictOf({ target: 2 }, { evidence: stage2 }).findings).toEqual([]);
});

test('a policy that asks for less than one above it is an error, and the reasons need no system', () => {
  const conflict = { id: 'mode', title: 'less', message: 'both lines', fix: 'Mend it.' };

  const verdict = verdictOf({ target: 2 }, { evidence: stage2 }, { review: reviewOf({ conflicts: [conflict] }) });

  expect(verdict).toMatchObject({ passed: false, reasons: ['less'] });
});

test('a floor keeps its own day below a target that is due later', () => {
  const floors = [{ stage: 2 as const, source: 'org.yml:3' }];
  const found = verdictOf({ target: 3, due: '2027-06-01', floors }, {}).findings;

  expect(found.map(({ level, practice }) => `${level} ${practice}`)).toEqual(['error delivery', 'warning watching']);
});
