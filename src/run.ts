import { type Assessment, assessSystem } from './assess/system.ts';
import { reportFinding, reportSystem, reportTool } from './build-report.ts';
import { scopeFacts } from './derive/scope.ts';
import { discoverSystems } from './derive/systems.ts';
import { readDirectory } from './io/directory.ts';
import { readGrammars } from './io/grammars.ts';
import { listFiles } from './io/list-files.ts';
import { readPolicyFile } from './io/policy-file.ts';
import { readFiles } from './io/read-files.ts';
import { readIdentity } from './io/repository.ts';
import { judge } from './judge/verdict.ts';
import { UserError } from './lib/user-error.ts';
import type { Report } from './model/report.ts';
import type { System } from './model/system.ts';
import { claimedPaths, countLooked, gatherFacts, neededLanguages, obscuredByLimits } from './pipeline.ts';
import { recommendTarget } from './policy/recommend.ts';
import { resolvePolicy } from './policy/resolve.ts';
import { type CompiledRule, compileRule } from './rules/compile.ts';
import { patternEngine } from './rules/engine.ts';
import { indexFacts } from './rules/match.ts';
import { recogniseEvidence } from './rules/recognise.ts';
import type { RuleSet } from './rules/rule-set.ts';

export type RunOptions = {
  /** The folder to scan. */
  readonly directory: string;
  /** A policy from elsewhere. */
  readonly policyPath?: string;
  /** Overrides the policy's mode. */
  readonly mode?: 'observe' | 'enforce';
  /** Only this system. */
  readonly system?: string;
  /** ISO; decides what is due and what is stale. */
  readonly today: string;
  readonly version: string;
};

/** 0 passed or nothing to enforce, 1 the gate is not met, 3 the scan is incomplete. Bad input throws a UserError (2). */
export type Outcome = { readonly report: Report; readonly exitCode: 0 | 1 | 3 };

/** The whole pipeline: reads the folder once, turns files into facts, facts into evidence, evidence into a report. */
export async function run(options: RunOptions, ruleSet: RuleSet): Promise<Outcome> {
  const started = performance.now();
  const directory = readDirectory(options.directory);
  const [listing, identity] = await Promise.all([listFiles(directory), readIdentity(directory)]);
  const policy = resolvePolicy(readPolicyFile(directory, options.policyPath), {
    model: ruleSet.model,
    regimes: ruleSet.regimes.map(({ id }) => id),
    paths: listing.paths,
  });
  const rules = ruleSet.rules.map((rule) => compileRule(rule, patternEngine));

  const claimed = claimedPaths(listing.paths);
  const querySyntax = await readGrammars(neededLanguages(claimed));
  const read = readFiles(directory, claimed);
  const tools = { querySyntax, commandWords: ruleSet.commandWords };
  const gathered = gatherFacts(listing.paths, read.texts, rules, tools, identity.name ?? undefined);
  const hidden = obscuredByLimits(read.unread, rules);

  const repositoryName = identity.name?.split('/').at(-1) ?? identity.folder;
  const all = policy.systems ?? discoverSystems(gathered.facts, gathered.marks, repositoryName);
  const chosen = chooseSystems(all, options.system);
  const assessed = chosen.map((system) => {
    const facts = scopeFacts(gathered.facts, system, all);
    const found = recogniseEvidence(rules, indexFacts(facts));
    const recognition = { ...found, obscured: [...found.obscured, ...hidden] };
    return { facts, assessment: assessSystem(system, recognition, { model: ruleSet.model, today: options.today }) };
  });

  const complete = listing.complete && hidden.length === 0;
  const mode =
    options.mode ?? policy.mode ?? (chosen.some(({ target }) => target !== undefined) ? 'enforce' : 'observe');
  const settings = {
    mode,
    onUnknown: policy.onUnknown,
    today: options.today,
    ...(policy.policyPath === undefined ? {} : { policyPath: policy.policyPath }),
  };
  const assessments = assessed.map(({ assessment }) => assessment);
  const { findings, passed, reasons } = judge(assessments, ruleSet.model, settings, complete);
  const report: Report = {
    version: 1,
    tool: reportTool(ruleSet.model, options.version),
    repository: { name: identity.name, commit: identity.commit },
    systems: assessed.map(({ facts, assessment }) => systemReport(assessment, facts, rules, ruleSet)),
    findings: findings.map(reportFinding),
    verdict: { passed, mode, reasons: [...reasons] },
    scan: {
      files: listing.paths.length,
      read: read.texts.size,
      bytes: read.bytes,
      milliseconds: Math.round(performance.now() - started),
      complete,
    },
    diagnostics: [...listing.diagnostics, ...read.diagnostics, ...gathered.diagnostics],
  };
  return { report, exitCode: complete ? (passed ? 0 : 1) : 3 };
}

function systemReport(
  assessment: Assessment,
  facts: Parameters<typeof countLooked>[0],
  rules: readonly CompiledRule[],
  { model }: RuleSet,
) {
  return reportSystem(assessment, recommendTarget(assessment.system, model), countLooked(facts, rules));
}

function chooseSystems(systems: readonly System[], name: string | undefined): readonly System[] {
  if (name === undefined) return systems;
  const chosen = systems.filter((system) => system.name === name);
  if (chosen.length > 0) return chosen;
  const names = systems.map((system) => system.name).join(', ');
  throw new UserError(`there is no system ${name}; ${names === '' ? 'none was found' : `there is ${names}`}`);
}
