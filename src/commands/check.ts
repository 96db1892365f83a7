import { version } from '../generated/version.ts';
import { connect } from '../github/connect.ts';
import { writeOutput } from '../io/write-output.ts';
import type { Mode, Report } from '../model/report.ts';
import { renderWorkflowCommands } from '../report/annotations.ts';
import { renderJson } from '../report/json.ts';
import { renderSummary } from '../report/summary.ts';
import { renderText } from '../report/text.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { run } from '../run.ts';
import type { Terminal } from './terminal.ts';

export const checkFormats = ['text', 'json', 'markdown', 'github', 'badge', 'badge-json'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export type CheckOptions = {
  readonly policy?: string;
  readonly mode?: Mode;
  readonly base?: string;
  readonly system?: string;
  /** Policies above the team's. */
  readonly orgPolicy: readonly string[];
  /** False for the result without waivers and attestations. */
  readonly waivers: boolean;
  readonly format: CheckFormat;
  readonly output?: string;
  readonly evidence: boolean;
  /** Ask GitHub for what is set there. */
  readonly settings: boolean;
  /** `owner/name` there; asks too. */
  readonly github?: string;
  readonly today?: string;
};

/** Scans, prints in the wanted format, and gives the exit code, which is the same for every format. */
export async function check(
  directory: string,
  options: CheckOptions,
  ruleSet: RuleSet,
  terminal: Terminal,
): Promise<number> {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const { report, exitCode } = await run(
    {
      directory,
      today,
      version,
      orgPolicyPaths: options.orgPolicy,
      waivers: options.waivers,
      ...(options.policy === undefined ? {} : { policyPath: options.policy }),
      ...(options.mode === undefined ? {} : { mode: options.mode }),
      ...(options.base === undefined ? {} : { base: { revisions: [options.base], isAsked: true } }),
      ...(options.system === undefined ? {} : { system: options.system }),
      ...(options.settings || options.github !== undefined ? { readSettings: settingsReader(options) } : {}),
    },
    ruleSet,
  );
  const toFile = options.output !== undefined;
  const text = await render(report, options, ruleSet, { ...terminal, colors: terminal.colors && !toFile }, today);
  if (options.output === undefined) terminal.write(text);
  else writeOutput(options.output, text);
  return exitCode;
}

function settingsReader({ github }: CheckOptions) {
  const { GITHUB_API_URL: baseUrl, GITHUB_TOKEN, GH_TOKEN } = process.env;
  return connect({ baseUrl, token: GITHUB_TOKEN || GH_TOKEN, repository: github, version }).readSettings;
}

async function render(
  report: Report,
  options: CheckOptions,
  { model }: RuleSet,
  terminal: Terminal,
  today: string,
): Promise<string> {
  switch (options.format) {
    case 'text':
      return renderText(report, model, { colors: terminal.colors, width: terminal.width, evidence: options.evidence });
    case 'json':
      return renderJson(report);
    case 'markdown':
      return renderSummary(report, model);
    case 'github':
      return renderWorkflowCommands(report);
    case 'badge':
      return (await import('../report/badge.ts')).renderBadge(report, model, today);
    case 'badge-json':
      return (await import('../report/badge.ts')).renderBadgeEndpoint(report, model, today);
  }
}
