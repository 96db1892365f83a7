import type { RuleSet } from './rule-set.ts';
import { isNot, type Leaf, type Match, type Pattern, type Rule } from './schema.ts';

export const coverageStrengths = ['proves', 'shows', 'signs', 'hints', 'unknown'] as const;
export type CoverageStrength = (typeof coverageStrengths)[number];

/** How many rules an aspect, a capability or a symptom rests on. */
export type Coverage = {
  readonly target: string;
  readonly rules: number;
  readonly strengths: Readonly<Record<CoverageStrength, number>>;
  /** Where its rules look, with how many of them do. */
  readonly places: Readonly<Record<string, number>>;
};

/** Every aspect, capability and symptom of the model with the rules that speak for it; of a regime's own aspects only those of the general one. */
export function coverRules({ model, rules }: RuleSet): readonly Coverage[] {
  const targets = [
    ...model.practices.flatMap((practice) => practice.aspects.map((aspect) => `${practice.id}/${aspect.id}`)),
    ...model.capabilities.map(({ id }) => id),
    ...model.symptoms.map(({ id }) => id),
  ];
  return targets.map((target) => coverTarget(target, rules));
}

function coverTarget(target: string, rules: readonly Rule[]): Coverage {
  const speaking = rules.filter((rule) => coverageStrengths.some((key) => rule[key]?.includes(target)));
  const places = new Map<string, number>();
  for (const place of speaking.flatMap(({ match }) => coverRule(match)))
    places.set(place, (places.get(place) ?? 0) + 1);
  return {
    target,
    rules: speaking.length,
    strengths: countStrengths(target, rules),
    places: Object.fromEntries([...places].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))),
  };
}

function countStrengths(target: string, rules: readonly Rule[]): Coverage['strengths'] {
  const count = (key: CoverageStrength) => rules.filter((rule) => rule[key]?.includes(target)).length;
  return {
    proves: count('proves'),
    shows: count('shows'),
    signs: count('signs'),
    hints: count('hints'),
    unknown: count('unknown'),
  };
}

/** Where a match looks: documents, pipelines, code by language, infrastructure by what its types begin with. */
export function coverRule(match: Match): readonly string[] {
  return [...new Set(leavesThatCount(match).flatMap(placesOf))].sort();
}

/** What stands under `not` is not looked for. */
function leavesThatCount(match: Match): readonly Leaf[] {
  if ('fact' in match) return [match as Leaf];
  if (isNot(match)) return [];
  return ('any' in match ? match.any : 'all' in match ? match.all : []).flatMap(leavesThatCount);
}

const places: Readonly<Record<Leaf['fact'], string>> = {
  file: 'files',
  job: 'pipelines',
  step: 'pipelines',
  script: 'scripts and targets',
  resource: 'infrastructure',
  image: 'images',
  dependency: 'dependencies',
  section: 'documents',
  import: 'code',
  call: 'code',
  literal: 'code',
  class: 'code',
  config: 'settings',
  'model-reference': 'models that are named',
  query: 'queries of monitoring',
  setting: 'settings of the host',
  table: 'database',
  owner: 'owners of code',
};

function placesOf({ fact, ...fields }: Leaf): readonly string[] {
  const place = places[fact];
  const words = detailsOf(place, fields as Readonly<Record<string, Pattern>>);
  return words.length === 0 ? [place] : [...new Set(words)].map((word) => `${place}: ${word}`);
}

/** A language, a registry, a provider of pipelines; of infrastructure the tool, or what the types begin with. */
function detailsOf(
  place: string,
  { language, ecosystem, provider, type, tool }: Readonly<Record<string, Pattern>>,
): readonly string[] {
  if (place === 'code') return plainTexts(language);
  if (place === 'dependencies') return plainTexts(ecosystem);
  if (place === 'pipelines') return plainTexts(provider);
  if (place !== 'infrastructure') return [];
  const prefixes = textsOf(type).flatMap((text) => /^(?:\/\^?\(?)?([a-z]+)_/.exec(text)?.[1] ?? []);
  return prefixes.length > 0 ? prefixes : plainTexts(tool);
}

function plainTexts(pattern: Pattern | undefined): readonly string[] {
  return textsOf(pattern).filter((text) => /^[\w-]+$/.test(text));
}

function textsOf(pattern: Pattern | undefined): readonly string[] {
  if (typeof pattern === 'string') return [pattern];
  if (Array.isArray(pattern)) return pattern.flatMap(textsOf);
  if (typeof pattern === 'object' && 'is' in pattern) return textsOf(pattern.is);
  return [];
}
