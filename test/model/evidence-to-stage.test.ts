import { describe, expect, test } from 'vitest';
import type { Recognition } from '../../src/model/evidence.ts';
import { repoPath } from '../../src/model/location.ts';
import type { Attestation, System, Waiver } from '../../src/model/system.ts';
import { evidence, obscured, withheld } from '../support/evidence.ts';
import { aspectsOf, assess, model, proofs } from '../support/real-model.ts';

const target = 'rollback-procedure/documented';
const sign = (path: string) => evidence({ target, strength: 'sign', at: { path: repoPath(path), line: 1 } });
const hint = evidence({ target, strength: 'hint' });
const unread = obscured({ target });
const attestation: Attestation = { aspect: target, by: 'lead', on: '2026-01-01', until: '2027-01-01' };
const waiver: Waiver = { target, reason: 'none', owner: 'data', until: '2027-01-01' };
const over = '2026-11-23';

/** Everything of Stage 2 but the one aspect is proven. */
const rest = proofs(...aspectsOf(2).filter((aspect) => aspect !== target));

function statusOf(recognition: Partial<Recognition>, system: Partial<System> = {}) {
  const practice = assess(recognition, system).practices.find(({ practice: { id } }) => id === 'rollback-procedure');
  return practice?.aspects[0]?.status;
}

describe('an aspect is the first that applies of', () => {
  const order: readonly [
    sentence: string,
    recognition: Partial<Recognition>,
    system: Partial<System>,
    status: string,
  ][] = [
    [
      'proven, by a proof, whatever else',
      { evidence: [evidence({ target })], obscured: [unread] },
      { attest: [attestation], waive: [waiver] },
      'proven',
    ],
    [
      'proven, by two signs from different files',
      { evidence: [sign('a'), sign('b')], obscured: [unread] },
      { attest: [attestation] },
      'proven',
    ],
    ['attested', { evidence: [hint], obscured: [unread] }, { attest: [attestation], waive: [waiver] }, 'attested'],
    ['waived', { evidence: [hint], obscured: [unread] }, { waive: [waiver] }, 'waived'],
    ['stale', { evidence: [hint], obscured: [unread] }, { attest: [{ ...attestation, until: over }] }, 'stale'],
    ['unknown', { evidence: [sign('a'), hint], obscured: [unread] }, {}, 'unknown'],
    ['hinted, by a hint', { evidence: [hint, hint] }, {}, 'hinted'],
    ['hinted, by one sign alone', { evidence: [sign('a')] }, {}, 'hinted'],
    ['absent', {}, {}, 'absent'],
  ];

  test.each(order)('%s', (_, recognition, system, status) => {
    expect(statusOf(recognition, system)).toBe(status);
  });
});

describe('only proven, attested and waived satisfy', () => {
  test.each([
    ['proven', { evidence: [...rest, evidence({ target })] }, {}, 2],
    ['attested', { evidence: rest }, { attest: [attestation] }, 2],
    ['waived', { evidence: rest }, { waive: [waiver] }, 2],
    ['stale', { evidence: rest }, { attest: [{ ...attestation, until: over }] }, 1],
    ['unknown', { evidence: rest, obscured: [unread] }, {}, 1],
    ['hinted', { evidence: [...rest, hint] }, {}, 1],
    ['absent', { evidence: rest }, {}, 1],
  ] as const)('%s', (status, recognition, system, stage) => {
    const found = { ...recognition } as Partial<Recognition>;

    expect(statusOf(found, system)).toBe(status);
    expect(assess(found, system).stage.atLeast).toBe(stage);
  });
});

test('what contradicts evidence removes it, and the report says why', () => {
  const assessment = assess({ evidence: rest, withheld: [withheld('it only echoes', { target })] });
  const aspect = assessment.practices.find(({ practice }) => practice.id === 'rollback-procedure')?.aspects[0];

  expect(assessment.stage.atLeast).toBe(1);
  expect(aspect).toMatchObject({ status: 'absent', withheld: [{ because: 'it only echoes' }] });
});

describe('a practice is', () => {
  const parts = aspectsOf(2).filter((aspect) => aspect.startsWith('structured-logging/'));
  const [first = '', second = '', third = '', fourth = ''] = parts;
  const unknown = (...targets: readonly string[]) => targets.map((name) => obscured({ target: name }));

  test.each([
    ['met if all required aspects are satisfied', proofs(...parts), [], 'met'],
    [
      'unknown if none is absent, hinted or stale, and some are unknown',
      proofs(first, second),
      unknown(third, fourth),
      'unknown',
    ],
    ['unknown if all are', [], unknown(...parts), 'unknown'],
    ['partial if some are satisfied', proofs(first), [], 'partial'],
    ['partial if some are satisfied, some unknown and some absent', proofs(first), unknown(second), 'partial'],
    ['missing if none is satisfied', [], [], 'missing'],
    ['missing if none is satisfied and some are unknown', [], unknown(first), 'missing'],
  ] as const)('%s', (_, found, hidden, status) => {
    const practice = assess({ evidence: found, obscured: hidden }).practices.find(
      ({ practice: { id } }) => id === 'structured-logging',
    );

    expect(practice?.status).toBe(status);
  });

  test('met although an optional aspect is absent', () => {
    const found = proofs('cost-attribution/per-use-case', 'cost-attribution/per-model');
    const practice = assess({ evidence: found }).practices.find(({ practice: { id } }) => id === 'cost-attribution');

    expect(practice?.status).toBe('met');
  });
});

describe('the stage is the highest of which, and below which, every practice is met', () => {
  test.each([
    ['nothing is Stage 1', [], 1],
    ['Stage 2', aspectsOf(2), 2],
    ['Stage 3', aspectsOf(2, 3), 3],
    ['Stage 4', aspectsOf(2, 3, 4), 4],
    ['Stage 3 alone is Stage 1', aspectsOf(3, 4), 1],
    ['Stage 2 with Stage 4 and without Stage 3 is Stage 2', aspectsOf(2, 4), 2],
  ])('%s', (_, targets, stage) => {
    expect(assess({ evidence: proofs(...targets) }).stage).toEqual({ atLeast: stage, atMost: stage });
  });

  test.each(model.practices.map(({ id, stage }) => [id, stage] as const))(
    'without %s the stage is below %i',
    (id, stage) => {
      const found = proofs(...aspectsOf(2, 3, 4).filter((aspect) => !aspect.startsWith(`${id}/`)));

      expect(assess({ evidence: found }).stage.atLeast).toBe(stage - 1);
    },
  );
});

test('the stage is a range where something is unknown: not met for its lower end, met for its upper', () => {
  const found = proofs(...aspectsOf(2, 3).filter((aspect) => aspect !== 'ci-cd-deployment/code-review'));

  expect(assess({ evidence: found, obscured: [obscured({ target: 'ci-cd-deployment/code-review' })] }).stage).toEqual({
    atLeast: 1,
    atMost: 3,
  });
});

test('beside the stage stands how many practices of the next one are met', () => {
  const found = proofs(...aspectsOf(2).filter((aspect) => aspect !== target));

  expect(assess({ evidence: found }).next).toEqual({ stage: 2, met: 4, total: 5 });
  expect(assess({ evidence: proofs(...aspectsOf(2, 3, 4)) }).next).toBeUndefined();
});

test('a symptom explains and never changes the stage', () => {
  const symptoms = proofs(...model.symptoms.map(({ id }) => id));

  expect(assess({ evidence: [...proofs(...aspectsOf(2, 3)), ...symptoms] }).stage.atLeast).toBe(3);
});

describe('a capability is justified from the scale of its row', () => {
  test.each(model.capabilities.map(({ id, justified }) => [id, justified] as const))('%s', (id, { scale, from }) => {
    const justifiedAt = (value: number, thresholds = {}) =>
      assess({ evidence: proofs(id) }, { scale: { [scale]: value }, ...thresholds }).capabilities.find(
        (capability) => capability.id === id,
      )?.justified;
    const own = { thresholds: [{ capability: id, from: 1, reason: 'it comes with the platform' }] };

    expect([justifiedAt(from - 1), justifiedAt(from), justifiedAt(1, own)]).toEqual([false, true, true]);
    expect(assess({ evidence: proofs(id) }).capabilities.find((capability) => capability.id === id)?.justified).toBe(
      false,
    );
  });
});
