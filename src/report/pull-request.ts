import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { headText } from './summary/head.ts';
import { renderSummary } from './summary.ts';
import { describeStage } from './view/stage.ts';
import { describeVerdict } from './view/verdict.ts';

/** A change moved something: an aspect, a capability, a stage. */
export function hasChange({ comparison, findings }: Report): boolean {
  return (comparison?.systems.length ?? 0) > 0 || findings.some(({ kind }) => kind === 'policy-change');
}

/** Whether a comment tells more than that all is as before. */
export function isWorthAComment(report: Report): boolean {
  return hasChange(report) || !report.verdict.passed || !report.scan.complete;
}

/**
 * The comment on a pull request as Markdown of at most `limit` bytes, with the hidden words by which it is found again.
 * One line where nothing changed and nothing blocks.
 */
export function renderComment(report: Report, model: MaturityModel, marker: string, limit: number): string {
  if (isWorthAComment(report))
    return `${marker}\n${renderSummary(report, model, { limit: limit - marker.length - 1 })}`;
  const [first = ''] = headText(report, model).split('\n');
  return `${marker}\n**${first.replace(/^## /, '')}**, and this change moves nothing.\n`;
}

/** The title of a check run: where the repository stands. */
export function renderCheckTitle(report: Report, model: MaturityModel): string {
  if (!report.scan.complete) return 'Incomplete';
  const stages = report.systems.map(({ stage }) => stage.atLeast);
  const [low, high] = [Math.min(...stages), Math.max(...stages)];
  if (stages.length === 0) return 'No AI system';
  return low === high ? `Stage ${describeStage(low, model)}` : `Stages ${low} to ${high}`;
}

/** What a check run concludes: red exactly where the gate is, and grey where there is none. */
export function concludeCheck(report: Report): 'success' | 'failure' | 'neutral' {
  const { kind } = describeVerdict(report);
  if (kind === 'passed') return 'success';
  return kind === 'idle' || report.verdict.mode === 'observe' ? 'neutral' : 'failure';
}

/** The summary of a check run, within GitHub's limit. */
export function renderCheckSummary(report: Report, model: MaturityModel, limit: number): string {
  return renderSummary(report, model, { limit });
}
