import { describe, expect, test } from 'vitest';
import { repoPath } from '../../src/model/location.ts';
import { evidence, obscured, withheld } from '../support/evidence.ts';
import { met, policyPath, stage2, today, told, verdictOf } from '../support/judge.ts';

test('a system at its target passes in silence', () => {
  expect(verdictOf({ target: 2 }, { evidence: stage2 })).toEqual({ findings: [], passed: true, reasons: [] });
});

test('every practice up to the target that is not met is a gap, lower stages first', () => {
  const verdict = verdictOf({ target: 4 }, { evidence: met('delivery/deploy') });

  expect(told(verdict)).toEqual([
    'error gap:assistant:delivery',
    'error gap:assistant:watching',
    'error gap:assistant:drills',
  ]);
  expect(verdict.passed).toBe(false);
});

test('a gap names only the aspects that are open', () => {
  const [gap] = verdictOf({ target: 2 }, { evidence: met('delivery/deploy') }).findings;

  expect(gap).toMatchObject({ aspects: ['review'], title: 'Stage 2 needs: delivery (review)', fix: 'Add review.' });
});

test('optional aspects are no gap', () => {
  expect(told(verdictOf({ target: 3 }, { evidence: [...stage2, ...met('watching/alert')] }))).toEqual([]);
});

test('a practice above the target is nobody’s business', () => {
  expect(told(verdictOf({ target: 2 }, { evidence: stage2 }))).toEqual([]);
});

test('a system without a target has no gaps', () => {
  expect(verdictOf({}, {}).passed).toBe(true);
});

test('gaps warn until the day they are due, and fail from that day on', () => {
  expect(told(verdictOf({ target: 2, due: '2026-11-25' }, {}))).toEqual(['warning gap:assistant:delivery']);
  expect(told(verdictOf({ target: 2, due: today }, {}))).toEqual(['error gap:assistant:delivery']);
});

test('observe tells errors as warnings and never fails', () => {
  const verdict = verdictOf({ target: 2 }, {}, { mode: 'observe' });

  expect(told(verdict)).toEqual(['warning gap:assistant:delivery']);
  expect(verdict.passed).toBe(true);
});

describe('what is unknown', () => {
  const unknown = { evidence: met('delivery/deploy'), obscured: [obscured({ target: 'delivery/review' })] };

  test('warns, and is no gap', () => {
    const verdict = verdictOf({ target: 2 }, unknown);

    expect(told(verdict)).toEqual(['warning unknown:assistant:delivery:review']);
    expect(verdict.findings[0]?.message).toContain('metadata: read');
    expect(verdict.passed).toBe(true);
  });

  test('fails if the policy says so', () => {
    expect(verdictOf({ target: 2 }, unknown, { onUnknown: 'fail' }).passed).toBe(false);
  });

  test('is silent if the policy says so', () => {
    expect(told(verdictOf({ target: 2 }, unknown, { onUnknown: 'ignore' }))).toEqual([]);
  });

  test('of an incomplete scan is never a pass', () => {
    const verdict = verdictOf({ target: 2 }, { evidence: stage2 }, {}, false);

    expect(verdict.passed).toBe(false);
    expect(verdict.reasons[0]).toContain('incomplete');
  });
});

describe('what was bought early', () => {
  const registry = [...stage2, ...met('watching/alert', 'registry')];

  test('is an error for target 3', () => {
    expect(told(verdictOf({ target: 3 }, { evidence: registry }))).toEqual([
      'error over-investment:assistant:registry',
    ]);
  });

  test('warns below', () => {
    expect(told(verdictOf({ target: 2 }, { evidence: registry }))).toEqual([
      'warning over-investment:assistant:registry',
    ]);
  });

  test('is fine from the threshold on', () => {
    expect(told(verdictOf({ target: 3, scale: { models: 20 } }, { evidence: registry }))).toEqual([]);
    expect(told(verdictOf({ target: 3, scale: { models: 19 } }, { evidence: registry }))).toHaveLength(1);
  });

  test('is silent while a waiver lasts', () => {
    const waive = [{ target: 'registry', reason: 'moving away', owner: 'data', until: '2027-06-30' }];

    expect(told(verdictOf({ target: 3, waive }, { evidence: registry }))).toEqual([]);
  });

  test('needs more than one sign', () => {
    const evidenceOf = [...stage2, ...met('watching/alert'), evidence({ target: 'registry', strength: 'sign' })];

    expect(told(verdictOf({ target: 3 }, { evidence: evidenceOf }))).toEqual([]);
  });
});

test('what is past its date is told as stale, once', () => {
  const old = evidence({ target: 'drills/exercised', date: '2020-01-01' });
  const verdict = verdictOf(
    { target: 4 },
    { evidence: [...stage2, ...met('watching/alert', 'drills/documented'), old] },
  );

  expect(told(verdict)).toEqual(['error stale:assistant:drills:exercised']);
});

test('each regime is asked for by itself', () => {
  const dated = evidence({ target: 'drills/exercised', date: today });
  const verdict = verdictOf(
    { target: 4, regimes: ['mas'] },
    { evidence: [...stage2, ...met('watching/alert', 'drills/documented'), dated] },
  );

  expect(verdict.findings[0]).toMatchObject({ aspects: ['documented:mas'] });
});

test('a symptom is a notice at its place and changes nothing', () => {
  const at = { path: repoPath('deploy.sh'), line: 2 };
  const verdict = verdictOf({ target: 2 }, { evidence: [...stage2, evidence({ target: 'by-hand', at })] });

  expect(verdict.findings).toMatchObject([{ level: 'notice', id: 'symptom:assistant:by-hand', at }]);
  expect(verdict.passed).toBe(true);
});

describe('the place of a gap', () => {
  const at = { path: repoPath('evals.yml'), line: 7 };

  test('is the evidence that is contradicted, with its reason in the message', () => {
    const [gap] = verdictOf(
      { target: 2 },
      { withheld: [withheld('it only echoes', { target: 'delivery/deploy', at })] },
    ).findings;

    expect(gap?.at).toEqual(at);
    expect(gap?.message).toContain('but it only echoes');
  });

  test('is what there is of the practice', () => {
    expect(
      verdictOf({ target: 2 }, { evidence: [evidence({ target: 'delivery/deploy', at })] }).findings[0]?.at,
    ).toEqual(at);
  });

  test('is no file of which only its being there was seen', () => {
    const found = [evidence({ target: 'delivery/deploy', at, factKind: 'file' })];

    expect(verdictOf({ target: 2 }, { evidence: found }).findings[0]?.at).toBeUndefined();
  });

  test('is the system’s entry in the policy where there is nothing', () => {
    expect(verdictOf({ target: 2, line: 3 }, {}, { policyPath }).findings[0]?.at).toEqual({
      path: policyPath,
      line: 3,
    });
  });

  test('is nowhere rather than on a random line', () => {
    expect(verdictOf({ target: 2 }, {}).findings[0]?.at).toBeUndefined();
  });
});
