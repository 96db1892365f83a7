import { version } from '../generated/version.ts';
import { readFolderInRepository } from '../io/repository.ts';
import { writeOutput } from '../io/write-output.ts';
import type { Mode, Report } from '../model/report.ts';
import { type ReportFormat, renderReport } from '../report/formats.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { run } from '../run.ts';
import { connectHere } from './connect-here.ts';
import type { Terminal } from './terminal.ts';

/** A report that is written beside what is printed. */
export type ReportFile = { readonly format: ReportFormat; readonly path: string };

export type CheckOptions = {
  readonly policy?: string;
  readonly mode?: Mode;
  readonly base?: string;
  readonly system?: string;
  /** Policies above the team's. */
  readonly orgPolicy: readonly string[];
  /** False for the result without waivers and attestations. */
  readonly waivers: boolean;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly report: readonly ReportFile[];
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
      ...readingFrom(options),
    },
    ruleSet,
  );
  await writeReports(report, directory, { ...options, today }, ruleSet, terminal);
  return exitCode;
}

/** Without the options nothing is sent, but for a policy of another repository that is named. */
function readingFrom({ settings, github }: CheckOptions) {
  const { readSettings, fetchPolicy } = connectHere(github);
  return settings || github !== undefined ? { readSettings, fetchPolicy } : { fetchPolicy };
}

async function writeReports(
  report: Report,
  directory: string,
  { format, output, report: files, evidence, today }: CheckOptions & { readonly today: string },
  { model }: RuleSet,
  terminal: Terminal,
): Promise<void> {
  const folder = await readFolderInRepository(directory);
  const render = (wanted: ReportFormat, colors: boolean) =>
    renderReport(report, wanted, { model, today, folder, colors, width: terminal.width, evidence });
  for (const file of files) writeOutput(file.path, await render(file.format, false));
  if (output === undefined) terminal.write(await render(format, terminal.colors));
  else writeOutput(output, await render(format, false));
}
