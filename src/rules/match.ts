import type { Fact, FactKind } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { CompiledMatch, CompiledRule } from './compile.ts';
import type { Within } from './schema.ts';

/** Facts by their kind, so that a leaf only looks at its own. */
export type FactIndex = ReadonlyMap<FactKind, readonly Fact[]>;

export function indexFacts(facts: readonly Fact[]): FactIndex {
  const index = new Map<FactKind, Fact[]>();
  for (const fact of facts) {
    const list = index.get(fact.kind);
    if (list) list.push(fact);
    else index.set(fact.kind, [fact]);
  }
  return index;
}

export type MatchedFact = {
  readonly fact: Fact;
  /** Why it does not count: it is switched off, or the rule's `unless` holds. */
  readonly because?: string;
};

/** The facts that a rule finds, in order of their place, each once. Of an `all`, the facts of its first part stand for the rest. */
export function matchRule({ match, unless }: CompiledRule, index: FactIndex): readonly MatchedFact[] {
  const matched = [...new Set(findFacts(match, index))].map((fact): MatchedFact => {
    if (fact.disabled !== undefined) return { fact, because: `switched off: ${fact.disabled}` };
    const contradiction = unless.find(({ test }) => test(fact));
    return contradiction ? { fact, because: contradiction.because } : { fact };
  });
  return matched.sort(compareMatched);
}

/** By place; of one place by what is told of it, so that the order of facts can't be seen in a report. */
function compareMatched(a: MatchedFact, b: MatchedFact): number {
  const place = compareLocations(a.fact.at, b.fact.at);
  if (place !== 0) return place;
  const [first, second] = [a, b].map(({ fact: { kind }, because = '' }) => `${kind} ${because}`);
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
}

function findFacts(match: CompiledMatch, index: FactIndex): readonly Fact[] {
  switch (match.is) {
    case 'leaf':
      return (index.get(match.kind) ?? []).filter(match.test);
    case 'any':
      return match.branches.flatMap((branch) => findFacts(branch, index));
    case 'all':
      return findTogether(match, index);
  }
}

/** Every part is looked for once over all facts; a group (job, file, system) holds if each part has a fact in it. */
function findTogether(match: Extract<CompiledMatch, { is: 'all' }>, index: FactIndex): readonly Fact[] {
  const [first, ...rest] = match.parts;
  if (!first) return [];
  let anchors = findFacts(first.match, index);
  for (const part of rest) {
    if (anchors.length === 0) return [];
    const groups = new Set(
      findFacts(part.match, index)
        .filter((fact) => fact.disabled === undefined)
        .map((fact) => groupOf(fact, match.within)),
    );
    anchors = anchors.filter((fact) => groups.has(groupOf(fact, match.within)) !== part.absent);
  }
  return anchors;
}

function groupOf(fact: Fact, within: Within): string {
  if (within === 'system') return '';
  if (within === 'file') return fact.at.path;
  return fact.kind === 'job' || fact.kind === 'step' ? `${fact.at.path}#${fact.job}` : fact.at.path;
}
