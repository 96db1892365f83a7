import { expect, test } from 'vitest';
import { repoPath } from '../../src/model/location.ts';
import { evidence, system } from '../support/evidence.ts';
import { findingsOf, reviewOf, today } from '../support/judge.ts';

const at = { path: repoPath('infra/drill.tf'), line: 4 };
const drill = evidence({ target: 'drills/exercised', date: today, costly: true, at, title: 'drills are bought' });

test('proof of a costly Stage 4 practice for a system targeted at 3 warns at its place', () => {
  const [finding, ...others] = findingsOf('scope-creep', { target: 3 }, { evidence: [drill] });

  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: 'scope-creep:assistant:drills',
    level: 'warning',
    practice: 'drills',
    aspects: ['exercised'],
    message: expect.stringContaining('drills are bought; that is Stage 4, and the target is 3.'),
    at,
  });
});

test.each([
  ['for a target of 2 too', { target: 2 as const }, drill, 1],
  ['not for a target of 4', { target: 4 as const }, drill, 0],
  ['not without a target', {}, drill, 0],
  ['not of what costs little', { target: 3 as const }, evidence({ target: 'drills/documented' }), 0],
  ['not of one sign alone', { target: 3 as const }, { ...drill, strength: 'sign' as const }, 0],
  ['not of what is out of date', { target: 3 as const }, { ...drill, date: '2020-01-01' }, 0],
  ['not of a stage below', { target: 2 as const }, evidence({ target: 'watching/alert', costly: true }), 0],
])('%s', (_, over, found, count) => {
  expect(findingsOf('scope-creep', over, { evidence: [found] })).toHaveLength(count);
});

test('not of what is shared with a system that aims at Stage 4', () => {
  const review = reviewOf({ declared: [system({ target: 3 }), system({ name: 'scorer', target: 4 })] });

  expect(findingsOf('scope-creep', { target: 3 }, { evidence: [drill] }, { review })).toEqual([]);
});

test('but of what lies under its own root', () => {
  const review = reviewOf({ declared: [system({ target: 3 }), system({ name: 'scorer', target: 4 })] });

  expect(findingsOf('scope-creep', { target: 3, root: 'infra' }, { evidence: [drill] }, { review })).toHaveLength(1);
});

test('where the profile calls for Stage 4, the fix is to aim there', () => {
  const review = reviewOf({ recommended: new Map([['assistant', 4]]) });

  expect(findingsOf('scope-creep', { target: 3 }, { evidence: [drill] }, { review })[0]?.fix).toContain(
    'Raise the target',
  );
});
