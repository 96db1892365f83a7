import { join } from 'node:path';
import { version } from '../generated/version.ts';
import { readDirectory } from '../io/directory.ts';
import { policyPaths, readPolicyFile } from '../io/policy-file.ts';
import { writeNew } from '../io/write-output.ts';
import { UserError } from '../lib/user-error.ts';
import { renderPolicy } from '../policy/write.ts';
import { compileRule } from '../rules/compile.ts';
import { patternEngine } from '../rules/engine.ts';
import { indexFacts } from '../rules/match.ts';
import { recogniseProfile } from '../rules/recognise.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { run } from '../run.ts';

/** Writes a first policy with the systems that are found. Throws a UserError if there is a policy already. */
export async function initialise(directory: string, ruleSet: RuleSet): Promise<string> {
  const full = readDirectory(directory);
  const existing = readPolicyFile(full);
  if (existing)
    throw new UserError(`${existing.name} exists already and was left as it is; edit it, or remove it first`);
  const today = new Date().toISOString().slice(0, 10);
  const { report, facts } = await run({ directory: full, today, version, isUnchanged: true }, ruleSet);
  const rules = ruleSet.rules.map((rule) => compileRule(rule, patternEngine));
  const systems = report.systems.map(({ name, root, kind }) => ({
    name,
    root,
    hints: recogniseProfile(rules, indexFacts(facts.get(name) ?? [])),
    ...(kind === null ? {} : { kind }),
  }));
  const [path] = policyPaths;
  writeNew(join(full, path), renderPolicy(systems));
  const found =
    systems.length === 0
      ? `${path} is written. No AI system was found: declare yours under systems.`
      : `${path} is written, with ${systems.map(({ name }) => name).join(', ')}.`;
  return `${found} Nothing fails until you set a target.\n`;
}
