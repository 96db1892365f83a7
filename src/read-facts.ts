import { minimatch } from 'minimatch';
import { type ExplainedRole, explainRole } from './derive/path-roles.ts';
import { readDirectory } from './io/directory.ts';
import { readGrammars } from './io/grammars.ts';
import { listFiles } from './io/list-files.ts';
import { readFiles } from './io/read-files.ts';
import { readIdentity } from './io/repository.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Fact, FactKind } from './model/fact.ts';
import { compareLocations } from './model/location.ts';
import { claimedPaths, gatherFacts, neededLanguages } from './pipeline.ts';
import { readPolicies } from './read-policies.ts';
import { compileRule } from './rules/compile.ts';
import { patternEngine } from './rules/engine.ts';
import { prepareFirstLook } from './rules/first-look.ts';
import type { RuleSet } from './rules/rule-set.ts';
import { compileTeamRules } from './rules/team.ts';

export type FactOptions = {
  readonly directory: string;
  /** Only facts of these kinds. None: all but the files themselves. */
  readonly kinds: readonly FactKind[];
  /** Only facts in files that this glob means. */
  readonly glob?: string;
  /** ISO; what the policy says of its own age goes by it. */
  readonly today: string;
};

export type ReadFacts = {
  /** By place, each with what rules that mark say of it and why its path has its role. */
  readonly facts: readonly { readonly fact: Fact; readonly marks: readonly string[]; readonly because: string }[];
  readonly diagnostics: readonly Diagnostic[];
};

const codeKinds: readonly FactKind[] = ['import', 'call', 'literal', 'class', 'model-reference'];

/**
 * Reads a folder up to its facts, as a run does, marked by the built-in rules and by the team's. Where facts of code are
 * wanted, all code is read, and not only what today's rules ask about. Throws a UserError for a folder or policy that
 * can't be read.
 */
export async function readFacts(options: FactOptions, ruleSet: RuleSet): Promise<ReadFacts> {
  const directory = readDirectory(options.directory);
  const [listing, identity] = await Promise.all([listFiles(directory), readIdentity(directory)]);
  const { team } = readPolicies({ directory, today: options.today }, listing.paths, undefined, ruleSet);
  const rules = [...ruleSet.rules.map((rule) => compileRule(rule, patternEngine)), ...compileTeamRules(team.rules)];
  const claimed = claimedPaths(listing.paths);
  const { texts, diagnostics } = readFiles(directory, claimed);
  const wantsCode = options.kinds.length === 0 || options.kinds.some((kind) => codeKinds.includes(kind));
  const tools = {
    querySyntax: await readGrammars(neededLanguages(claimed)),
    queryTables: ruleSet.queryTables,
    commandWords: ruleSet.commandWords,
    firstLook: wantsCode ? () => () => () => true : prepareFirstLook(ruleSet.needs),
  };
  const gathered = gatherFacts(listing.paths, texts, rules, tools, ruleSet.modelTables, identity.name ?? undefined);
  const facts = gathered.facts
    .filter((fact) => isWanted(fact, options))
    .map((fact) => ({ fact, marks: gathered.marks.get(fact) ?? [], because: reasonOf(fact) }))
    .toSorted((a, b) => compareLocations(a.fact.at, b.fact.at));
  return { facts, diagnostics: [...listing.diagnostics, ...diagnostics, ...gathered.diagnostics] };
}

function isWanted({ kind, at }: Fact, { kinds, glob }: FactOptions): boolean {
  if (kinds.length === 0 ? kind === 'file' : !kinds.includes(kind)) return false;
  return glob === undefined || minimatch(at.path, glob, { dot: true, nonegate: true, nocomment: true });
}

/** Some facts have a role that more than their path tells: an example inside a document, the product's own name. */
function reasonOf(fact: Fact): string {
  const { role, because }: ExplainedRole = explainRole(fact.at.path);
  return role === fact.role ? because : `by its path it would be ${role}`;
}
