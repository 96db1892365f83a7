import { UserError } from '../lib/user-error.ts';
import { type CompiledRule, compileRule } from './compile.ts';
import { strangersEngine } from './engine.ts';
import { type LoadedRule, loadRules, type RuleText } from './load.ts';
import type { RuleSet } from './rule-set.ts';
import { isNot, type Match, type RuleFile } from './schema.ts';
import { chooseSnippet } from './snippet.ts';

/** Characters of one pattern. */
export const patternLengthLimit = 1000;

/** The most that a `{n}` of an expression may repeat: time goes with length times repetition. */
export const repetitionLimit = 100;

/** Levels of `any` and `all`. */
export const matchDepthLimit = 10;

/** What comes before the id of a team's rule, so that none takes the place of a built-in one. */
const prefix = 'team/';

/**
 * Reads a team's own rules, which a stranger may have written: they add evidence and can take none away, and no pattern
 * of theirs takes more than linear time. Throws a UserError that names every file and key at fault.
 */
export function loadTeamRules(files: readonly RuleText[], { model, regimes, rules }: RuleSet): readonly LoadedRule[] {
  const activities = rules.flatMap(({ marks }) => (marks === undefined ? [] : [marks]));
  const symptoms = new Set(model.symptoms.map(({ id }) => id));
  const known = new Set(regimes.map(({ id }) => id));
  try {
    const loaded = loadRules(files, {
      model,
      regimes: known,
      activities,
      engine: strangersEngine,
      check: (rule) => checkTeamRule(rule, symptoms),
    });
    return loaded.map((rule) => ({ ...rule, id: `${prefix}${rule.id}` }));
  } catch (error) {
    // Nested beyond what the stack holds, or an alias that stands for too much: wrong words, and no fault of ours.
    if (error instanceof RangeError || error instanceof ReferenceError)
      throw new UserError(`the team's rules can't be read: ${error.message}`);
    throw error;
  }
}

/** A team's rules ready to run. */
export function compileTeamRules(rules: readonly LoadedRule[]): readonly CompiledRule[] {
  return rules.map(({ examples, ...rule }) => {
    const snippet = chooseSnippet({ ...rule, examples });
    return compileRule(snippet ? { ...rule, snippet } : rule, strangersEngine);
  });
}

function checkTeamRule(rule: RuleFile, symptoms: ReadonlySet<string>): readonly string[] {
  return [
    ...(rule.unknown ? ["unknown is not for a team's rule; attest the aspect in the policy"] : []),
    ...(rule.marks !== undefined && /^(?:system|profile)\//.test(rule.marks)
      ? ["marks: a team's rule marks activities; declare systems in the policy"]
      : []),
    ...(rule.shows ?? [])
      .filter((name) => symptoms.has(name))
      .map((name) => `shows: ${name} is a symptom; a team's rule shows capabilities`),
    ...(depthOf(rule.match) > matchDepthLimit ? [`match: nests more than ${matchDepthLimit} levels deep`] : []),
    ...patternsIn([rule.match, rule.unless ?? []]).flatMap(checkPattern),
  ];
}

function depthOf(match: Match): number {
  if ('fact' in match) return 0;
  const parts = isNot(match) ? [match.not] : 'any' in match ? match.any : match.all;
  return 1 + Math.max(...parts.map(depthOf));
}

/** Every text in a match, whatever its place. */
function patternsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...patternsIn(inner)]);
}

function checkPattern(pattern: string): readonly string[] {
  if (pattern.length > patternLengthLimit)
    return [`match: a pattern has ${pattern.length} characters, and ${patternLengthLimit} are read at most`];
  if (!/^\/.*\/i?$/s.test(pattern)) return [];
  const repetitions = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, low, high]) => [low, high]);
  const most = Math.max(0, ...repetitions.map(Number).filter(Number.isFinite));
  return most > repetitionLimit ? [`match: a pattern repeats ${most} times, and ${repetitionLimit} are allowed`] : [];
}
