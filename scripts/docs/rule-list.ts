import { coverRule } from '../../src/rules/coverage.ts';
import { bullet, escapeText, joinBlocks, sentence } from './markdown.ts';
import { type RuleSource, strengths, strengthsFor, titleOf } from './source.ts';

/** The rules that speak for a target, by strength and then by the place where they look, each with a link. */
export function renderRules(sources: readonly RuleSource[], target: string): string {
  const sections = strengths.flatMap(({ key, title }) => {
    const speaking = sources.filter((source) => strengthsFor(source, target).some((found) => found.key === key));
    return speaking.length === 0 ? [] : [`**${title}**`, renderByPlace(speaking)];
  });
  return joinBlocks(sections).trimEnd();
}

function renderByPlace(sources: readonly RuleSource[]): string {
  const places = new Map<string, RuleSource[]>();
  for (const source of sources) {
    const place = describePlaces(coverRule(source.rules[0].match));
    places.set(place, [...(places.get(place) ?? []), source]);
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, found]) =>
      [bullet(`${escapeText(place)}:`), ...found.map((each) => `  ${bullet(link(each))}`)].join('\n'),
    )
    .join('\n');
}

/** `infrastructure: aws`, `infrastructure: google` → `Infrastructure (aws, google)`. */
function describePlaces(places: readonly string[]): string {
  const details = new Map<string, readonly string[]>();
  for (const place of places) {
    const [base = '', detail] = place.split(': ');
    details.set(base, [...(details.get(base) ?? []), ...(detail === undefined ? [] : [detail])]);
  }
  const words = [...details].map(([base, found]) => (found.length === 0 ? base : `${base} (${found.join(', ')})`));
  const all = words.join(', ');
  return all.charAt(0).toUpperCase() + all.slice(1);
}

function link(source: RuleSource): string {
  const { path } = source;
  return `[${escapeText(titleOf(source))}](../../rules/${path.replaceAll('[', '%5B').replaceAll(']', '%5D')})`;
}

/** What is not taken for it: what contradicts a place, and the look-alikes that the rules were tried on. */
export function renderLookAlikes(sources: readonly RuleSource[]): string {
  const reasons = sources.flatMap(({ rules: [rule] }) => (rule.unless ?? []).map(({ because }) => because));
  const likes = sources.flatMap(({ rules: [rule] }) =>
    rule.examples.filter(({ expect }) => expect.length === 0).map(({ name }) => name),
  );
  return joinBlocks([
    reasons.length === 0 ? undefined : 'A place is withheld, and the report says so, because',
    unique(reasons)
      .map((reason) => bullet(`${escapeText(reason)};`))
      .join('\n')
      .replace(/;$/, '.'),
    likes.length === 0 ? undefined : 'Look-alikes that the rules are tried on and pass by:',
    unique(likes)
      .map((name) => bullet(sentence(escapeText(name))))
      .join('\n'),
  ]).trimEnd();
}

/** What a team can do, each said once. */
export function renderFixes(sources: readonly RuleSource[]): string {
  const fixes = sources.flatMap(({ path, rules: [rule] }) =>
    rule.fix === undefined ? [] : [path.includes('[regime]') ? regimeFix : rule.fix],
  );
  return unique(fixes)
    .map((fix) => bullet(sentence(escapeText(fix))))
    .join('\n');
}

const regimeFix = 'Write a document on each regime that applies, as the table of regimes below says.';

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
