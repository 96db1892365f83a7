import type { AssessedTree } from './assess-tree.ts';
import type { BaseOutcome } from './compare-base.ts';
import { findUndeclared } from './derive/undeclared.ts';
import { judgeBaseTrouble } from './judge/base-trouble.ts';
import { judgePolicyChange } from './judge/policy-change.ts';
import { type Judgement, judge } from './judge/verdict.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { MaturityModel } from './model/maturity.ts';
import type { Mode } from './model/report.ts';
import { chooseMode } from './policy/mode.ts';
import { reviewPolicy } from './policy/review.ts';
import type { RunInput, RunOptions } from './read-run.ts';

export type RunJudgement = Judgement & {
  readonly mode: Mode;
  /** Everything that counts could be read. */
  readonly complete: boolean;
  /** What kept the base from being compared with. */
  readonly trouble: Diagnostic | undefined;
};

/** Holds what was found, and what changed since the base, to the policy. */
export function judgeRun(
  input: RunInput,
  assessed: AssessedTree,
  compared: BaseOutcome | undefined,
  options: RunOptions,
  model: MaturityModel,
): RunJudgement {
  const { policies, listing } = input;
  const { policy } = policies;
  const assessments = assessed.systems.map(({ assessment }) => assessment);
  const hasTarget = assessments.some(({ system }) => system.target !== undefined);
  const mode = chooseMode(options.mode, policy, hasTarget);
  const trouble = judgeBaseTrouble({ ...baseState(options, mode, compared), isPolicyRead: input.isPolicyRemote });
  const errors = [...(trouble === undefined ? [] : [trouble]), ...policies.diagnostics].filter(isError);
  const complete = listing.complete && !assessed.hasHidden && errors.length === 0;
  const gate = {
    mode,
    onUnknown: policy.onUnknown,
    today: options.today,
    ...(policy.policyPath === undefined ? {} : { policyPath: policy.policyPath }),
    review: reviewOf(input, assessed, model),
  };
  const comparison = compared === undefined ? {} : { comparison: compared.comparison };
  const changes = { ...comparison, findings: judgePolicyChange(policies.changes) };
  const judgement = judge(assessments, model, gate, complete, changes);
  const told = errors.map(({ message }) => message);
  return { ...judgement, reasons: [...told, ...judgement.reasons], mode, complete, trouble };
}

function isError({ level }: Diagnostic): boolean {
  return level === 'error';
}

function reviewOf({ policies: { policy, team } }: RunInput, { gathered, held }: AssessedTree, model: MaturityModel) {
  return {
    ...reviewPolicy(policy, held.systems, model),
    conflicts: [...policy.conflicts, ...held.conflicts, ...team.conflicts],
    undeclared: policy.systems ? findUndeclared(gathered.facts, gathered.marks, policy.systems) : [],
  };
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
