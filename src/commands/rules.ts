import type { RuleSet } from '../rules/rule-set.ts';
import type { Rule } from '../rules/schema.ts';

/** What a rule says, in words: `proves eval-in-ci/on-change`. */
export function ruleEffects(rule: Rule): readonly string[] {
  const effects: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['proves', rule.proves],
    ['signs', rule.signs],
    ['hints', rule.hints],
    ['shows', rule.shows],
    ['leaves unknown', rule.unknown],
    ['marks', rule.marks === undefined ? undefined : [rule.marks]],
  ];
  return effects.flatMap(([verb, targets]) => (targets === undefined ? [] : [`${verb} ${targets.join(', ')}`]));
}

/** The rules whose id, title or target holds the filter, as a table or as JSON. */
export function listRules(
  { rules }: RuleSet,
  filter: string | undefined,
  { format }: { readonly format: string },
): string {
  const wanted = filter?.toLowerCase() ?? '';
  const chosen = rules.filter((rule) =>
    [rule.id, rule.title, ...ruleEffects(rule)].join('\n').toLowerCase().includes(wanted),
  );
  if (format === 'json') {
    return `${JSON.stringify(
      chosen.map(({ match: _, unless: __, ...rule }) => rule),
      null,
      2,
    )}\n`;
  }
  if (chosen.length === 0)
    return `none of ${rules.length} rules has ${filter} in its id, its title or its targets; stagegate rules lists them all\n`;
  const lines = chosen.map((rule) => `${rule.id}\n    ${rule.title}\n    ${ruleEffects(rule).join('; ')}`);
  return `${[...lines, `${chosen.length} of ${rules.length} rules`].join('\n')}\n`;
}
