import type { AssessedTree } from './assess-tree.ts';
import { reportDiagnostic, reportFinding, reportSystem, reportTool } from './build-report.ts';
import type { Compared } from './judge/compare.ts';
import type { RunJudgement } from './judge-run.ts';
import { withoutCredentials } from './lib/secret-names.ts';
import type { Comparison } from './model/comparison.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Report } from './model/report.ts';
import { countLooked } from './pipeline.ts';
import { recommendTarget } from './policy/recommend.ts';
import { reportPolicy } from './policy/review.ts';
import type { RunInput, RunOptions } from './read-run.ts';
import { adviseRules, stackOf } from './rules/advise.ts';
import { type CompiledRule, rulesForKind } from './rules/compile.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** What a report says of a state of the repository, the head or the base. */
export type DescribeState = (assessed: AssessedTree, commit: string | null) => Compared;

/** Prepares the description of states, which have the tool, the rules and the repository in common. */
export function prepareDescription(
  { context: { rules }, identity }: RunInput,
  { today, version }: RunOptions,
  ruleSet: RuleSet,
): DescribeState {
  const plain = rules.map(({ rule }) => rule);
  const tool = reportTool(ruleSet.model, plain, version);
  return (assessed, commit) => ({
    tool,
    repository: { name: identity.name, commit },
    systems: assessed.systems.map((system) => describeSystem(system, rules, ruleSet, today)),
  });
}

function describeSystem(
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

/** What a run found and how it was judged. */
export type RunResult = {
  readonly described: Compared;
  readonly assessed: AssessedTree;
  readonly judgement: RunJudgement;
  readonly comparison: Comparison | undefined;
  readonly milliseconds: number;
};

/** The report of a run. */
export function describeRun(input: RunInput, { waivers = true }: RunOptions, result: RunResult): Report {
  const { described, judgement, comparison, milliseconds } = result;
  const { listing, read, settings, policies } = input;
  const { findings, passed, mode, reasons, complete } = judgement;
  return {
    version: 1,
    ...described,
    findings: findings.map(reportFinding),
    verdict: { passed, mode, reasons: reasons.map((reason) => withoutCredentials(reason)) },
    scan: {
      files: listing.paths.length,
      read: read.texts.size,
      bytes: read.bytes,
      milliseconds,
      complete,
      ...(settings === undefined ? {} : { calls: settings.calls }),
    },
    diagnostics: tellOnce(gatherDiagnostics(input, result)).map(reportDiagnostic),
    policy: reportPolicy(policies.policy, waivers),
    ...(comparison === undefined ? {} : { comparison }),
  };
}

function gatherDiagnostics(
  { policies, settings, listing, read }: RunInput,
  { judgement: { trouble }, assessed }: RunResult,
): readonly Diagnostic[] {
  return [
    ...(trouble === undefined ? [] : [trouble]),
    ...policies.diagnostics,
    ...(settings?.diagnostics ?? []),
    ...listing.diagnostics,
    ...read.diagnostics,
    ...assessed.gathered.diagnostics,
  ];
}

/** Two readers of one file may stumble over the same thing. */
function tellOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
