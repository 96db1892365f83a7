import { type AssessedTree, assessTree, chooseSystems } from './assess-tree.ts';
import { reportDiagnostic, reportFinding, reportSystem, reportTool } from './build-report.ts';
import { type BaseOutcome, compareWithBase } from './compare-base.ts';
import { findUndeclared } from './derive/undeclared.ts';
import { readBase } from './io/commit.ts';
import { readDirectory } from './io/directory.ts';
import { readGrammars } from './io/grammars.ts';
import { listFiles } from './io/list-files.ts';
import { readFiles } from './io/read-files.ts';
import { type RepositoryIdentity, readIdentity } from './io/repository.ts';
import { judgeBaseTrouble } from './judge/base-trouble.ts';
import { judgePolicyChange } from './judge/policy-change.ts';
import { judge } from './judge/verdict.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Fact } from './model/fact.ts';
import type { RemoteBase } from './model/remote-base.ts';
import type { Mode, Report } from './model/report.ts';
import type { Settings } from './model/setting.ts';
import { claimedPaths, countLooked, extractOnce, neededLanguages } from './pipeline.ts';
import { chooseMode } from './policy/mode.ts';
import { recommendTarget } from './policy/recommend.ts';
import { reportPolicy, reviewPolicy } from './policy/review.ts';
import { policyBaseOf, readPolicies } from './read-policies.ts';
import { readRemotePolicies } from './read-remote-policies.ts';
import { adviseRules, stackOf } from './rules/advise.ts';
import { type CompiledRule, compileRule, rulesForKind } from './rules/compile.ts';
import { patternEngine } from './rules/engine.ts';
import { prepareFirstLook } from './rules/first-look.ts';
import { collectAllNeeds } from './rules/look-for-models.ts';
import { withPrefilters } from './rules/prefilters.ts';
import type { RuleSet } from './rules/rule-set.ts';
import type { Rule } from './rules/schema.ts';
import { compileTeamRules } from './rules/team.ts';

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
  readonly mode?: Mode;
  /** Only this system. */
  readonly system?: string;
  /** What to compare with, and whose policy counts: the first of the revisions that the clone has. */
  readonly base?: { readonly revisions: readonly string[]; readonly isAsked: boolean };
  /** The run is about no change, as on a schedule, so that a ratchet has nothing to hold. */
  readonly isUnchanged?: boolean;
  /** ISO; decides what is due and what is stale. */
  readonly today: string;
  readonly version: string;
  /** Opens the base where the clone lacks it; `prefix` is the scanned folder from the top. Undefined if that fails. */
  readonly openBase?: (prefix: string) => Promise<RemoteBase | undefined>;
  /** Reads the settings of the platform, given what the clone is called there; only files are read if left out. */
  readonly readSettings?: (clone: Pick<RepositoryIdentity, 'name' | 'host'>) => Promise<Settings>;
};

/** 0 passed or nothing to enforce, 1 the gate is not met, 3 the scan is incomplete. Bad input throws a UserError (2). */
export type Outcome = {
  readonly report: Report;
  readonly exitCode: 0 | 1 | 3;
  /** The rules that ran: the built-in ones and the team's. */
  readonly rules: readonly Rule[];
  /** What each system's name stands for in the files. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
};

/** The whole pipeline: reads the folder once, turns files into facts, facts into evidence, evidence into a report. */
export async function run(options: RunOptions, ruleSet: RuleSet): Promise<Outcome> {
  const started = performance.now();
  const { model, modelTables } = ruleSet;
  const directory = readDirectory(options.directory);
  const [listing, identity, base] = await Promise.all([
    listFiles(directory),
    readIdentity(directory),
    readBase(directory, options.base?.revisions ?? []),
  ]);
  const settings = await options.readSettings?.(identity);
  const remote = base ? undefined : await options.openBase?.(identity.prefix);
  const policies = remote
    ? await readRemotePolicies({ ...options, directory }, listing.paths, remote, ruleSet)
    : readPolicies({ ...options, directory }, listing.paths, base && policyBaseOf(directory, base), ruleSet);
  const { policy, team } = policies;
  const engine = withPrefilters(patternEngine, ruleSet.prefilters);
  const rules = [...ruleSet.rules.map((rule) => compileRule(rule, engine)), ...compileTeamRules(team.rules)];

  const claimed = claimedPaths(listing.paths);
  const ofBase = claimedPaths([...(base?.files.keys() ?? [])]);
  const querySyntax = await readGrammars(neededLanguages([...claimed, ...ofBase]));
  const read = readFiles(directory, claimed);
  const needs =
    team.rules.length === 0 ? ruleSet.needs : collectAllNeeds([...ruleSet.rules, ...team.rules], ruleSet.modelTables);
  const { commandWords, queryTables } = ruleSet;
  const tools = { querySyntax, commandWords, queryTables, firstLook: prepareFirstLook(needs) };
  const head = { paths: listing.paths, texts: read.texts, unread: read.unread };

  const { today, waivers = true } = options;
  const context = {
    model,
    modelTables,
    rules,
    tools,
    extract: extractOnce(tools),
    today,
    declared: policy.systems,
    repository: identity.name ?? undefined,
    repositoryName: identity.name?.split('/').at(-1) ?? identity.folder,
    hold: policy.hold,
    waivers,
    settings: settings?.facts ?? [],
  };
  const assessed = assessTree(head, context, (systems) => chooseSystems(systems, options.system));
  const tool = reportTool(
    model,
    rules.map(({ rule }) => rule),
    options.version,
  );
  const describe = (state: AssessedTree, commit: string | null) => ({
    tool,
    repository: { name: identity.name, commit },
    systems: state.systems.map((system) => systemReport(system, rules, ruleSet, today)),
  });
  const described = describe(assessed, identity.commit);
  const baseContext = { ...context, directory, system: options.system, describe };
  const compared = base && compareWithBase(base, head, described, baseContext);

  const assessments = assessed.systems.map(({ assessment }) => assessment);
  const mode = chooseMode(
    options.mode,
    policy,
    assessments.some(({ system }) => system.target !== undefined),
  );
  const trouble = judgeBaseTrouble({
    ...baseState(options, mode, compared),
    isPolicyRead: remote !== undefined && policies.isOfBase,
  });
  const complete = listing.complete && !assessed.hasHidden && trouble?.level !== 'error';
  const { gathered, held } = assessed;
  const gate = {
    mode,
    onUnknown: policy.onUnknown,
    today,
    ...(policy.policyPath === undefined ? {} : { policyPath: policy.policyPath }),
    review: {
      ...reviewPolicy(policy, held.systems, model),
      conflicts: [...policy.conflicts, ...held.conflicts, ...team.conflicts],
      undeclared: policy.systems ? findUndeclared(gathered.facts, gathered.marks, policy.systems) : [],
    },
  };
  const comparison = compared === undefined ? {} : { comparison: compared.comparison };
  const changes = { ...comparison, findings: judgePolicyChange(policies.changes) };
  const { findings, passed, reasons } = judge(assessments, model, gate, complete, changes);
  const report: Report = {
    version: 1,
    ...described,
    findings: findings.map(reportFinding),
    verdict: { passed, mode, reasons: [...(trouble?.level === 'error' ? [trouble.message] : []), ...reasons] },
    scan: {
      files: listing.paths.length,
      read: read.texts.size,
      bytes: read.bytes,
      milliseconds: Math.round(performance.now() - started),
      complete,
      ...(settings === undefined ? {} : { calls: settings.calls }),
    },
    diagnostics: tellOnce([
      ...(trouble === undefined ? [] : [trouble]),
      ...policies.diagnostics,
      ...(settings?.diagnostics ?? []),
      ...listing.diagnostics,
      ...read.diagnostics,
      ...gathered.diagnostics,
    ]).map(reportDiagnostic),
    policy: reportPolicy(policy, waivers),
    ...comparison,
  };
  return {
    report,
    exitCode: complete ? (passed ? 0 : 1) : 3,
    rules: rules.map(({ rule }) => rule),
    facts: new Map(assessed.systems.map(({ facts, assessment }) => [assessment.system.name, facts])),
  };
}

/** Two readers of one file may stumble over the same thing. */
function tellOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function systemReport(
  { assessment, facts }: AssessedTree['systems'][number],
  rules: readonly CompiledRule[],
  { model }: RuleSet,
  today: string,
) {
  const own = rulesForKind(rules, assessment.system.kind).map(({ rule }) => rule);
  return reportSystem(assessment, {
    recommended: recommendTarget(assessment.system, model),
    looked: countLooked(facts, rules),
    advice: adviseRules(own, stackOf(facts)),
    today,
  });
}

function baseState({ base, isUnchanged = false }: RunOptions, mode: Mode, compared: BaseOutcome | undefined) {
  return {
    mode,
    revisions: base?.revisions,
    isAsked: base?.isAsked ?? false,
    isUnchanged,
    isFound: compared !== undefined,
    isComplete: compared?.isComplete ?? false,
  };
}
