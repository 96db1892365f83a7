import { describe, expect, test } from 'vitest';
import type { Attestation, Waiver } from '../../src/model/system.ts';
import { evidence } from '../support/evidence.ts';
import { findingsOf, met, stage3, today } from '../support/judge.ts';

const attestation: Attestation = {
  aspect: 'delivery/review',
  by: 'lead',
  on: '2026-06-01',
  until: '2027-06-01',
  line: 9,
};
const waiver: Waiver = {
  target: 'delivery/review',
  reason: 'one person',
  owner: 'data',
  until: '2027-06-01',
  line: 12,
};
const deployed = { evidence: met('delivery/deploy') };

function staleOf(over: Parameters<typeof findingsOf>[1], recognition: Parameters<typeof findingsOf>[2] = deployed) {
  return findingsOf('stale', over, recognition).map(({ level, title, at }) => `${level} ${title} :${at?.line}`);
}

test.each([
  [
    'an attestation that is over is an error for what the target needs',
    '2026-11-23',
    ['error Out of date: delivery/review :9'],
  ],
  ['on its last day it warns', today, ['warning Soon out of date: delivery/review :9']],
  ['it warns 30 days before', '2026-12-24', ['warning Soon out of date: delivery/review :9']],
  ['and not 31 days before', '2026-12-25', []],
])('%s', (_, until, expected) => {
  expect(staleOf({ target: 2, attest: [{ ...attestation, until }] })).toEqual(expected);
});

test('a waiver ends as an attestation does', () => {
  expect(staleOf({ target: 2, waive: [{ ...waiver, until: '2026-11-23' }] })).toEqual([
    'error Out of date: delivery/review :12',
  ]);
  expect(staleOf({ target: 2, waive: [{ ...waiver, until: '2026-12-01' }] })).toEqual([
    'warning Soon out of date: delivery/review :12',
  ]);
});

test('before the target is due, what is over warns', () => {
  const attest = [{ ...attestation, until: '2026-11-23' }];

  expect(staleOf({ target: 2, due: '2027-01-01', attest })).toEqual(['warning Out of date: delivery/review :9']);
});

test('for a stage above the target it is a notice', () => {
  const attest = [{ ...attestation, until: '2026-11-23' }];

  expect(staleOf({ target: 1, attest })).toEqual(['notice Out of date: delivery/review :9']);
});

test('the entry that holds longest counts, whatever the order', () => {
  const attest = [{ ...attestation, until: '2026-12-01' }, attestation, { ...attestation, until: '2026-01-01' }];

  expect(staleOf({ target: 2, attest })).toEqual([]);
});

test('the message tells who said so, and how many days are left', () => {
  const [finding] = findingsOf('stale', { target: 2, attest: [{ ...attestation, until: '2026-12-01' }] }, deployed);

  expect(finding?.message).toBe('attested by lead on 2026-06-01 until 2026-12-01; it ends in 7 days.');
  expect(finding?.fix).toBe('Attest it anew, with the day and the link of the latest record. Or prove it: Add review.');
});

describe('what has to be of the last 12 months', () => {
  const governed = [...stage3, ...met('drills/documented')];
  const drill = (date: string) => ({ evidence: [...governed, evidence({ target: 'drills/exercised', date })] });

  test.each([
    ['is fine as long as it will count for more than 30 days', '2025-12-25', []],
    ['warns 30 days before it is too old', '2025-12-24', ['warning Soon out of date: drills/exercised :1']],
    ['counts a year later still, and warns', '2025-11-24', ['warning Soon out of date: drills/exercised :1']],
    ['is an error a day later', '2025-11-23', ['error Out of date: drills/exercised :1']],
  ])('%s', (_, date, expected) => {
    expect(staleOf({ target: 4 }, drill(date))).toEqual(expected);
  });

  test('is not told of where the target does not need it', () => {
    expect(staleOf({ target: 3 }, drill('2020-01-01'))).toEqual([]);
  });

  test('tells the days that are left of the latest record', () => {
    const [finding] = findingsOf('stale', { target: 4 }, drill('2025-12-04'));

    expect(finding?.message).toBe('last dated 2025-12-04, which counts for 12 months; it ends in 10 days.');
  });

  test('is attested for no longer than it would be proven', () => {
    const attest = [{ ...attestation, aspect: 'drills/exercised', on: '2025-11-01', until: '2027-11-01' }];

    expect(staleOf({ target: 4, attest }, { evidence: governed })).toEqual(['error Out of date: drills/exercised :9']);
  });
});

describe('the waiver of a capability', () => {
  const registry = { evidence: [...stage3, ...met('registry')] };
  const waive = (until: string) => [{ ...waiver, target: 'registry', until }];

  test.each([
    ['is silent while it lasts', '2027-06-01', []],
    ['warns 30 days before its end', '2026-12-01', ['warning Soon out of date: the waiver of registry :12']],
    ['warns when it is over', '2026-11-23', ['warning Out of date: the waiver of registry :12']],
  ])('%s', (_, until, expected) => {
    expect(staleOf({ target: 3, waive: waive(until) }, registry)).toEqual(expected);
  });

  test('is over with the over-investment told anew', () => {
    expect(findingsOf('over-investment', { target: 3, waive: waive('2026-11-23') }, registry)).toHaveLength(1);
    expect(findingsOf('over-investment', { target: 3, waive: waive(today) }, registry)).toEqual([]);
  });
});
