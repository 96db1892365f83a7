import { assessSystem } from '../../src/assess/system.ts';
import type { Finding, GateSettings, PolicyReview } from '../../src/judge/finding.ts';
import { type Judgement, judge } from '../../src/judge/verdict.ts';
import type { Evidence, Recognition } from '../../src/model/evidence.ts';
import { repoPath } from '../../src/model/location.ts';
import type { System } from '../../src/model/system.ts';
import { evidence, system } from './evidence.ts';
import { smallModel } from './model.ts';

export const today = '2026-11-24';
export const policyPath = repoPath('stagegate.yml');

const settings: GateSettings = { mode: 'enforce', onUnknown: 'warn', today };

/** Proofs of some targets. */
export function met(...targets: readonly string[]): readonly Evidence[] {
  return targets.map((target) => evidence({ target }));
}

export const stage2 = met('delivery/deploy', 'delivery/review');
export const stage3 = [...stage2, ...met('watching/alert')];

/** A policy with nothing to say of. */
export function reviewOf(over: Partial<PolicyReview> = {}): PolicyReview {
  return { declared: [], undeclared: [], recommended: new Map(), conflicts: [], lines: {}, ...over };
}

/** The verdict on one system of the small model. */
export function verdictOf(
  over: Partial<System>,
  recognition: Partial<Recognition>,
  gate: Partial<GateSettings> = {},
  complete = true,
): Judgement {
  const found = { evidence: [], withheld: [], obscured: [], ...recognition };
  const assessment = assessSystem(system(over), found, { model: smallModel, today });
  return judge([assessment], smallModel, { ...settings, ...gate }, complete);
}

/** The findings of a kind, for a policy that lies in the repository. */
export function findingsOf(
  kind: Finding['kind'],
  over: Partial<System>,
  recognition: Partial<Recognition>,
  gate: Partial<GateSettings> = {},
): readonly Finding[] {
  return verdictOf(over, recognition, { policyPath, ...gate }).findings.filter((finding) => finding.kind === kind);
}

/** Each as `level id`. */
export function told({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  return findings.map(({ level, id }) => `${level} ${id}`);
}
