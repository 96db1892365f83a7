import { repoPath } from './model/location.ts';
import { exampleSettings } from './model/setting.ts';
import type { ExtractTools, Language } from './model/source.ts';
import { claimedPaths, gatherFacts, neededLanguages } from './pipeline.ts';
import { type CompiledRule, compileRule } from './rules/compile.ts';
import { patternEngine } from './rules/engine.ts';
import type { LoadedRule } from './rules/load.ts';
import { indexFacts, matchRule } from './rules/match.ts';
import type { RuleSet } from './rules/rule-set.ts';
import type { Example } from './rules/schema.ts';
import { compileTeamRules } from './rules/team.ts';

/** What an example of a rule was to find, and what it did. */
export type TriedExample = {
  readonly rule: string;
  readonly example: string;
  /** Each as `path:line`. */
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly holds: boolean;
};

/** The languages of the files in the examples of rules. */
export function exampleLanguages(loaded: readonly LoadedRule[]): readonly Language[] {
  const paths = loaded.flatMap(({ examples }) => examples.flatMap(({ files }) => Object.keys(files)));
  return neededLanguages(claimedPaths(paths.map(repoPath)));
}

/** Runs the examples of a team's rules as a scan would, with the built-in activities and their own. */
export function tryExamples(
  loaded: readonly LoadedRule[],
  ruleSet: RuleSet,
  querySyntax: ExtractTools['querySyntax'],
): readonly TriedExample[] {
  const own = compileTeamRules(loaded);
  const builtIn = ruleSet.rules.filter(({ marks }) => marks !== undefined);
  const markers = [...builtIn.map((rule) => compileRule(rule, patternEngine)), ...own];
  // Examples are small, so that nothing is lost by reading all of their code.
  const { commandWords, queryTables } = ruleSet;
  const tools = { querySyntax, commandWords, queryTables, firstLook: () => () => () => true };
  return loaded.flatMap(({ id, examples }, index) => {
    const compiled = own[index];
    if (!compiled) return [];
    return examples.map(({ name, files, settings, expect }) => {
      const found = placesOf(compiled, { files, settings }, markers, tools, ruleSet.modelTables);
      return { rule: id, example: name, expected: expect, found, holds: found.join('\n') === [...expect].join('\n') };
    });
  });
}

function placesOf(
  rule: CompiledRule,
  { files, settings = [] }: Pick<Example, 'files' | 'settings'>,
  markers: readonly CompiledRule[],
  tools: ExtractTools,
  modelTables: RuleSet['modelTables'],
): readonly string[] {
  const texts = new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  const told = exampleSettings(settings);
  const { facts } = gatherFacts(
    [...texts.keys()].sort(),
    texts,
    markers,
    tools,
    modelTables,
    undefined,
    undefined,
    told,
  );
  const places = matchRule(rule, indexFacts(facts))
    .filter(({ because }) => because === undefined)
    .map(({ fact: { at } }) => `${at.path}:${at.line}`);
  return [...new Set(places)];
}
