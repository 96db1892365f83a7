import type { LoadedRule } from '../../src/rules/load.ts';

/** A rule file with the rules that came of it: one, or one for each regime. */
export type RuleSource = { readonly path: string; readonly rules: readonly [LoadedRule, ...LoadedRule[]] };

/** Puts the rules of one file together, in order of the paths. */
export function groupBySource(
  loaded: readonly LoadedRule[],
  sources: ReadonlyMap<string, string>,
): readonly RuleSource[] {
  const groups = new Map<string, [LoadedRule, ...LoadedRule[]]>();
  for (const rule of loaded) {
    const path = sources.get(rule.id) ?? `${rule.id}.yml`;
    const group = groups.get(path);
    if (group) group.push(rule);
    else groups.set(path, [rule]);
  }
  return [...groups].map(([path, rules]) => ({ path, rules })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the file says of a target, whichever regime it is asked for. */
export function strengthsFor({ rules }: RuleSource, target: string): readonly Strength[] {
  return strengths.filter(({ key }) =>
    rules.some((rule) => rule[key]?.some((name) => name === target || name.startsWith(`${target}:`))),
  );
}

export const strengths = [
  { key: 'proves', title: 'Enough alone' },
  { key: 'shows', title: 'Enough alone' },
  { key: 'signs', title: 'Two of these together' },
  { key: 'hints', title: 'Only shown' },
  { key: 'unknown', title: 'Tells that the answer lies elsewhere' },
] as const;
export type Strength = (typeof strengths)[number];

/** The title of a file that stands for many rules, without the one regime. */
export function titleOf({ path, rules }: RuleSource): string {
  const [first] = rules;
  return path.includes('[regime]') ? first.title.replace(/: [\w-]+$/, '') : first.title;
}
