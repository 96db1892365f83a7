import { describe, expect, test } from 'vitest';
import type { System } from '../../src/model/system.ts';
import { recommendTarget } from '../../src/policy/recommend.ts';
import { system } from '../support/evidence.ts';
import { aspectsOf, assess, findingsOf, model, proofs } from '../support/real-model.ts';

describe('the recommended target', () => {
  const many = { 'predictions-per-day': 10_000_000 };
  const few = { 'predictions-per-day': 9_999_999 };
  const cases: readonly [sentence: string, profile: Partial<System>, stage: number | undefined][] = [
    ['a pilot needs none', { lifecycle: 'pilot' }, undefined],
    ['a pilot needs none, even if it is regulated', { lifecycle: 'pilot', regulated: 'insurance' }, undefined],
    ['a pilot needs none, even at a high volume', { lifecycle: 'pilot', scale: many }, undefined],
    ['a regulated system is worth Stage 4', { lifecycle: 'production', regulated: 'insurance' }, 4],
    ['so is a regulated system that only employees see', { audience: 'internal', regulated: 'insurance' }, 4],
    ['10 million predictions a day are worth Stage 4', { scale: many }, 4],
    ['one fewer are not', { scale: few }, 3],
    [
      'customers with a high reputational risk are worth Stage 4',
      { audience: 'customers', reputationalRisk: 'high' },
      4,
    ],
    ['customers with a reputational risk that nobody called low are too', { audience: 'customers' }, 4],
    ['the public is as customers are', { audience: 'public' }, 4],
    ['customers with a low reputational risk are not', { audience: 'customers', reputationalRisk: 'low' }, 3],
    ['the public with a low reputational risk is not', { audience: 'public', reputationalRisk: 'low' }, 3],
    ['employees are not, whatever the reputational risk', { audience: 'internal', reputationalRisk: 'high' }, 3],
    ['everything else stops at Stage 3', { lifecycle: 'production' }, 3],
    ['a system without a profile stops at Stage 3', {}, 3],
    ['a system that retires is no pilot', { lifecycle: 'retiring' }, 3],
  ];

  test.each(cases)('%s', (_, profile, stage) => {
    expect(recommendTarget(system(profile), model)).toBe(stage);
  });
});

describe('until the day that is due gaps warn, and from then on they fail', () => {
  test.each([
    ['the day before', '2026-11-25', 'warning'],
    ['the day itself', '2026-11-24', 'error'],
    ['the day after', '2026-11-23', 'error'],
    ['no day', undefined, 'error'],
  ])('%s', (_, due, level) => {
    const assessment = assess(
      { evidence: proofs(...aspectsOf(2)) },
      { target: 3, ...(due === undefined ? {} : { due }) },
    );

    const gaps = findingsOf([assessment]).filter(({ kind }) => kind === 'gap');

    expect(gaps).toHaveLength(6);
    expect(new Set(gaps.map((gap) => gap.level))).toEqual(new Set([level]));
  });
});

test('each regime of a system asks for one document more', () => {
  const practices = assess({}, { regimes: ['eu-ai-act', 'mas'] }).practices;

  expect(practices.find(({ practice }) => practice.id === 'compliance-posture')?.aspects.map(({ id }) => id)).toEqual([
    'documented',
    'documented:eu-ai-act',
    'documented:mas',
  ]);
});
