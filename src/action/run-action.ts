import { join, posix } from 'node:path';
import * as core from '@actions/core';
import { version } from '../generated/version.ts';
import { writeOutput } from '../io/write-output.ts';
import { UserError } from '../lib/user-error.ts';
import type { Report } from '../model/report.ts';
import { renderAnnotations } from '../report/annotations.ts';
import { renderJson } from '../report/json.ts';
import { renderSummary } from '../report/summary.ts';
import { renderText } from '../report/text.ts';
import { builtInRuleSet } from '../rules/built-in.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type Outcome, run } from '../run.ts';
import { connectPlatform, readingFrom } from './connection.ts';
import { type RunEvent, readEvent } from './event.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { refuseForkHead } from './refuse-fork-head.ts';
import { writeReportFiles } from './report-files.ts';
import { commentOf, tellGitHub } from './tell-github.ts';

/** The action from inputs to outputs: log, annotations, job summary, report and badge files, and a failed job if the gate is not met. */
export async function runAction(): Promise<void> {
  try {
    await checkAndTell();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    core.setFailed(error.message);
  }
}

async function checkAndTell(): Promise<void> {
  const inputs = readInputs();
  const ruleSet = builtInRuleSet();
  const { model } = ruleSet;
  const today = new Date().toISOString().slice(0, 10);
  const event = readEvent(process.env);
  await refuseForkHead(event, inputs.path ?? '.', process.env);
  const platform = connectPlatform(inputs, process.env);
  const outcome = await run({ ...runOptions(inputs, event, today), ...readingFrom(platform, event) }, ruleSet);
  const { report } = outcome;
  const commentText = commentOf(report, model, inputs);
  core.info(renderText(report, model, { colors: false, width: 120, evidence: true }));
  const told = await tellGitHub(platform, { report, model, inputs, event, commentText, today });
  annotate(report, inputs.path ?? '.', told.hasCheckRun);
  await writeSummary(report, ruleSet, told.notes);
  await writeFiles(report, ruleSet, inputs, { today, commentText });
  await writeReportFiles(report, inputs, {
    model,
    today,
    folder: posix.normalize(inputs.path ?? '.').replace(/^\.?\/?$/, ''),
    colors: false,
    width: 100,
    evidence: true,
  });
  setOutputs(report);
  failIfNeeded(outcome);
}

function runOptions(inputs: Inputs, event: RunEvent, today: string) {
  const { path = '.', policy, mode, system, 'org-policy': orgPolicy } = inputs;
  return {
    directory: path,
    today,
    version,
    ...(policy === undefined ? {} : { policyPath: policy }),
    ...(orgPolicy === undefined ? {} : { orgPolicyPaths: [orgPolicy] }),
    ...(mode === undefined ? {} : { mode }),
    ...(system === undefined ? {} : { system }),
    ...event.change,
  };
}

const tell = { error: core.error, warning: core.warning, notice: core.notice };

/**
 * GitHub wants paths from the top of the workspace, wherever the scan began. A check run holds those that have a place.
 */
function annotate(report: Report, folder: string, hasCheckRun: boolean): void {
  for (const { level, title, message, path, line } of renderAnnotations(report)) {
    if (hasCheckRun && path !== undefined) continue;
    tell[level](message, {
      title,
      ...(path === undefined ? {} : { file: posix.join(folder, path) }),
      ...(line === undefined ? {} : { startLine: line }),
    });
  }
}

async function writeSummary(report: Report, { model }: RuleSet, notes: readonly string[]): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY === undefined) return;
  await core.summary.addRaw(renderSummary(report, model, { notes })).write();
}

type Rendered = { readonly today: string; readonly commentText: string };

async function writeFiles(
  report: Report,
  { model }: RuleSet,
  inputs: Inputs,
  { today, commentText }: Rendered,
): Promise<void> {
  const folder = process.env.RUNNER_TEMP ?? '.';
  const reportPath = inputs['report-file'] ?? join(folder, 'stagegate.json');
  const badgePath = inputs['badge-file'] ?? join(folder, 'stagegate.svg');
  const { renderBadge } = await import('../report/badge.ts');
  writeOutput(reportPath, renderJson(report));
  writeOutput(badgePath, renderBadge(report, model, today));
  const commentPath = join(folder, 'stagegate-comment.md');
  writeOutput(commentPath, commentText);
  core.setOutput('comment-path', commentPath);
  core.setOutput('report-path', reportPath);
  core.setOutput('badge-path', badgePath);
}

/** With several systems the lowest stage stands for the repository; without any there is none. */
function setOutputs(report: Report): void {
  const lowest = (end: 'atLeast' | 'atMost') => {
    const stages = report.systems.map(({ stage }) => stage[end]);
    return stages.length === 0 ? '' : String(Math.min(...stages));
  };
  core.setOutput('stage', lowest('atLeast'));
  core.setOutput('stage-at-most', lowest('atMost'));
  core.setOutput('passed', String(report.verdict.passed));
  core.setOutput('findings', String(report.findings.length));
}

function failIfNeeded({ report, exitCode }: Outcome): void {
  if (exitCode === 0) return;
  const reasons = report.verdict.reasons.join('; ');
  // Where a policy is unknown, so is whether it lets anyone observe only.
  const isKnown = report.diagnostics.every(({ code }) => code !== 'policy-unread');
  if (report.verdict.mode === 'observe' && isKnown) core.warning(`Stagegate observes only: ${reasons}`);
  else core.setFailed(`Stagegate: ${reasons}`);
}
