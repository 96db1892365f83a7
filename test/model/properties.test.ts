import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessSystem } from '../../src/assess/system.ts';
import { reportFinding, reportSystem } from '../../src/build-report.ts';
import { scopeFacts } from '../../src/derive/scope.ts';
import { listFiles } from '../../src/io/list-files.ts';
import { readFiles } from '../../src/io/read-files.ts';
import type { Evidence, Obscured } from '../../src/model/evidence.ts';
import type { Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { modelTargets } from '../../src/model/maturity.ts';
import { claimedPaths, gatherFacts } from '../../src/pipeline.ts';
import { declareSystems } from '../../src/policy/declare.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { compileRule, rulesForKind } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import { indexFacts } from '../../src/rules/match.ts';
import { recogniseEvidence } from '../../src/rules/recognise.ts';
import { evidence, obscured, system } from '../support/evidence.ts';
import { aspectsOf, assess, findingsOf, model, proofs, ruleSet, today } from '../support/real-model.ts';
import { tools } from '../support/tools.ts';

const { aspects, capabilities, symptoms } = modelTargets(model, ['eu-ai-act']);
const targets = [...aspects, ...capabilities, ...symptoms];

const someEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    target: fc.constantFrom(...targets),
    strength: fc.constantFrom('proof' as const, 'sign' as const, 'hint' as const),
    factKind: fc.constantFrom('step' as const, 'resource' as const, 'section' as const),
    path: fc.constantFrom('a.yml', 'b.tf', 'c.md'),
    date: fc.constantFrom('2019-01-01', '2025-12-01', today, '2030-01-01'),
  })
  .map(({ path, ...rest }) => evidence({ ...rest, at: { path: repoPath(path), line: 1 } }));

const someObscured: fc.Arbitrary<Obscured> = fc.constantFrom(...aspects).map((target) => obscured({ target }));

/** Evidence on top of a stage that stands, so that there is something to lose. */
const recognitions = fc.record({
  evidence: fc
    .tuple(fc.constantFrom<readonly number[]>([], [2], [2, 3], [2, 3, 4]), fc.array(someEvidence, { maxLength: 20 }))
    .map(([stages, more]): readonly Evidence[] => [...proofs(...aspectsOf(...stages)), ...more]),
  obscured: fc.array(someObscured, { maxLength: 6 }).map((items): readonly Obscured[] => items),
});

const over = { target: 4 as const, regimes: ['eu-ai-act'] };

describe('whatever was found', () => {
  test('the lower end of the stage is never above its upper end', () => {
    fc.assert(
      fc.property(recognitions, (found) => {
        const { atLeast, atMost } = assess(found, over).stage;

        expect(atLeast).toBeLessThanOrEqual(atMost);
      }),
    );
  });

  test('more evidence never lowers the stage', () => {
    fc.assert(
      fc.property(recognitions, fc.array(someEvidence), (found, more) => {
        const before = assess(found, over).stage.atLeast;
        const after = assess({ ...found, evidence: [...found.evidence, ...more] }, over).stage.atLeast;

        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('an aspect that becomes unknown never raises the stage, nor does it lower what is possible', () => {
    fc.assert(
      fc.property(recognitions, fc.uniqueArray(fc.constantFrom(...aspects), { minLength: 1 }), (found, hidden) => {
        const before = assess(found, over).stage;
        const unread = {
          evidence: found.evidence.filter(({ target }) => !hidden.includes(target)),
          obscured: [...found.obscured, ...hidden.map((target) => obscured({ target }))],
        };

        const after = assess(unread, over).stage;

        expect(after.atLeast).toBeLessThanOrEqual(before.atLeast);
        expect(after.atMost).toBeGreaterThanOrEqual(before.atMost);
      }),
    );
  });

  test('what is unknown besides never changes what is proven', () => {
    fc.assert(
      fc.property(recognitions, fc.array(someObscured), (found, more) => {
        const before = assess(found, over).stage.atLeast;

        expect(assess({ ...found, obscured: [...found.obscured, ...more] }, over).stage.atLeast).toBe(before);
      }),
    );
  });

  test('the order of evidence changes no status, no finding and no level', () => {
    fc.assert(
      fc.property(recognitions, fc.integer(), (found, seed) => {
        const shuffled = { ...found, evidence: shuffle(found.evidence, seed), obscured: shuffle(found.obscured, seed) };
        const words = (recognition: typeof found) => {
          const assessment = assess(recognition, over);
          const statuses = assessment.practices.flatMap(({ aspects: own }) => own.map(({ status }) => status));
          return [statuses, findingsOf([assessment]).map(({ level, id }) => `${level} ${id}`)];
        };

        expect(words(shuffled)).toEqual(words(found));
      }),
    );
  });
});

/** Sorts by a hash of the position, so that equal seeds give equal orders. */
function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const keyed = items.map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) ^ (seed >>> 3) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

describe('the facts of a repository', async () => {
  const directory = join(import.meta.dirname, '../repositories/monorepo');
  const { paths } = await listFiles(directory);
  const { texts } = readFiles(directory, claimedPaths(paths));
  const rules = ruleSet.rules.map((rule) => compileRule(rule, patternEngine));
  const policy = parsePolicy(readFileSync(join(directory, 'stagegate.yml'), 'utf8'), 'stagegate.yml', {
    ...modelTargets(model, ['eu-ai-act']),
    regimes: new Set(['eu-ai-act']),
    directoryExists: () => true,
  });
  const systems = declareSystems(policy) ?? [];
  const { facts } = gatherFacts(paths, texts, rules, tools, ruleSet.modelTables);

  /** The report on the systems, as it is written. */
  function bytesOf(some: readonly Fact[]): string {
    const assessments = systems.map((one) => {
      const recognition = recogniseEvidence(rulesForKind(rules, one.kind), indexFacts(scopeFacts(some, one, systems)));
      return assessSystem(one, recognition, { model, today });
    });
    const context = { recommended: undefined, looked: new Map(), advice: new Map(), today };
    return JSON.stringify([
      assessments.map((assessment) => reportSystem(assessment, context)),
      findingsOf(assessments).map(reportFinding),
    ]);
  }

  const expected = bytesOf(facts);

  test('in another order change no byte of the report', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(bytesOf(shuffle(facts, seed)) === expected).toBe(true);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('beside unrelated ones change no byte of the report', () => {
    const unrelated: readonly Fact[] = ['notes.txt', 'services/intake/logo.svg', 'docs/team.md'].map((path) => ({
      kind: 'file',
      at: { path: repoPath(path), line: 1 },
      role: 'product',
      name: path,
    }));

    expect(bytesOf([...facts, ...unrelated])).toBe(expected);
  });

  test('gathered from files in another order give the same report', () => {
    const reversed = new Map([...texts].reverse());

    expect(bytesOf(gatherFacts([...paths].reverse(), reversed, rules, tools, ruleSet.modelTables).facts)).toBe(
      expected,
    );
  });
});

test('a system without anything to say of is at Stage 1, whatever its profile', () => {
  expect(assessSystem(system(over), { evidence: [], withheld: [], obscured: [] }, { model, today }).stage).toEqual({
    atLeast: 1,
    atMost: 1,
  });
});
