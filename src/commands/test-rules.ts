import { readGrammars } from '../io/grammars.ts';
import { readRuleFolder } from '../io/rule-files.ts';
import { countOf } from '../lib/english.ts';
import { UserError } from '../lib/user-error.ts';
import { exampleLanguages, type TriedExample, tryExamples } from '../rule-examples.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { loadTeamRules } from '../rules/team.ts';

/** Checks a folder of a team's rules and runs their examples. Throws a UserError that lists what does not hold. */
export async function testRules(folder: string, ruleSet: RuleSet): Promise<string> {
  const loaded = loadTeamRules(readRuleFolder(folder), ruleSet);
  const tried = tryExamples(loaded, ruleSet, await readGrammars(exampleLanguages(loaded)));
  const failed = tried.filter(({ holds }) => !holds);
  if (failed.length > 0) throw new UserError(failed.map(describe).join('\n'));
  return `${countOf(loaded.length, 'rule')} with ${countOf(tried.length, 'example')}: all hold\n`;
}

function describe({ rule, example, expected, found }: TriedExample): string {
  return [`${rule}: ${example}`, `  expected ${listOf(expected)}`, `  found    ${listOf(found)}`].join('\n');
}

function listOf(places: readonly string[]): string {
  return places.length === 0 ? 'nothing' : places.join(', ');
}
