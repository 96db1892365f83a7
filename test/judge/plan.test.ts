import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quarterLimit } from '../../src/judge/plan/quarters.ts';
import { planWork } from '../../src/judge/plan.ts';
import type { Plan, Weeks } from '../../src/model/plan.ts';
import type { ReportSystem } from '../../src/model/report.ts';
import { model, reportOf, systemAt } from '../support/plan.ts';

function plan(systems: readonly ReportSystem[], capacity?: number): Plan {
  return planWork(reportOf(...systems), model, {
    snippets: new Map(),
    ...(capacity === undefined ? {} : { capacity }),
  });
}

function orderOf({ transitions }: Plan): readonly string[] {
  return transitions.map(({ system, from, to }) => `${system} ${from}-${to}`);
}

describe('the effort', () => {
  test('of Stage 2 is 4 to 8 weeks and of Stage 3 another 8 to 16, as the article says', () => {
    const [system] = plan([systemAt(1)]).systems;
    const weeksOf = (stage: number) =>
      system?.gaps
        .filter((gap) => gap.stage === stage)
        .reduce<Weeks>(([low, high], { weeks }) => [low + weeks[0], high + weeks[1]], [0, 0]);

    expect([weeksOf(2), weeksOf(3), system?.weeks]).toEqual([
      [4, 8],
      [8, 16],
      [12, 24],
    ]);
  });

  test.each([
    ['nothing stands', {}, [2.5, 5]],
    ['one of three aspects stands', { 'eval-in-ci/harness': 'proven' }, [1.5, 3.5]],
    ['two of three stand', { 'eval-in-ci/harness': 'proven', 'eval-in-ci/on-change': 'proven' }, [1, 1.5]],
  ] as const)('is shortened by what stands: %s', (_, aspects, weeks) => {
    const gap = plan([systemAt(2, {}, aspects)]).systems[0]?.gaps.find(({ practice }) => practice === 'eval-in-ci');

    expect(gap?.weeks).toEqual(weeks);
  });

  test('is never less than half a week', () => {
    const aspects = { 'latency-monitoring/alerts': 'proven' } as const;
    const gap = plan([systemAt(2, {}, aspects)]).systems[0]?.gaps.find(
      ({ practice }) => practice === 'latency-monitoring',
    );

    expect(gap).toMatchObject({ status: 'partial', aspects: ['percentiles'], weeks: [0.5, 0.5] });
  });
});

describe('the gaps of a system', () => {
  test('stand in the order of the stages, up to the goal', () => {
    const stages = plan([systemAt(1, { target: 3 })]).systems[0]?.gaps.map(({ stage }) => stage);

    expect(stages).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3]);
  });

  test.each([
    ['the target', { target: 2, recommended: 4 }, 2],
    ['the recommendation where there is no target', { target: null, recommended: 4 }, 4],
    ['nothing for a pilot', { target: null, recommended: null }, null],
  ] as const)('lead to %s', (_, over, goal) => {
    const [system] = plan([systemAt(1, over)]).systems;

    expect(system?.goal).toBe(goal);
    expect(Math.max(1, ...(system?.gaps ?? []).map(({ stage }) => stage))).toBe(goal ?? 1);
  });

  test('hold no work for what is unknown, which is to be settled', () => {
    const unknown = { status: 'unknown', reason: 'it is a setting (metadata: read)' } as const;
    const [system] = plan([systemAt(2, { target: 2 }, { 'ci-cd-deployment/code-review': unknown })]).systems;

    expect(system?.gaps).toEqual([]);
    expect(system?.unknown).toEqual([
      { aspects: ['ci-cd-deployment/code-review'], reason: 'it is a setting (metadata: read)' },
    ]);
  });

  test('hold what is out of date', () => {
    const [system] = plan([systemAt(4, { target: 4 }, { 'incident-runbooks/exercised': 'stale' })]).systems;

    expect(system?.gaps).toMatchObject([{ practice: 'incident-runbooks', aspects: ['exercised'] }]);
  });
});

describe('the first actions', () => {
  test('are three, each of another practice where there are so many', () => {
    const actions = plan([systemAt(1)]).systems[0]?.actions;

    expect(actions?.map(({ practice, aspect }) => `${practice}/${aspect}`)).toEqual([
      'ci-cd-deployment/automated-deploy',
      'versioned-artifacts/versioned',
      'config-as-code/config-as-code',
    ]);
  });

  test('go on with the second aspects where few practices are open', () => {
    const met = ['production-sampling', 'cost-attribution', 'latency-monitoring', 'drift-detection', 'fast-rollback'];
    const aspects = Object.fromEntries(
      model.practices
        .filter(({ id }) => met.includes(id))
        .flatMap(({ id, aspects: own }) => own.map((aspect) => [`${id}/${aspect.id}`, 'proven' as const])),
    );

    expect(plan([systemAt(2, {}, aspects)]).systems[0]?.actions.map(({ aspect }) => aspect)).toEqual([
      'harness',
      'curated-test-set',
      'on-change',
    ]);
  });

  test('go on with the stage above where the next one asks for fewer', () => {
    const actions = plan([systemAt(2, {}, { 'rollback-procedure/documented': 'absent' })]).systems[0]?.actions;

    expect(actions?.map(({ practice }) => practice)).toEqual([
      'rollback-procedure',
      'eval-in-ci',
      'production-sampling',
    ]);
  });

  test('take the fix and the snippet of the rule that suits what is used, and the place that is there', () => {
    const advice = { rule: 'eval-in-ci/tool', fix: 'Run the tool.' };
    const evidence = [{ rule: 'x', strength: 'hint' as const, path: 'evals/a.py', line: 3, title: 'x' }];
    const system = systemAt(2, {}, { 'eval-in-ci/harness': { advice, evidence, status: 'hinted' } });
    const snippets = new Map([['eval-in-ci/tool', { path: 'ci.yml', text: 'run: tool' }]]);

    const [action] = planWork(reportOf(system), model, { snippets }).systems[0]?.actions ?? [];

    expect(action).toEqual({
      practice: 'eval-in-ci',
      aspect: 'harness',
      fix: 'Run the tool.',
      rule: 'eval-in-ci/tool',
      at: { path: 'evals/a.py', line: 3 },
      snippet: { path: 'ci.yml', text: 'run: tool' },
    });
  });

  test('fall back to the fix of the aspect', () => {
    const [action] = plan([systemAt(2)]).systems[0]?.actions ?? [];
    const words = model.practices.find(({ id }) => id === 'eval-in-ci')?.aspects[0];

    expect(action).toMatchObject({ fix: words?.fix, rule: null, snippet: null, at: null });
  });
});

describe('across systems', () => {
  const at = (name: string, stage: 1 | 2 | 3, over: Partial<ReportSystem> = {}) => systemAt(stage, { name, ...over });
  const profile = (over: Partial<ReportSystem['profile']>) => ({
    profile: { lifecycle: 'production', audience: 'internal', regulated: null, ...over },
  });

  test.each<[sentence: string, systems: readonly ReportSystem[], first: string]>([
    [
      'Stage 1 in production comes first, however much hangs on another',
      [
        at('big', 2, { target: 4, ...profile({ audience: 'public', regulated: 'insurance' }) }),
        at('small', 1, { target: 2 }),
      ],
      'small 1-2',
    ],
    [
      'a pilot at Stage 1 does not',
      [
        at('big', 2, profile({ audience: 'public' })),
        at('pilot', 1, { target: 2, ...profile({ lifecycle: 'pilot' }) }),
      ],
      'big 2-3',
    ],
    ['the larger gap comes first', [at('near', 2, { target: 3 }), at('far', 2, { target: 4 })], 'far 2-3'],
    [
      'customers come before employees',
      [at('inside', 2), at('outside', 2, profile({ audience: 'customers' }))],
      'outside 2-3',
    ],
    [
      'the public comes before customers',
      [at('b', 2, profile({ audience: 'customers' })), at('c', 2, profile({ audience: 'public' }))],
      'c 2-3',
    ],
    [
      'what is regulated comes before what is not',
      [at('free', 2), at('watched', 2, profile({ regulated: 'finance' }))],
      'watched 2-3',
    ],
    ['what is used comes before what retires', [at('a', 2, profile({ lifecycle: 'retiring' })), at('b', 2)], 'b 2-3'],
    ['volume counts', [at('few', 2), at('many', 2, { scale: { 'predictions-per-day': 200_000 } })], 'many 2-3'],
    [
      'of equals the one that takes less comes first',
      [at('long', 2), systemAt(2, { name: 'short' }, { 'eval-in-ci/harness': 'proven' })],
      'short 2-3',
    ],
    ['and then the name decides', [at('b', 2), at('a', 2)], 'a 2-3'],
  ])('%s', (_, systems, first) => {
    expect(orderOf(plan(systems))[0]).toBe(first);
  });

  test('says why a system weighs what it does', () => {
    const [system] = plan([
      at('a', 2, {
        ...profile({ audience: 'public', regulated: 'finance' }),
        scale: { 'predictions-per-day': 12_000 },
      }),
    ]).systems;

    expect(system?.impact).toEqual({
      points: 3 + 3 + 3 + 1,
      reasons: ['production', 'public', 'regulated (finance)', '12,000 predictions a day'],
    });
  });

  test('without a capacity the work is in order and in no quarter', () => {
    const ordered = plan([at('a', 1), at('b', 2)]);

    expect([ordered.capacity, ordered.quarters, ordered.later]).toEqual([null, [], 0]);
    expect(orderOf(ordered)).toEqual(['a 1-2', 'a 2-3', 'b 2-3']);
  });
});

describe('quarters', () => {
  test('finish what was begun before anything else is', () => {
    const { quarters } = plan([systemAt(1, { name: 'a', target: 2 }), systemAt(1, { name: 'b', target: 2 })], 4);

    expect(quarters.map(({ work }) => [...new Set(work.map(({ system }) => system))].join(' '))).toEqual([
      'a',
      'a b',
      'b',
    ]);
  });

  test('leave a capacity unused rather than let a system make two transitions at once', () => {
    const { quarters } = plan([systemAt(1)], 100);

    expect(quarters.map(({ weeks, work }) => [weeks, work[0]?.to])).toEqual([
      [6, 2],
      [12, 3],
    ]);
  });

  test('end after ten years, and say what is left', () => {
    const planned = plan([systemAt(1)], 0.1);

    expect(planned.quarters).toHaveLength(quarterLimit);
    expect(planned.later).toBe(planned.planned - quarterLimit * 0.25);
  });

  test('are none where nothing is to be done', () => {
    expect(plan([systemAt(3)], 6)).toMatchObject({ quarters: [], transitions: [], weeks: [0, 0] });
  });

  const statuses = fc.constantFrom('proven', 'absent', 'hinted', 'unknown', 'stale') as fc.Arbitrary<'proven'>;
  const aspects = fc.dictionary(
    fc.constantFrom(...model.practices.flatMap(({ id, aspects: own }) => own.map((aspect) => `${id}/${aspect.id}`))),
    statuses,
  );
  const someSystem = fc
    .record({
      stage: fc.constantFrom(1 as const, 2 as const, 3 as const),
      target: fc.constantFrom(null, 2, 3, 4),
      aspects,
    })
    .map(
      ({ stage, target, aspects: said }) =>
        (name: string) =>
          systemAt(stage, { name, target }, said),
    );
  const systems = fc.array(someSystem, { maxLength: 6 }).map((made) => made.map((make, index) => make(`s${index}`)));
  const capacities = fc.double({ min: 0.5, max: 40, noNaN: true });

  test('add up, hold no more than the capacity, and one transition of a system each, whatever there is to do', () => {
    fc.assert(
      fc.property(systems, capacities, (made, capacity) => {
        const { quarters, later, planned } = plan(made, capacity);
        const spent = quarters.map(({ work }) => work.reduce((sum, { weeks }) => sum + weeks, 0));

        expect(quarters.map(({ weeks }) => weeks)).toEqual(spent);
        expect(Math.max(0, ...spent)).toBeLessThanOrEqual(capacity);
        expect(spent.reduce((a, b) => a + b, 0) + later).toBe(planned);
        for (const { work } of quarters) {
          const pairs = new Set(work.map(({ system, to }) => `${system} ${to}`));
          expect(pairs.size).toBe(new Set(work.map(({ system }) => system)).size);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('never begin a transition before the one below it is done', () => {
    fc.assert(
      fc.property(systems, capacities, (made, capacity) => {
        const work = plan(made, capacity).quarters.flatMap((quarter) => quarter.work);
        for (const { name } of made) {
          const stages = work.filter(({ system }) => system === name).map(({ to }) => to);

          expect(stages).toEqual([...stages].sort());
        }
      }),
      { numRuns: 100 },
    );
  });
});
