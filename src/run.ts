import { assessSystem } from './assess/system.ts';
import { reportFinding, reportSystem, reportTool } from './build-report.ts';
import { scopeFacts } from './derive/scope.ts';
import { discoverSystems, inferKind } from './derive/systems.ts';
import { findUndeclared } from './derive/undeclared.ts';
import { readDirectory } from './io/directory.ts';
import { readGrammars } from './io/grammars.ts';
import { listFiles } from './io/list-files.ts';
import { readNamedPolicy, readPolicyFile, readUpperPolicy } from './io/policy-file.ts';
import { readFiles } from './io/read-files.ts';
import { readIdentity } from './io/repository.ts';
import { readTeamRules } from './io/rule-files.ts';
import { judge } from './judge/verdict.ts';
import { UserError } from './lib/user-error.ts';
import type { RepoPath } from './model/location.ts';
import type { Report } from './model/report.ts';
import type { System } from './model/system.ts';
import { claimedPaths, countLooked, gatherFacts, neededLanguages, obscuredByLimits } from './pipeline.ts';
import { chooseMode } from './policy/mode.ts';
import { siftRules } from './policy/organisation/rules.ts';
import { recommendTarget } from './policy/recommend.ts';
import { type ResolvedPolicy, resolvePolicy } from './policy/resolve.ts';
import { reportPolicy, reviewPolicy } from './policy/review.ts';
import { adviseRules, stackOf } from './rules/advise.ts';
import { compileRule, rulesForKind } from './rules/compile.ts';
import { patternEngine } from './rules/engine.ts';
import { prepareFirstLook } from './rules/first-look.ts';
import { collectAllNeedles } from './rules/look-for-models.ts';
import { indexFacts } from './rules/match.ts';
import { recogniseEvidence } from './rules/recognise.ts';
import type { RuleSet } from './rules/rule-set.ts';
import type { Rule } from './rules/schema.ts';
import { compileTeamRules, loadTeamRules } from './rules/team.ts';

export type RunOptions = {
  /** The folder to scan. */
  readonly directory: string;
  /** A policy from elsewhere. */
  readonly policyPath?: string;
  /** Policies above it, wherever they lie. */
  readonly orgPolicyPaths?: readonly string[];
  /** False for the result without waivers and attestations. */
  readonly waivers?: boolean;
  /** Overrides the policy's mode. */
  readonly mode?: 'observe' | 'enforce';
  /** Only this system. */
  readonly system?: string;
  /** ISO; decides what is due and what is stale. */
  readonly today: string;
  readonly version: string;
};

/** 0 passed or nothing to enforce, 1 the gate is not met, 3 the scan is incomplete. Bad input throws a UserError (2). */
export type Outcome = {
  readonly report: Report;
  readonly exitCode: 0 | 1 | 3;
  /** The rules that ran: the built-in ones and the team's. */
  readonly rules: readonly Rule[];
};

/** The whole pipeline: reads the folder once, turns files into facts, facts into evidence, evidence into a report. */
export async function run(options: RunOptions, ruleSet: RuleSet): Promise<Outcome> {
  const started = performance.now();
  const directory = readDirectory(options.directory);
  const [listing, identity] = await Promise.all([listFiles(directory), readIdentity(directory)]);
  const policy = resolvePolicy(readPolicyFile(directory, options.policyPath), {
    model: ruleSet.model,
    regimes: ruleSet.regimes.map(({ id }) => id),
    paths: listing.paths,
    readUpper: (path, from) => readUpperPolicy(directory, path, from),
    named: (options.orgPolicyPaths ?? []).map((path) => readNamedPolicy(directory, path)),
    today: options.today,
  });
  const team = readOwnRules(directory, policy, listing.paths, ruleSet);
  const rules = [...ruleSet.rules.map((rule) => compileRule(rule, patternEngine)), ...compileTeamRules(team.rules)];

  const claimed = claimedPaths(listing.paths);
  const querySyntax = await readGrammars(neededLanguages(claimed));
  const read = readFiles(directory, claimed);
  const needles =
    team.rules.length === 0
      ? ruleSet.needles
      : collectAllNeedles([...ruleSet.rules, ...team.rules], ruleSet.modelTables);
  const tools = { querySyntax, commandWords: ruleSet.commandWords, firstLook: prepareFirstLook(needles) };
  const gathered = gatherFacts(
    listing.paths,
    read.texts,
    rules,
    tools,
    ruleSet.modelTables,
    identity.name ?? undefined,
  );
  const hidden = obscuredByLimits(read.unread, rules);

  const repositoryName = identity.name?.split('/').at(-1) ?? identity.folder;
  const found =
    policy.systems?.map((system) => inferKind(system, gathered.marks)) ??
    discoverSystems(gathered.facts, gathered.marks, repositoryName);
  const held = policy.hold(found);
  const all = options.waivers === false ? held.systems.map(withoutEntries) : held.systems;
  const chosen = chooseSystems(all, options.system);
  const assessed = chosen.map((system) => {
    const facts = scopeFacts(gathered.facts, system, all);
    const recognised = recogniseEvidence(rulesForKind(rules, system.kind), indexFacts(facts));
    const recognition = { ...recognised, obscured: [...recognised.obscured, ...hidden] };
    return { facts, assessment: assessSystem(system, recognition, { model: ruleSet.model, today: options.today }) };
  });

  const complete = listing.complete && hidden.length === 0;
  const mode = chooseMode(
    options.mode,
    policy,
    chosen.some(({ target }) => target !== undefined),
  );
  const settings = {
    mode,
    onUnknown: policy.onUnknown,
    today: options.today,
    ...(policy.policyPath === undefined ? {} : { policyPath: policy.policyPath }),
    review: {
      ...reviewPolicy(policy, held.systems, ruleSet.model),
      conflicts: [...policy.conflicts, ...held.conflicts, ...team.conflicts],
      undeclared: policy.systems ? findUndeclared(gathered.facts, gathered.marks, policy.systems) : [],
    },
  };
  const assessments = assessed.map(({ assessment }) => assessment);
  const { findings, passed, reasons } = judge(assessments, ruleSet.model, settings, complete);
  const report: Report = {
    version: 1,
    tool: reportTool(ruleSet.model, options.version),
    repository: { name: identity.name, commit: identity.commit },
    systems: assessed.map(({ facts, assessment }) =>
      reportSystem(assessment, {
        recommended: recommendTarget(assessment.system, ruleSet.model),
        looked: countLooked(facts, rules),
        advice: adviseRules(
          rulesForKind(rules, assessment.system.kind).map(({ rule }) => rule),
          stackOf(facts),
        ),
        today: options.today,
      }),
    ),
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
    policy: reportPolicy(policy, options.waivers !== false),
  };
  return { report, exitCode: complete ? (passed ? 0 : 1) : 3, rules: rules.map(({ rule }) => rule) };
}

/** The team's own rules, without what a policy above leaves to the built-in ones. */
function readOwnRules(directory: string, policy: ResolvedPolicy, paths: readonly RepoPath[], ruleSet: RuleSet) {
  const { rules, policyPath, lines, layers } = policy;
  if (rules === undefined) return { rules: [], conflicts: [] };
  const loaded = loadTeamRules(readTeamRules(directory, rules, paths), ruleSet);
  const at = policyPath === undefined ? {} : { at: { path: policyPath, line: lines.rules ?? 1 } };
  return siftRules(loaded, layers, at);
}

function withoutEntries(system: System): System {
  return { ...system, attest: [], waive: [] };
}

function chooseSystems(systems: readonly System[], name: string | undefined): readonly System[] {
  if (name === undefined) return systems;
  const chosen = systems.filter((system) => system.name === name);
  if (chosen.length > 0) return chosen;
  const names = systems.map((system) => system.name).join(', ');
  throw new UserError(`there is no system ${name}; ${names === '' ? 'none was found' : `there is ${names}`}`);
}
