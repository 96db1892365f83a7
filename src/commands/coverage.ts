import { type Coverage, coverRules } from '../rules/coverage.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** What each aspect, capability and symptom rests on, as a table or as JSON. */
export function renderCoverage(ruleSet: RuleSet, { format }: { readonly format: string }): string {
  const covered = coverRules(ruleSet);
  if (format === 'json') return `${JSON.stringify(covered, null, 2)}\n`;
  const width = Math.max(...covered.map(({ target }) => target.length));
  const blocks = covered.map((each) =>
    [`${each.target.padEnd(width)}  ${countsOf(each)}`, ...placesOf(each)].join('\n'),
  );
  return `${blocks.join('\n')}\n`;
}

function countsOf({ strengths: { proves, shows, signs, hints, unknown } }: Coverage): string {
  const counts = [
    [proves + shows, 'enough alone'],
    [signs, 'as one of two'],
    [hints, 'only shown'],
    [unknown, 'elsewhere'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? 'no rule' : told.join(', ');
}

function placesOf({ places }: Coverage): readonly string[] {
  const told = Object.entries(places).map(([place, count]) => `${place} ${count}`);
  return told.length === 0 ? [] : [`    ${told.join(' · ')}`];
}
