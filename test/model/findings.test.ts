import { describe, expect, test } from 'vitest';
import type { Recognition } from '../../src/model/evidence.ts';
import { repoPath } from '../../src/model/location.ts';
import type { System } from '../../src/model/system.ts';
import { evidence, obscured } from '../support/evidence.ts';
import { aspectsOf, assess, findingsOf, proofs } from '../support/real-model.ts';

const stage2 = proofs(...aspectsOf(2));
const stage3 = proofs(...aspectsOf(2, 3));
const stage4 = proofs(...aspectsOf(2, 3, 4));
const without = (target: string, ...stages: readonly number[]) =>
  proofs(...aspectsOf(...stages).filter((aspect) => aspect !== target));
const attested = { by: 'lead', on: '2026-01-01', line: 9 };

type Case = readonly [
  sentence: string,
  recognition: Partial<Recognition>,
  system: Partial<System>,
  told: readonly string[],
];

/** A row of the table of findings, and its default level; the system is `assistant`. */
const rows: readonly Case[] = [
  [
    'a gap of a practice that is missing is an error',
    { evidence: without('rollback-procedure/documented', 2) },
    { target: 2 },
    ['error gap rollback-procedure documented'],
  ],
  [
    'a gap of a practice that is partial names the open aspects',
    { evidence: without('ci-cd-deployment/code-review', 2) },
    { target: 2 },
    ['error gap ci-cd-deployment code-review'],
  ],
  [
    'a gap before the day that is due is a warning',
    { evidence: without('rollback-procedure/documented', 2) },
    { target: 2, due: '2027-01-01' },
    ['warning gap rollback-procedure documented'],
  ],
  ['no practice above the target is a gap', { evidence: stage2 }, { target: 2 }, []],
  [
    'over-investment is an error for target 3',
    { evidence: [...stage3, ...proofs('model-registry')] },
    { target: 3 },
    ['error over-investment model-registry'],
  ],
  [
    'over-investment is an error for target 4',
    { evidence: [...stage4, ...proofs('automl')] },
    { target: 4, regulated: 'insurance' },
    ['error over-investment automl'],
  ],
  [
    'over-investment warns for target 2',
    { evidence: [...stage2, ...proofs('feature-store')] },
    { target: 2 },
    ['warning over-investment feature-store'],
  ],
  [
    'over-investment warns without a target',
    { evidence: proofs('feature-store') },
    {},
    ['warning over-investment feature-store'],
  ],
  [
    'what the scale justifies is none',
    { evidence: [...stage3, ...proofs('model-registry')] },
    { target: 3, scale: { 'models-in-production': 20 } },
    [],
  ],
  [
    'a hint of a capability is none',
    { evidence: [...stage3, evidence({ target: 'model-registry', strength: 'hint' })] },
    { target: 3 },
    [],
  ],
  [
    'scope creep is a warning',
    { evidence: [...stage3, evidence({ target: 'audit-logs/retained', costly: true })] },
    { target: 3 },
    ['warning scope-creep audit-logs retained'],
  ],
  [
    'a plain review by two people is no creep',
    { evidence: [...stage3, ...proofs('production-approval/approval')] },
    { target: 3 },
    [],
  ],
  [
    'a committed policy document is no creep',
    { evidence: [...stage3, ...proofs('compliance-posture/documented')] },
    { target: 3 },
    [],
  ],
  [
    'an attestation past its date is an error for what the target needs',
    { evidence: without('rollback-procedure/documented', 2) },
    { target: 2, attest: [{ aspect: 'rollback-procedure/documented', ...attested, until: '2026-11-23' }] },
    ['error stale rollback-procedure documented'],
  ],
  [
    'a waiver past its date is too',
    { evidence: without('rollback-procedure/documented', 2) },
    { target: 2, waive: [{ target: 'rollback-procedure/documented', reason: 'x', owner: 'y', until: '2026-11-23' }] },
    ['error stale rollback-procedure documented'],
  ],
  [
    'a drill past its year is too',
    {
      evidence: [
        ...without('incident-runbooks/exercised', 2, 3, 4),
        evidence({ target: 'incident-runbooks/exercised', date: '2025-11-23' }),
      ],
    },
    { target: 4, regulated: 'x' },
    ['error stale incident-runbooks exercised'],
  ],
  [
    'a review past its year is too',
    {
      evidence: [
        ...without('third-party-review/review', 2, 3, 4),
        evidence({ target: 'third-party-review/review', date: '2025-11-23' }),
      ],
    },
    { target: 4, regulated: 'x' },
    ['error stale third-party-review review'],
  ],
  [
    '30 days before its end it warns',
    { evidence: without('rollback-procedure/documented', 2) },
    { target: 2, attest: [{ aspect: 'rollback-procedure/documented', ...attested, until: '2026-12-24' }] },
    ['warning stale rollback-procedure documented'],
  ],
  [
    'an aspect that cannot be known is a warning',
    {
      evidence: without('ci-cd-deployment/code-review', 2),
      obscured: [obscured({ target: 'ci-cd-deployment/code-review' })],
    },
    { target: 2 },
    ['warning unknown ci-cd-deployment code-review'],
  ],
  ['a target above the recommendation is a notice', { evidence: stage4 }, { target: 4 }, ['notice premature-target']],
  [
    'a target below the recommendation is a notice',
    { evidence: stage3 },
    { target: 3, regulated: 'insurance' },
    ['notice low-target'],
  ],
  [
    'a waiver that hides what is proven is a notice',
    { evidence: stage2 },
    { target: 2, waive: [{ target: 'ci-cd-deployment/code-review', reason: 'x', owner: 'y', until: '2027-06-01' }] },
    ['notice unused-waiver'],
  ],
  [
    'a waiver of a capability that is not there is a notice',
    { evidence: stage2 },
    { target: 2, waive: [{ target: 'automl', reason: 'x', owner: 'y', until: '2027-06-01' }] },
    ['notice unused-waiver'],
  ],
  [
    'a symptom is a notice',
    { evidence: [...stage2, ...proofs('env-files-committed')] },
    { target: 2 },
    ['notice symptom'],
  ],
];

test.each(rows)('%s', (_, recognition, system, told) => {
  const found = findingsOf([assess(recognition, { audience: 'internal', ...system })]);
  const words = found
    // The recommendation is 3 here, which is told of targets below it in a row of its own.
    .filter(({ kind }) => kind !== 'low-target' || told.some((row) => row.includes('low-target')))
    .map(({ level, kind, practice = '', capability = '', aspects }) =>
      [level, kind, practice, capability, aspects.join(',')].filter((word) => word !== '').join(' '),
    );

  expect(words).toEqual(told);
});

test('every finding has an id of its own, a title, a message, a fix, and a place in the policy or the repository', () => {
  const systems = rows.map(([, recognition, system], index) =>
    assess(recognition, { ...system, name: `system-${index}`, line: index + 2 }),
  );

  const found = findingsOf(systems);

  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(found.filter(({ title, message, fix, at }) => !title || !/[.]$/.test(message) || !fix || !at)).toEqual([]);
});

test('no id changes when lines move', () => {
  const assessed = (line: number) =>
    rows.map(([, recognition, system], index) => {
      const moved = (recognition.evidence ?? []).map((item) => ({
        ...item,
        at: { path: repoPath('moved.yml'), line },
      }));
      return assess({ ...recognition, evidence: moved }, { ...system, name: `system-${index}`, line });
    });

  const ids = (line: number) =>
    findingsOf(assessed(line))
      .map(({ id }) => id)
      .sort();

  expect(ids(7)).toEqual(ids(90));
});

test('what is unknown tells the least permission that would settle it', () => {
  const hidden = [obscured({ target: 'ci-cd-deployment/code-review', settle: 'metadata: read' })];
  const [finding] = findingsOf([
    assess({ evidence: without('ci-cd-deployment/code-review', 2), obscured: hidden }, { target: 2 }),
  ]);

  expect(finding?.fix).toBe('metadata: read; or attest ci-cd-deployment/code-review in the policy.');
});

describe('Stage 4 for every one of three or more systems', () => {
  const governed = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      assess({ evidence: stage4 }, { name: `s${index}`, target: 4, regulated: 'x' }),
    );

  test.each([
    [2, 0],
    [3, 1],
    [4, 1],
  ])('%i of them', (count, told) => {
    expect(findingsOf(governed(count)).filter(({ kind }) => kind === 'everything-governed')).toHaveLength(told);
  });
});

test('observe fails nothing, and enforce fails below the target', () => {
  const below = [assess({ evidence: stage2 }, { target: 3 })];
  const levels = (mode: 'observe' | 'enforce') => new Set(findingsOf(below, { mode }).map(({ level }) => level));

  expect(levels('observe')).toEqual(new Set(['warning']));
  expect(levels('enforce')).toEqual(new Set(['error']));
});
