import { expect, test } from 'vitest';
import { type AspectInput, assessAspect, isEnough } from '../../src/assess/aspect.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { repoPath } from '../../src/model/location.ts';
import { evidence, obscured, withheld } from '../support/evidence.ts';

const today = '2026-11-24';
const nothing: AspectInput = {
  evidence: [],
  withheld: [],
  obscured: [],
  attestations: [],
  waivers: [],
  withinMonths: undefined,
  today,
};
const attestation = { aspect: 'practice/aspect', by: 'lead', on: '2026-08-12', until: '2027-02-12' };
const waiver = { target: 'practice/aspect', reason: 'batch only', owner: 'data', until: '2027-06-30' };
const sign = (path: string, over: Partial<Evidence> = {}) =>
  evidence({ strength: 'sign', at: { path: repoPath(path), line: 3 }, ...over });
const hint = evidence({ strength: 'hint' });

const cases: readonly [sentence: string, Partial<AspectInput>, status: string][] = [
  ['nothing at all is absent', {}, 'absent'],
  ['a proof is enough', { evidence: [evidence()] }, 'proven'],
  ['two signs from different files are enough', { evidence: [sign('a.yml'), sign('b.yml')] }, 'proven'],
  [
    'two signs of different kinds of fact are enough',
    { evidence: [sign('a.yml'), sign('a.yml', { factKind: 'job' })] },
    'proven',
  ],
  ['two signs of one kind in one file are one sign', { evidence: [sign('a.yml'), sign('a.yml')] }, 'hinted'],
  ['one sign alone hints', { evidence: [sign('a.yml')] }, 'hinted'],
  [
    'three hints are still a hint',
    { evidence: [hint, evidence({ strength: 'hint', factKind: 'file' }), hint] },
    'hinted',
  ],
  ['a sign and a hint are no proof', { evidence: [sign('a.yml'), hint] }, 'hinted'],
  ['withheld evidence does not count', { withheld: [withheld('it only echoes')] }, 'absent'],
  ['an attestation stands in for evidence', { attestations: [attestation] }, 'attested'],
  ['proof comes before an attestation', { evidence: [evidence()], attestations: [attestation] }, 'proven'],
  ['an attestation counts on its last day', { attestations: [{ ...attestation, until: today }] }, 'attested'],
  ['an attestation that is over is stale', { attestations: [{ ...attestation, until: '2026-11-23' }] }, 'stale'],
  ['a waiver takes the aspect out', { waivers: [waiver] }, 'waived'],
  ['an attestation comes before a waiver', { attestations: [attestation], waivers: [waiver] }, 'attested'],
  ['a waiver that is over is stale', { waivers: [{ ...waiver, until: '2026-01-01' }] }, 'stale'],
  ['a source that could not be read makes it unknown', { obscured: [obscured()] }, 'unknown'],
  ['proof comes before what could not be read', { evidence: [evidence()], obscured: [obscured()] }, 'proven'],
  ['unknown comes before a hint', { evidence: [hint], obscured: [obscured()] }, 'unknown'],
  [
    'stale comes before unknown',
    { attestations: [{ ...attestation, until: '2026-01-01' }], obscured: [obscured()] },
    'stale',
  ],
  [
    'dated evidence within its months counts',
    { withinMonths: 12, evidence: [evidence({ date: '2025-11-24' })] },
    'proven',
  ],
  ['dated evidence a day older is stale', { withinMonths: 12, evidence: [evidence({ date: '2025-11-23' })] }, 'stale'],
  ['evidence without a date only hints where dates matter', { withinMonths: 12, evidence: [evidence()] }, 'hinted'],
  ['a date to come proves nothing yet', { withinMonths: 12, evidence: [evidence({ date: '2026-12-01' })] }, 'hinted'],
  [
    'a recent date outweighs an old one',
    { withinMonths: 12, evidence: [evidence({ date: '2020-01-01' }), evidence({ date: today })] },
    'proven',
  ],
  ['dates do not matter elsewhere', { evidence: [evidence({ date: '2001-01-01' })] }, 'proven'],
];

test.each(cases)('%s', (_, input, status) => {
  expect(assessAspect({ ...nothing, ...input }).status).toBe(status);
});

test('what counts is told, hints beside a proof are not', () => {
  const proof = evidence();

  expect(assessAspect({ ...nothing, evidence: [hint, proof] }).evidence).toEqual([proof]);
});

test('the reason of unknown names what would settle it', () => {
  expect(assessAspect({ ...nothing, obscured: [obscured()] }).reason).toBe('it is a setting (metadata: read)');
});

test('nothing is not enough', () => {
  expect(isEnough([])).toBe(false);
});
