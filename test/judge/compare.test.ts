import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareReports } from '../../src/judge/compare.ts';
import type { HeadFiles } from '../../src/judge/gone.ts';
import { Comparison } from '../../src/model/comparison.ts';
import type { ReportAspect, ReportCapability } from '../../src/model/report.ts';
import { anyState, aspectOf, seen, stateOf, systemOf } from '../support/compared.ts';

const proof = seen('evals.yml:12');
const proven = aspectOf('proven', proof);
const absent = aspectOf('absent');

function compareAspect(was: ReportAspect, is: ReportAspect, files?: HeadFiles) {
  return compareReports(stateOf(systemOf({ alert: was })), stateOf(systemOf({ alert: is })), files).systems[0];
}

describe('of any reports', () => {
  test('one with itself is empty', () => {
    fc.assert(fc.property(anyState, (state) => compareReports(state, state).systems.length === 0));
  });

  test('places are no change: lines and files may be others', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const moved = JSON.parse(
          JSON.stringify(state, (key, value) =>
            key === 'line' ? value + 7 : key === 'path' ? `moved/${value}` : value,
          ),
        );

        expect(compareReports(state, moved).systems).toEqual([]);
      }),
    );
  });

  test('what one way is a loss is a gain the other way', () => {
    fc.assert(
      fc.property(anyState, anyState, (a, b) => {
        const names = (way: Comparison, kind: 'regressions' | 'improvements') =>
          way.systems.flatMap((system) => system[kind].map(({ aspect }) => `${system.name} ${aspect}`)).sort();
        const [there, back] = [compareReports(a, b), compareReports(b, a)];

        expect(names(there, 'regressions')).toEqual(names(back, 'improvements'));
      }),
    );
  });

  test('the result fits its schema', () => {
    fc.assert(fc.property(anyState, anyState, (a, b) => Comparison.safeParse(compareReports(a, b)).success));
  });
});

describe('an aspect', () => {
  test.each(['stale', 'unknown', 'hinted', 'absent'] as const)('that was proven and is %s is lost', (status) => {
    expect(compareAspect(proven, aspectOf(status))?.regressions).toMatchObject([
      { practice: 'watching', aspect: 'alert', stage: 3, from: 'proven', to: status },
    ]);
  });

  test.each(['attested', 'waived'] as const)('that was proven and is %s still counts', (status) => {
    expect(compareAspect(proven, aspectOf(status))).toBeUndefined();
  });

  test('that was attested and is no more is lost without any evidence that went', () => {
    const over = { ...aspectOf('stale'), reason: 'attested by me until 2026-01-01, which is over' };

    expect(compareAspect(aspectOf('attested'), over)?.regressions).toMatchObject([{ gone: [], reason: over.reason }]);
  });

  test('that was not satisfied and is, is gained, with what shows it', () => {
    expect(compareAspect(absent, proven)?.improvements).toMatchObject([
      { aspect: 'alert', from: 'absent', to: 'proven', evidence: [{ path: 'evals.yml', line: 12 }] },
    ]);
  });

  test('that only one model has is no change', () => {
    const comparison = compareReports(stateOf(systemOf({ alert: proven })), stateOf(systemOf({ other: proven })));

    expect(comparison.systems).toEqual([]);
  });
});

describe('evidence that went', () => {
  const files = (...paths: readonly string[]): HeadFiles => ({
    has: (path) => paths.includes(path),
    isSame: () => false,
    movedTo: () => undefined,
  });
  const goneOf = (...args: Parameters<typeof compareAspect>) => compareAspect(...args)?.regressions[0]?.gone;

  test('is named with its place on the base', () => {
    expect(goneOf(proven, absent)).toEqual([
      { rule: 'r', title: 'it was seen', path: 'evals.yml', line: 12, how: 'gone' },
    ]);
  });

  test('was deleted with its file', () => {
    expect(goneOf(proven, absent, files())).toMatchObject([{ how: 'deleted' }]);
  });

  test('no longer matches in a file that is there', () => {
    expect(goneOf(proven, absent, files('evals.yml'))).toMatchObject([{ how: 'unmatched' }]);
  });

  test('counts no longer in a file that is as it was, if something beside it went', () => {
    expect(goneOf(proven, absent, { ...files('evals.yml'), isSame: () => true })).toMatchObject([{ how: 'unaided' }]);
  });

  test('was moved where it does not count', () => {
    const moved = { has: () => false, isSame: () => false, movedTo: () => 'docs/evals.yml' };

    expect(goneOf(proven, absent, moved)).toMatchObject([{ how: 'moved', now: { path: 'docs/evals.yml', line: 12 } }]);
  });

  test('is contradicted where the head withholds it', () => {
    const withheld = [seen('evals.yml:20', { because: 'it only echoes' })];

    expect(goneOf(proven, { ...absent, withheld }, files('evals.yml'))).toMatchObject([
      { how: 'contradicted', because: 'it only echoes', now: { path: 'evals.yml', line: 20 } },
    ]);
  });

  test('of two signs is the one that is not there any more', () => {
    const [one, two] = [seen('a.yml:1', { strength: 'sign' }), seen('b.yml:1', { strength: 'sign' })];

    expect(goneOf(aspectOf('proven', one, two), aspectOf('hinted', { ...one, path: 'c.yml', line: 4 }))).toMatchObject([
      { path: 'b.yml' },
    ]);
  });

  test('is never a hint, which proved nothing', () => {
    const hint = seen('README.md:1', { strength: 'hint', rule: 'h' });

    expect(goneOf(aspectOf('proven', proof, hint), absent)).toMatchObject([{ path: 'evals.yml' }]);
  });
});

describe('a capability', () => {
  const early: ReportCapability = { status: 'present', justified: false, evidence: [seen('registry.tf:1')] };
  const earlyOf = (was: Partial<ReportCapability>, is: Partial<ReportCapability>) => {
    const [base, head] = [was, is].map((over) =>
      stateOf(systemOf({}, { capabilities: { registry: { ...early, ...over } } })),
    ) as [ReturnType<typeof stateOf>, ReturnType<typeof stateOf>];
    return compareReports(base, head).systems.flatMap((system) => system.early.map(({ capability }) => capability));
  };

  test.each<[string, Partial<ReportCapability>, Partial<ReportCapability>, readonly string[]]>([
    ['that was not there is bought early', { status: 'absent' }, {}, ['registry']],
    ['that was there is not', {}, {}, []],
    ['that the scale justified and no longer does is', { justified: true }, {}, ['registry']],
    ['that the scale justifies is not', { status: 'absent' }, { justified: true }, []],
    ['that is waived is not', { status: 'absent' }, { waived: 'waived by me' }, []],
    ['that goes is not', {}, { status: 'absent' }, []],
  ])('%s', (_, was, is, told) => {
    expect(earlyOf(was, is)).toEqual(told);
  });
});

describe('a system', () => {
  const none = stateOf();
  const one = stateOf(
    systemOf({ alert: proven }, { capabilities: { registry: { status: 'present', justified: false, evidence: [] } } }),
  );

  test('that appears has gained nothing, and may have bought early', () => {
    expect(compareReports(none, one).systems).toMatchObject([
      {
        name: 'assistant',
        status: 'appeared',
        stage: { base: null },
        improvements: [],
        early: [{ capability: 'registry' }],
      },
    ]);
  });

  test('that goes has lost nothing', () => {
    expect(compareReports(one, none).systems).toMatchObject([
      { name: 'assistant', status: 'went', stage: { head: null }, regressions: [], early: [] },
    ]);
  });

  test('under another name with the same root is the same', () => {
    const renamed = stateOf(systemOf({ alert: absent }, { name: 'bot' }));

    expect(compareReports(one, renamed).systems).toMatchObject([
      { name: 'bot', status: 'kept', regressions: [{ aspect: 'alert' }] },
    ]);
  });

  test('whose stage moved is told, even if no aspect did', () => {
    const higher = stateOf(systemOf({}, { stage: { atLeast: 2, atMost: 3 } }));

    expect(compareReports(stateOf(systemOf({})), higher).systems).toMatchObject([
      { stage: { base: { atMost: 2 }, head: { atMost: 3 } } },
    ]);
  });
});
