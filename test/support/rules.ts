import type { Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { type ExampleSetting, exampleSettings } from '../../src/model/setting.ts';
import type { FirstLook } from '../../src/model/source.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { type CompiledRule, compileRule } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import type { LoadedRule } from '../../src/rules/load.ts';
import { indexFacts, matchRule } from '../../src/rules/match.ts';
import { isNot, type Match } from '../../src/rules/schema.ts';
import { modelTables } from './model-tables.ts';
import { tools } from './tools.ts';

/** The facts of an example's files and settings, with activities as the given rules mark them. */
export function exampleFacts(
  files: Readonly<Record<string, string>>,
  rules: readonly CompiledRule[],
  settings: readonly ExampleSetting[] = [],
  firstLook: FirstLook = tools.firstLook,
): readonly Fact[] {
  const texts = new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  const told = exampleSettings(settings);
  const paths = [...texts.keys()].sort();
  const looking = { ...tools, firstLook };
  return gatherFacts(paths, texts, rules, looking, modelTables, undefined, undefined, told).facts;
}

/** The places that a rule finds among facts, as `path:line`. */
export function placesOf(rule: LoadedRule, match: Match, facts: readonly Fact[]): readonly string[] {
  const matched = matchRule(compileRule({ ...rule, match }, patternEngine), indexFacts(facts));
  const places = matched
    .filter(({ because }) => because === undefined)
    .map(({ fact }) => `${fact.at.path}:${fact.at.line}`);
  return [...new Set(places)];
}

/** Every match that comes of leaving out one branch of one `any`, with the key of that branch. */
export function withoutEachBranch(
  match: Match,
  at = 'match',
): readonly { readonly key: string; readonly match: Match }[] {
  if ('fact' in match) return [];
  if ('any' in match) {
    const left = match.any.map((_, index) => ({
      key: `${at}.any.${index}`,
      match: anyOf(match.any.toSpliced(index, 1)),
    }));
    return [...left, ...nested(match.any, `${at}.any`, (any) => ({ any }))];
  }
  if (isNot(match))
    return withoutEachBranch(match.not, `${at}.not`).map((rest) => ({ ...rest, match: { not: rest.match } }));
  return 'all' in match ? nested(match.all, `${at}.all`, (all) => ({ all, within: match.within })) : [];
}

function anyOf(branches: readonly Match[]): Match {
  const [only, ...others] = branches;
  return only && others.length === 0 ? only : { any: branches };
}

function nested(parts: readonly Match[], at: string, rebuild: (parts: readonly Match[]) => Match) {
  return parts.flatMap((part, index) =>
    withoutEachBranch(part, `${at}.${index}`).map(({ key, match }) => ({
      key,
      match: rebuild(parts.with(index, match)),
    })),
  );
}
