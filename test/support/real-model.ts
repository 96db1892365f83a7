import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { type Assessment, assessSystem } from '../../src/assess/system.ts';
import type { Finding, GateSettings } from '../../src/judge/finding.ts';
import { judge } from '../../src/judge/verdict.ts';
import type { Evidence, Recognition } from '../../src/model/evidence.ts';
import { repoPath } from '../../src/model/location.ts';
import type { System } from '../../src/model/system.ts';
import { reviewPolicy } from '../../src/policy/review.ts';
import { evidence, system } from './evidence.ts';

export const { ruleSet } = loadRulesFolder();
export const { model } = ruleSet;
export const today = '2026-11-24';

/** The aspects of some stages, as `practice/aspect`; optional ones left out. */
export function aspectsOf(...stages: readonly number[]): readonly string[] {
  return model.practices
    .filter(({ stage }) => stages.includes(stage))
    .flatMap(({ id, aspects }) => aspects.filter(({ optional }) => !optional).map((aspect) => `${id}/${aspect.id}`));
}

/** A proof of each target, dated today. */
export function proofs(...targets: readonly string[]): readonly Evidence[] {
  return targets.map((target) => evidence({ target, date: today }));
}

/** What the real model says of a system. */
export function assess(recognition: Partial<Recognition>, over: Partial<System> = {}): Assessment {
  const found = { evidence: [], withheld: [], obscured: [], ...recognition };
  return assessSystem(system(over), found, { model, today });
}

/** The findings on some systems of a policy, as `level kind`. */
export function findingsOf(assessments: readonly Assessment[], gate: Partial<GateSettings> = {}): readonly Finding[] {
  const systems = assessments.map((assessment) => assessment.system);
  const review = { ...reviewPolicy({ lines: {} }, systems, model), conflicts: [], undeclared: [] };
  const settings = {
    mode: 'enforce' as const,
    onUnknown: 'warn' as const,
    today,
    policyPath: repoPath('stagegate.yml'),
    review,
  };
  return judge(assessments, model, { ...settings, ...gate }, true).findings;
}
