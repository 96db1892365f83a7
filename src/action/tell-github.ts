import { posix } from 'node:path';
import type { GitHub } from '../github/client.ts';
import { MAX_CHECK_SUMMARY, makeCheckRun } from '../github/writing/check-run.ts';
import { keepComment, MAX_COMMENT } from '../github/writing/comment.ts';
import type { Written } from '../github/writing/outcome.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { renderAllAnnotations } from '../report/annotations.ts';
import {
  concludeCheck,
  isWorthAComment,
  renderCheckSummary,
  renderCheckTitle,
  renderComment,
} from '../report/pull-request.ts';
import type { Platform } from './connection.ts';
import type { RunEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import { publishReport } from './publish-report.ts';

export type Telling = {
  readonly report: Report;
  readonly model: MaturityModel;
  readonly inputs: Inputs;
  readonly event: RunEvent;
  readonly commentText: string;
  /** ISO. */
  readonly today: string;
};

export type Told = {
  /** The annotations stand on a check run, and need not be in the log. */
  readonly hasCheckRun: boolean;
  /** What could not be done, a line each. */
  readonly notes: readonly string[];
};

/** Writes on GitHub what the token may: a check run, the comment, the branch of data. Nothing of it decides a run. */
export async function tellGitHub(platform: Platform | undefined, telling: Telling): Promise<Told> {
  const { event } = telling;
  if (!platform) return { hasCheckRun: false, notes: [] };
  if (event.isFork && event.name === 'pull_request') return { hasCheckRun: false, notes: [forkNote] };
  const github = await platform.open();
  const check = await tellCheck(github, platform, telling);
  const others = [await tellComment(github, platform, telling), await publishReport(github, platform, telling)];
  return { hasCheckRun: check?.ok === true, notes: [check, ...others].flatMap(noteOf) };
}

const forkNote =
  'no check run and no comment: a pull request of a fork has a token that only reads; the README has a recipe for comments';

function noteOf(written: Written | undefined): readonly string[] {
  return written === undefined || written.ok ? [] : [written.note];
}

/** The hidden words at the top of a comment; runs on several folders or systems have a comment each. */
export function markerOf({ path = '.', system = '' }: Inputs): string {
  return `<!-- stagegate ${fingerprint(`${posix.normalize(path)} ${system}`)} -->`;
}

export function commentOf(report: Report, model: MaturityModel, inputs: Inputs): string {
  return renderComment(report, model, markerOf(inputs), MAX_COMMENT);
}

async function tellCheck(github: GitHub, { name }: Platform, telling: Telling): Promise<Written | undefined> {
  const { report, model, inputs, event } = telling;
  if (event.headSha === undefined) return undefined;
  const folder = inputs.path ?? '.';
  const annotations = renderAllAnnotations(report).flatMap(({ path, line = 1, ...rest }) =>
    path === undefined ? [] : [{ ...rest, line, path: posix.join(folder, path) }],
  );
  return makeCheckRun(github, name, {
    checkName: ['Stagegate', ...(inputs.system === undefined ? [] : [`(${inputs.system})`])].join(' '),
    headSha: event.headSha,
    conclusion: concludeCheck(report),
    title: renderCheckTitle(report, model),
    summary: renderCheckSummary(report, model, MAX_CHECK_SUMMARY),
    annotations,
  });
}

async function tellComment(github: GitHub, { name }: Platform, telling: Telling): Promise<Written | undefined> {
  const { report, inputs, event, commentText } = telling;
  if (event.pull === undefined || inputs.comment === 'never') return undefined;
  const creates = inputs.comment === 'always' || isWorthAComment(report);
  return keepComment(github, name, { issue: event.pull, marker: markerOf(inputs), body: commentText, creates });
}
