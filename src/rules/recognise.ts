import type { Evidence, Obscured, Recognition, Strength, Withheld } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { ProfileHint } from '../model/system.ts';
import type { CompiledRule } from './compile.ts';
import { contentOf } from './content.ts';
import { type FactIndex, type MatchedFact, matchRule } from './match.ts';

/** All that the rules say of the facts of one system: evidence, what contradicts it, and where the files do not reach. */
export function recogniseEvidence(rules: readonly CompiledRule[], index: FactIndex): Recognition {
  const evidence: Evidence[] = [];
  const withheld: Withheld[] = [];
  const obscured: Obscured[] = [];
  for (const compiled of rules) {
    if (compiled.rule.marks !== undefined) continue;
    for (const matched of matchRule(compiled, index)) {
      const { because } = matched;
      if (because === undefined) {
        evidence.push(...speak(compiled, matched.fact));
        obscured.push(...obscure(compiled, matched));
      } else withheld.push(...speak(compiled, matched.fact).map((item) => ({ ...item, because })));
    }
  }
  return { evidence, withheld, obscured };
}

function speak({ rule }: CompiledRule, fact: Fact): readonly Evidence[] {
  const targets: readonly (readonly [Strength, readonly string[] | undefined])[] = [
    ['proof', rule.proves],
    ['proof', rule.shows],
    ['sign', rule.signs],
    ['hint', rule.hints],
  ];
  const content = contentOf(fact);
  const date = fact.kind === 'section' ? fact.date : undefined;
  return targets.flatMap(([strength, names]) =>
    (names ?? []).map((target) => ({
      rule: rule.id,
      title: rule.title,
      target,
      strength,
      factKind: fact.kind,
      at: fact.at,
      content,
      ...(date === undefined ? {} : { date }),
      ...(rule.costly ? { costly: true as const } : {}),
    })),
  );
}

/** What could not be read knows best what would settle it. */
function obscure({ rule }: CompiledRule, { fact }: MatchedFact): readonly Obscured[] {
  const settle = (fact.kind === 'setting' ? fact.settle : undefined) ?? rule.settle ?? '';
  return (rule.unknown ?? []).map((target) => ({
    rule: rule.id,
    target,
    at: fact.at,
    reason: rule.title,
    settle,
  }));
}

/** What the activity and system rules say: for each mark, the facts that carry it. Facts that are switched off carry none. */
export function recogniseMarks(rules: readonly CompiledRule[], index: FactIndex): ReadonlyMap<Fact, readonly string[]> {
  const marks = new Map<Fact, readonly string[]>();
  for (const compiled of rules) {
    const { marks: mark } = compiled.rule;
    if (mark === undefined || mark.startsWith(profileMark)) continue;
    for (const { fact, because } of matchRule(compiled, index)) {
      if (because === undefined) marks.set(fact, [...new Set([...(marks.get(fact) ?? []), mark])]);
    }
  }
  return marks;
}

/** Starts the marks of what speaks for the profile of a system. */
const profileMark = 'profile/';

/** What the facts of one system let guess of its profile (`customers`, `health`); rules/profile/ says it. */
export function recogniseProfile(rules: readonly CompiledRule[], index: FactIndex): readonly ProfileHint[] {
  return rules.flatMap((compiled) => {
    const { marks = '', title } = compiled.rule;
    if (!marks.startsWith(profileMark)) return [];
    const about = marks.slice(profileMark.length);
    return matchRule(compiled, index).flatMap(({ fact, because }) =>
      because === undefined ? [{ about, title, at: fact.at }] : [],
    );
  });
}
