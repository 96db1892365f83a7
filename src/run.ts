import { assessTree, chooseSystems } from './assess-tree.ts';
import { compareWithBase } from './compare-base.ts';
import { describeRun, prepareDescription } from './describe-run.ts';
import { judgeRun } from './judge-run.ts';
import type { Fact } from './model/fact.ts';
import type { Report } from './model/report.ts';
import { type RunOptions, readRun } from './read-run.ts';
import type { RuleSet } from './rules/rule-set.ts';
import type { Rule } from './rules/schema.ts';

export type { RunOptions } from './read-run.ts';

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
  const { system } = options;
  const input = await readRun(options, ruleSet);
  const { head, base, context, directory } = input;
  const assessed = assessTree(head, context, (systems) => chooseSystems(systems, system));
  const describe = prepareDescription(input, options, ruleSet);
  const described = describe(assessed, input.identity.commit);
  const compared = base && compareWithBase(base, head, described, { ...context, directory, system, describe });
  const judgement = judgeRun(input, assessed, compared, options, ruleSet.model);
  const milliseconds = Math.round(performance.now() - started);
  const result = { described, assessed, judgement, comparison: compared?.comparison, milliseconds };
  const { complete, passed } = judgement;
  return {
    report: describeRun(input, options, result),
    exitCode: complete ? (passed ? 0 : 1) : 3,
    rules: context.rules.map(({ rule }) => rule),
    facts: new Map(assessed.systems.map(({ facts, assessment }) => [assessment.system.name, facts])),
  };
}
