import { countOf, joinWords } from '../lib/english.ts';
import { escapeCommandData, escapeCommandProperty, escapeControl } from '../lib/escape.ts';
import { shorten } from '../lib/width.ts';
import type { Level, Report, ReportFinding } from '../model/report.ts';
import { countByLevel } from './view/findings.ts';
import { orderFindings } from './view/order.ts';
import { describeVerdict } from './view/verdict.ts';

/** GitHub shows ten annotations of a level and step, and hides the rest without a word. */
export const MAX_ANNOTATIONS = 10;
/** GitHub's limit: https://docs.github.com/en/rest/checks/runs */
export const MAX_TITLE = 255;
export const MAX_MESSAGE = 4000;

export type Annotation = {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
};

/**
 * The findings as annotations of a pull request, what blocks most first: errors before warnings, lower stages before
 * higher ones. Past the limit the last one counts the rest. A scan that did not finish comes before all else.
 */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const all = renderAllAnnotations(report);
  if (all.length <= MAX_ANNOTATIONS) return all;
  return [...all.slice(0, MAX_ANNOTATIONS - 1), countRest(all.slice(MAX_ANNOTATIONS - 1))];
}

/** The same without a limit, for a check run. */
export function renderAllAnnotations(report: Report): readonly Annotation[] {
  const findings = orderFindings(report).map((finding) => toAnnotation(finding, report));
  return dropRepeated([...incomplete(report), ...findings]);
}

/**
 * The annotations as workflow commands, one a line, for any step of a GitHub workflow. Takes the scanned folder from the
 * top of the repository, empty for the top itself.
 * Syntax: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderWorkflowCommands(report: Report, folder = ''): string {
  return renderAnnotations(report)
    .map(({ path, ...annotation }) => ({
      ...annotation,
      ...(path === undefined ? {} : { path: folder === '' ? path : `${escapeControl(folder)}/${path}` }),
    }))
    .map(toCommand)
    .join('');
}

function toCommand({ level, title, message, path, line }: Annotation): string {
  const place = path === undefined ? [] : [`file=${escapeCommandProperty(path)}`, `line=${line ?? 1}`];
  const properties = [...place, `title=${escapeCommandProperty(title)}`].join(',');
  return `::${level} ${properties}::${escapeCommandData(message)}\n`;
}

function incomplete(report: Report): readonly Annotation[] {
  if (report.scan.complete) return [];
  const errors = report.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => clean(message));
  const message = [describeVerdict(report).words, ...errors].join('\n');
  return [{ level: 'error', title: 'The scan is incomplete', message: shorten(message, MAX_MESSAGE) }];
}

function toAnnotation({ level, system, title, message, fix, at }: ReportFinding, report: Report): Annotation {
  const prefix = system !== null && report.systems.length > 1 ? `${system}: ` : '';
  return {
    level,
    title: shorten(clean(prefix + title), MAX_TITLE),
    message: shorten(`${clean(message)}\nFix: ${clean(fix)}`, MAX_MESSAGE),
    ...(at === null ? {} : { path: escapeControl(at.path), line: at.line }),
  };
}

function clean(text: string): string {
  return escapeControl(text.trim());
}

function dropRepeated(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...new Map(annotations.map((annotation) => [JSON.stringify(annotation), annotation])).values()];
}

function countRest(rest: readonly Annotation[]): Annotation {
  const counts = countByLevel(rest).map(([level, count]) => countOf(count, level));
  const { level } = rest[0] ?? { level: 'notice' };
  return {
    level,
    title: `${countOf(rest.length, 'more finding')} without an annotation`,
    message: `${joinWords(counts)}. The report of this run holds them all.`,
  };
}
