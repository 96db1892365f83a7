import { version } from '../generated/version.ts';
import { writeOutput } from '../io/write-output.ts';
import { planWork } from '../judge/plan.ts';
import { writeJson } from '../lib/json-text.ts';
import { renderPlanMarkdown } from '../report/plan-markdown.ts';
import { renderPlanText } from '../report/plan-text.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { run } from '../run.ts';
import { connectHere } from './connect-here.ts';
import type { Terminal } from './terminal.ts';

export const planFormats = ['text', 'json', 'markdown'] as const;

export type PlanCommandOptions = {
  readonly policy?: string;
  readonly orgPolicy: readonly string[];
  readonly capacity?: number;
  readonly format: (typeof planFormats)[number];
  readonly output?: string;
  readonly today?: string;
};

/** Scans, prints what to do next and in which quarter, and gives the exit code: 0, or 3 where the scan is incomplete. */
export async function plan(
  directory: string,
  options: PlanCommandOptions,
  ruleSet: RuleSet,
  terminal: Terminal,
): Promise<number> {
  const { report, rules } = await run(
    {
      directory,
      today: options.today ?? new Date().toISOString().slice(0, 10),
      version,
      isUnchanged: true,
      orgPolicyPaths: options.orgPolicy,
      fetchPolicy: connectHere().fetchPolicy,
      ...(options.policy === undefined ? {} : { policyPath: options.policy }),
    },
    ruleSet,
  );
  const capacity = options.capacity ?? report.policy?.capacity ?? undefined;
  const snippets = new Map(rules.flatMap(({ id, snippet }) => (snippet ? [[id, snippet] as const] : [])));
  const planned = planWork(report, ruleSet.model, { snippets, ...(capacity === undefined ? {} : { capacity }) });
  const text = {
    text: () =>
      renderPlanText(planned, { colors: terminal.colors && options.output === undefined, width: terminal.width }),
    json: () => writeJson(planned),
    markdown: () => renderPlanMarkdown(planned),
  }[options.format]();
  if (options.output === undefined) terminal.write(text);
  else writeOutput(options.output, text);
  return report.scan.complete ? 0 : 3;
}
