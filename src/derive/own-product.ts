import type { Fact } from '../model/fact.ts';

const mark = 'system/domain-product';
const codeKinds: ReadonlySet<Fact['kind']> = new Set(['import', 'call', 'literal', 'class']);

/**
 * A repository that is itself a tool of this field does not thereby use one: where a rule marked it so, its code is
 * switched off as evidence. Takes the marks of the rules by fact; gives the facts in the same order.
 */
export function deriveOwnProduct(facts: readonly Fact[], marks: ReadonlyMap<Fact, readonly string[]>): readonly Fact[] {
  if (![...marks.values()].some((names) => names.includes(mark))) return facts;
  const disabled = 'the repository is itself such a tool, and having it is not using it';
  return facts.map((fact) => (codeKinds.has(fact.kind) ? { ...fact, disabled } : fact));
}
