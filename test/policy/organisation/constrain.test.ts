import { describe, expect, test } from 'vitest';
import { chooseMode } from '../../../src/policy/mode.ts';
import { resolve, team } from '../../support/organisation.ts';

/** A policy with its targets held to the least ones. */
function hold(...args: Parameters<typeof resolve>) {
  const policy = resolve(...args);
  const { systems, conflicts } = policy.hold(policy.systems ?? []);
  return { ...policy, systems, conflicts: [...policy.conflicts, ...conflicts] };
}

function conflictsOf(policy: string, organisation: string): readonly string[] {
  return hold(policy, { 'org.yml': `version: 1\n${organisation}` }).conflicts.map(({ message }) => message);
}

const attested = 'by: lead\n    on: 2026-11-01\n    until: 2027-02-01';
const waived = 'reason: none\n    owner: data\n    until: 2027-02-01';

describe('the least target', () => {
  const least3 = 'targets:\n  - target: 3\n    due: 2027-06-01\n';

  test('below it, both lines are told and it holds', () => {
    const { conflicts, systems } = hold(team('target: 2'), { 'org.yml': `version: 1\n${least3}` });

    expect(conflicts).toMatchObject([
      {
        system: 'a',
        message: 'target: 2 (stagegate.yml:6) is below target: 3 (org.yml:3), so 3 holds.',
        at: { path: 'stagegate.yml', line: 6 },
      },
    ]);
    expect(systems).toMatchObject([{ target: 3, due: '2027-06-01', targetSource: 'org.yml:3' }]);
  });

  test.each([
    ['a target as asked for', 'target: 3\ndue: 2027-06-01', []],
    ['a target above it with a day of its own', 'target: 4\ndue: 2029-01-01', []],
    ['no target at all, which is then that one', 'kind: rag', []],
    ['an earlier day', 'target: 3\ndue: 2027-01-01', []],
    [
      'a later day',
      'target: 3\ndue: 2027-06-02',
      ['due: 2027-06-02 (stagegate.yml:7) is later than 2027-06-01 (org.yml:3), so 2027-06-01 holds.'],
    ],
  ])('%s', (_, keys, told) => {
    expect(conflictsOf(team(keys), least3)).toEqual(told);
  });

  test('without a day is due now, so that a team can put nothing off', () => {
    expect(conflictsOf(team('target: 2\ndue: 2027-01-01'), 'targets: [{ target: 2 }]')).toEqual([
      'due: 2027-01-01 (stagegate.yml:7) is later than now (org.yml:2), so now holds.',
    ]);
  });

  test.each([
    ['kind', 'kind: [rag, agent]', 'kind: rag', 'kind: batch-ml'],
    ['audience', 'audience: [customers, public]', 'audience: public', 'audience: internal'],
    ['lifecycle', 'lifecycle: [production]', 'lifecycle: production', 'lifecycle: pilot'],
    ['regulation', 'regulated: true', 'regulated: insurance', 'regulated: false'],
    ['no regulation', 'regulated: false', 'regulated: false', 'regulated: insurance'],
  ])('is asked by %s', (_, condition, fits, other) => {
    const files = { 'org.yml': `version: 1\ntargets:\n  - target: 3\n    ${condition}\n` };

    expect(hold(team(fits), files).systems?.[0]?.target).toBe(3);
    expect(hold(team(other), files).systems?.[0]?.target).toBeUndefined();
  });

  test('is asked of a kind that was found and not declared', () => {
    const policy = resolve(team('audience: internal'), {
      'org.yml': 'version: 1\ntargets: [{ target: 3, kind: [rag] }]\n',
    });

    const inferred = (policy.systems ?? []).map((system) => ({ ...system, kind: 'rag' }));

    expect(policy.hold(inferred).systems[0]?.target).toBe(3);
  });

  test('of several that fit, each holds with its own day', () => {
    const files = { 'org.yml': 'version: 1\ntargets:\n  - { target: 2 }\n  - { target: 3, due: 2027-06-01 }\n' };

    expect(hold(team('target: 4\ndue: 2028-01-01'), files).systems?.[0]).toMatchObject({
      target: 4,
      due: '2028-01-01',
      floors: [
        { stage: 3, due: '2027-06-01', source: 'org.yml:4' },
        { stage: 2, source: 'org.yml:3' },
      ],
    });
  });

  test('is asked of systems that no policy declares', () => {
    const policy = resolve(undefined, { 'org.yml': 'version: 1\ntargets: [{ target: 2 }]\n' }, ['org.yml']);
    const found = {
      name: 'x',
      root: '',
      include: [],
      exclude: [],
      declared: false,
      regimes: [],
      scale: {},
      attest: [],
      waive: [],
    };

    expect(policy.hold([found]).systems[0]?.target).toBe(2);
  });
});

describe('the mode and the answer to unknown', () => {
  test.each([
    [
      'observe below enforce',
      'mode: observe\n',
      'mode: enforce',
      'mode: observe (stagegate.yml:3) is weaker than mode: enforce (org.yml:2), so enforce holds.',
    ],
    [
      'ignore below warn',
      'gate: { on-unknown: ignore }\n',
      'gate: { on-unknown: warn }',
      'on-unknown: ignore (stagegate.yml:3) is weaker than on-unknown: warn (org.yml:2), so warn holds.',
    ],
  ])('%s is told with both lines', (_, top, organisation, told) => {
    expect(conflictsOf(team('kind: rag', top), organisation)).toEqual([told]);
  });

  test.each([
    ['enforce above observe', 'mode: enforce\n', 'mode: observe'],
    ['fail above warn', 'gate: { on-unknown: fail }\n', 'gate: { on-unknown: warn }'],
    ['nothing', '', 'mode: enforce\ngate: { on-unknown: fail }'],
  ])('%s weakens nothing', (_, top, organisation) => {
    expect(conflictsOf(team('kind: rag', top), organisation)).toEqual([]);
  });

  test('the stricter holds', () => {
    const weak = resolve(team('kind: rag', 'mode: observe\ngate: { on-unknown: ignore }\n'), {
      'org.yml': 'version: 1\nmode: enforce\ngate: { on-unknown: fail }\n',
    });

    expect(weak.onUnknown).toBe('fail');
    expect(chooseMode(undefined, weak, false)).toBe('enforce');
  });

  test('no option weakens the mode', () => {
    const held = resolve(team('kind: rag'), { 'org.yml': 'version: 1\nmode: enforce\n' });

    expect(() => chooseMode('observe', held, true)).toThrow('org.yml:2 asks for at least');
    expect(chooseMode('enforce', held, true)).toBe('enforce');
  });

  test.each([
    ['enforce once there is a target', undefined, true, 'enforce'],
    ['observe without one', undefined, false, 'observe'],
    ['what the option says', 'observe', true, 'observe'],
  ] as const)('without a policy above it is %s', (_, option, hasTarget, mode) => {
    expect(chooseMode(option, {}, hasTarget)).toBe(mode);
  });
});

describe('waivers', () => {
  const entry = (what: string) => `waive:\n  - ${what}\n    ${waived}`;

  test.each([
    ['of an aspect of a practice', 'aspect: eval-in-ci/harness', '[eval-in-ci]', 'eval-in-ci'],
    ['of an aspect', 'aspect: eval-in-ci/harness', '[quality-gates, eval-in-ci/harness]', 'eval-in-ci/harness'],
    ['of a capability', 'capability: model-registry', '[model-registry]', 'model-registry'],
    [
      'of a regime',
      'aspect: "compliance-posture/documented:mas"',
      '[compliance-posture/documented]',
      'compliance-posture/documented',
    ],
  ])('that are forbidden do not count: %s', (_, what, forbid, name) => {
    const { conflicts, systems } = hold(team(entry(what)), {
      'org.yml': `version: 1\nwaivers: { forbid: ${forbid} }\n`,
    });

    expect(systems?.[0]?.waive).toEqual([]);
    expect(conflicts.map(({ message }) => message)).toEqual([
      `The waiver (stagegate.yml:7) does not count: ${name} may not be waived (org.yml:2).`,
    ]);
  });

  test('of something else count', () => {
    const files = { 'org.yml': 'version: 1\nwaivers: { forbid: [eval-in-ci/harness, quality-gates] }\n' };

    const held = resolve(team(entry('aspect: eval-in-ci/on-change')), files);

    expect([held.conflicts, held.systems?.[0]?.waive.length]).toEqual([[], 1]);
  });

  test.each([
    [69, [], 1],
    [68, ['The waiver (stagegate.yml:7) does not count: it ends in 69 days, and 68 are allowed (org.yml:2).'], 0],
  ])('of 69 days where %i are allowed', (days, told, count) => {
    const held = resolve(team(entry('aspect: eval-in-ci/harness')), {
      'org.yml': `version: 1\nwaivers: { max-days: ${days} }\n`,
    });

    expect(held.conflicts.map(({ message }) => message)).toEqual(told);
    expect(held.systems?.[0]?.waive).toHaveLength(count);
  });

  test('by another name, a threshold of its own, are forbidden too', () => {
    const top =
      'thresholds: [{ capability: model-registry, from: 1, reason: x }, { capability: automl, from: 1, reason: x }]\n';
    const held = resolve(team('kind: rag', top), { 'org.yml': 'version: 1\nwaivers: { forbid: [model-registry] }\n' });

    expect(held.systems?.[0]?.thresholds?.map(({ capability }) => capability)).toEqual(['automl']);
    expect(held.conflicts.map(({ message }) => message)).toEqual([
      'The threshold (stagegate.yml:3) does not count: model-registry may not be waived (org.yml:2).',
    ]);
  });

  test('past the number that is allowed do not count, the first ones do', () => {
    const three = ['harness', 'on-change', 'curated-test-set'].map(
      (name) => `  - aspect: eval-in-ci/${name}\n    ${waived}`,
    );

    const held = resolve(team(`waive:\n${three.join('\n')}`), { 'org.yml': 'version: 1\nwaivers: { max: 2 }\n' });

    expect(held.systems?.[0]?.waive.map(({ target }) => target)).toEqual([
      'eval-in-ci/harness',
      'eval-in-ci/on-change',
    ]);
    expect(held.conflicts.map(({ message }) => message)).toEqual([
      'The waiver (stagegate.yml:15) does not count: 2 hold before it, and no more are allowed (org.yml:2).',
    ]);
  });
});

describe('attestations', () => {
  const entry = `attest:\n  - aspect: third-party-review/review\n    ${attested}`;

  test.each([
    ['that are forbidden', 'forbid: [third-party-review]', 'third-party-review may not be attested'],
    ['that hold too long', 'max-days: 91', 'it holds for 92 days, and 91 are allowed'],
  ])('%s do not count', (_, rule, because) => {
    const held = resolve(team(entry), { 'org.yml': `version: 1\nattestations: { ${rule} }\n` });

    expect(held.systems?.[0]?.attest).toEqual([]);
    expect(held.conflicts.map(({ message }) => message)).toEqual([
      `The attestation (stagegate.yml:7) does not count: ${because} (org.yml:2).`,
    ]);
  });

  test('within the bounds count', () => {
    const held = resolve(team(entry), {
      'org.yml': 'version: 1\nattestations: { max-days: 92, forbid: [eval-in-ci] }\n',
    });

    expect([held.conflicts, held.systems?.[0]?.attest.length]).toEqual([[], 1]);
  });
});

describe('a chain', () => {
  const group = 'version: 1\nmode: enforce\nwaivers: { max-days: 90 }\ntargets: [{ target: 3 }]\n';

  test('of two is read, and the lower of the two weakens nothing either', () => {
    const files = {
      'org.yml': 'version: 1\nextends: group.yml\nmode: observe\nwaivers: { max-days: 180 }\n',
      'group.yml': group,
    };

    const held = hold(team('kind: rag'), files);

    expect(held.layers.map(({ name }) => name)).toEqual(['org.yml', 'group.yml']);
    expect(held.leastMode).toEqual({ mode: 'enforce', source: 'group.yml:2' });
    expect(held.systems?.[0]?.target).toBe(3);
    expect(held.conflicts.map(({ message }) => message)).toEqual([
      'mode: observe (org.yml:3) is weaker than mode: enforce (group.yml:2), so enforce holds.',
      'max-days: 180 (org.yml:4) is weaker than max-days: 90 (group.yml:3), so 90 holds.',
    ]);
  });

  test('of three is refused', () => {
    const files = {
      'org.yml': 'version: 1\nextends: group.yml\n',
      'group.yml': 'version: 1\nextends: more.yml\n',
      'more.yml': 'version: 1\n',
    };

    expect(() => resolve(team('kind: rag'), files)).toThrow('group.yml:2  extends: the chain ends here');
  });

  test('of a file with itself is refused', () => {
    expect(() => resolve(team('kind: rag'), { 'org.yml': 'version: 1\nextends: org.yml\n' })).toThrow(
      'the chain ends here',
    );
  });

  test('to a file that is not there names the line', () => {
    expect(() => resolve(team('kind: rag'))).toThrow('stagegate.yml:2  extends: there is no file org.yml');
  });

  test('and policies that an option names hold both', () => {
    const files = {
      'org.yml': 'version: 1\ntargets: [{ target: 2 }]\n',
      'named.yml': 'version: 1\ntargets: [{ target: 3 }]\n',
    };

    expect(hold(team('kind: rag'), files, ['named.yml']).systems?.[0]?.target).toBe(3);
  });
});
