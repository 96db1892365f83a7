import { expect, test } from 'vitest';
import type { System } from '../../src/model/system.ts';
import { findingsOf, met, stage2, stage3 } from '../support/judge.ts';

const attested = { by: 'lead', on: '2026-06-01', until: '2027-06-01', line: 9 };
const waived = { reason: 'none', owner: 'data', until: '2027-06-01', line: 12 };

const cases: readonly [
  sentence: string,
  system: Partial<System>,
  evidence: typeof stage2,
  messages: readonly string[],
][] = [
  [
    'an attestation of what is proven anyway',
    { attest: [{ aspect: 'delivery/review', ...attested }] },
    stage2,
    ['it is proven anyway, by a.yml:1.'],
  ],
  [
    'a waiver of what is proven anyway',
    { waive: [{ target: 'delivery/review', ...waived }] },
    stage2,
    ['it is proven anyway, by a.yml:1.'],
  ],
  [
    'an attestation that stands in for evidence is used',
    { attest: [{ aspect: 'delivery/review', ...attested }] },
    [],
    [],
  ],
  ['a waiver that takes something out is used', { waive: [{ target: 'delivery/review', ...waived }] }, [], []],
  [
    'a waiver beside an attestation',
    { attest: [{ aspect: 'delivery/review', ...attested }], waive: [{ target: 'delivery/review', ...waived }] },
    [],
    ['another entry stands for it: attested by lead on 2026-06-01 until 2027-06-01.'],
  ],
  [
    'an attestation of a day to come',
    { attest: [{ aspect: 'delivery/review', ...attested, on: '2026-12-01' }] },
    [],
    ['it holds from 2026-12-01 on, which is still to come.'],
  ],
  [
    'a waiver of a capability that is not there',
    { waive: [{ target: 'registry', ...waived }] },
    [],
    ['no registry was found.'],
  ],
  [
    'a waiver of a capability that the scale justifies',
    { waive: [{ target: 'registry', ...waived }], scale: { models: 20 } },
    met('registry'),
    ['the declared scale justifies it.'],
  ],
  [
    'a waiver of a capability that was bought early is used',
    { waive: [{ target: 'registry', ...waived }] },
    met('registry'),
    [],
  ],
  [
    "a regime that is not among the system's own",
    { attest: [{ aspect: 'drills/documented:mas', ...attested }], regimes: ['eu-ai-act'] },
    [],
    ["it names a regime that is not among the system's regimes."],
  ],
  ['an optional aspect may be waived', { waive: [{ target: 'watching/per-user', ...waived }] }, stage3, []],
];

test.each(cases)('%s', (_, system, evidence, messages) => {
  const found = findingsOf('unused-waiver', { target: 4, ...system }, { evidence });

  expect(found.map(({ message }) => message)).toEqual(messages);
});

test('it is a notice at its line, and each has an id of its own', () => {
  const entry = { aspect: 'delivery/review', ...attested };

  const found = findingsOf(
    'unused-waiver',
    { target: 2, attest: [entry, { ...entry, line: 15 }] },
    { evidence: stage2 },
  );

  expect(found.map(({ level, id, at }) => [level, id, at?.path, at?.line])).toEqual([
    ['notice', 'unused-waiver:assistant:attest:delivery/review', 'stagegate.yml', 9],
    ['notice', 'unused-waiver:assistant:attest:delivery/review:2', 'stagegate.yml', 15],
  ]);
});
