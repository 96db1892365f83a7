import type { PolicyConflict } from '../../model/policy.ts';
import { isPartOf } from './entries.ts';
import { type Layer, sourceOf } from './parse.ts';

/** What a rule of the team speaks for. */
type Speaking = {
  readonly id: string;
  readonly proves?: readonly string[] | undefined;
  readonly signs?: readonly string[] | undefined;
};

/**
 * Takes from the team's rules what nobody's word may stand in for: a rule that a team writes is its word too. Gives the
 * rules and what was taken.
 */
export function siftRules<T extends Speaking>(
  rules: readonly T[],
  layers: readonly Layer[],
  at: Pick<PolicyConflict, 'at'>,
): { readonly rules: readonly T[]; readonly conflicts: readonly PolicyConflict[] } {
  const conflicts: PolicyConflict[] = [];
  const isFree = (rule: T) => (target: string) => {
    const source = findForbidden(layers, target);
    if (source !== undefined) conflicts.push(conflictOf(rule, target, source, at));
    return source === undefined;
  };
  const sifted = rules.map((rule) => ({
    ...rule,
    ...(rule.proves ? { proves: rule.proves.filter(isFree(rule)) } : {}),
    ...(rule.signs ? { signs: rule.signs.filter(isFree(rule)) } : {}),
  }));
  return { rules: sifted, conflicts };
}

/** Where an attestation of a target is forbidden. */
function findForbidden(layers: readonly Layer[], target: string): string | undefined {
  for (const layer of layers) {
    const forbid = layer.policy.attestations?.forbid ?? [];
    const index = forbid.findIndex((name) => isPartOf(target, name));
    if (index !== -1) return sourceOf(layer, ['attestations', 'forbid', index]);
  }
  return undefined;
}

function conflictOf(rule: Speaking, target: string, source: string, at: Pick<PolicyConflict, 'at'>): PolicyConflict {
  return {
    id: `rule:${rule.id}:${target}`,
    title: `A rule that is not allowed to prove ${target}`,
    message: `${rule.id} does not count for ${target}: it has to be proven by a built-in rule (${source}).`,
    fix: `Take ${target} out of the rule.`,
    ...at,
  };
}
