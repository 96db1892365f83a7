import type { Fact } from '../model/fact.ts';
import type { Leaf, Match, Rule } from './schema.ts';

/** What a repository uses, in the words that a rule's `stack` may hold. */
export function stackOf(facts: readonly Fact[]): ReadonlySet<string> {
  const used = facts.filter(({ role, disabled }) => disabled === undefined && (role === 'product' || role === 'test'));
  return new Set(used.flatMap(wordsOf));
}

function wordsOf(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'job':
      return [fact.provider];
    case 'step':
      return [fact.provider, fact.uses?.split('@')[0] ?? '', fact.command?.split(' ')[0] ?? ''];
    case 'resource':
      return [fact.tool, ...prefixesOf(fact.type)];
    case 'dependency':
      return [fact.ecosystem, fact.name];
    case 'image':
      return [fact.repository, fact.repository.slice(fact.repository.lastIndexOf('/') + 1)];
    default:
      return [];
  }
}

/** `cloud_bucket_lock` → `cloud`, `cloud_bucket`, `cloud_bucket_lock`. */
function prefixesOf(type: string): readonly string[] {
  const words = type.split('_');
  return words.map((_, index) => words.slice(0, index + 1).join('_'));
}

/** The rules whose fix suits what is used, by the aspect that it would prove; the one that asks for most of it where several do. */
export function adviseRules(rules: readonly Rule[], used: ReadonlySet<string>): ReadonlyMap<string, Rule> {
  const advice = new Map<string, Rule>();
  const fitting = rules
    .filter(({ fix, proves }) => fix !== undefined && proves !== undefined)
    .map((rule) => ({ rule, words: rule.stack ?? impliedStack(rule.match) }))
    .filter(({ words }) => words.length > 0 && words.every((word) => used.has(word)))
    .sort((a, b) => rankOf(b) - rankOf(a) || (a.rule.id < b.rule.id ? -1 : 1));
  for (const { rule } of fitting)
    for (const target of rule.proves ?? []) if (!advice.has(target)) advice.set(target, rule);
  return advice;
}

type Candidate = { readonly rule: Rule; readonly words: readonly string[] };

/** What costs weeks comes last, then what only happens to fit. */
function rankOf({ rule, words }: Candidate): number {
  return (rule.costly ? 0 : 1000) + (rule.stack ? 100 : 0) + words.length;
}

/** What a rule takes for granted by its first pattern: a registry, or the family that a type of resource belongs to. */
function impliedStack(match: Match): readonly string[] {
  if (!('fact' in match)) {
    const [first] = 'any' in match ? match.any : 'all' in match ? match.all : [];
    return first ? impliedStack(first) : [];
  }
  const { type, ecosystem } = match as Leaf;
  const first = Array.isArray(type) ? type[0] : type;
  const family = typeof first === 'string' ? familyOf(first) : undefined;
  return [...(typeof ecosystem === 'string' ? [ecosystem] : []), ...(family === undefined ? [] : [family])];
}

/** `cloud_bucket` → `cloud`, `/^cloud_(a|b)$/` → `cloud`; a type without families is its own. */
function familyOf(type: string): string | undefined {
  const family = /^(?:\/\^?)?([A-Za-z0-9]+)_/.exec(type)?.[1];
  return family ?? (/^\w+$/.test(type) ? type : undefined);
}
