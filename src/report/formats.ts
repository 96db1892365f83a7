import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { renderWorkflowCommands } from './annotations.ts';
import { renderGitlab } from './gitlab.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderSarif } from './sarif.ts';
import { renderSummary } from './summary.ts';
import { renderText } from './text.ts';

export const reportFormats = [
  'text',
  'json',
  'markdown',
  'html',
  'github',
  'sarif',
  'junit',
  'gitlab',
  'badge',
  'badge-json',
] as const;
export type ReportFormat = (typeof reportFormats)[number];

export type FormatOptions = {
  readonly model: MaturityModel;
  /** ISO. */
  readonly today: string;
  /** The scanned folder from the top of the repository, for tools that open files from there; empty for the top. */
  readonly folder: string;
  readonly colors: boolean;
  readonly width: number;
  /** In a text, also what proves each practice that is met. */
  readonly evidence: boolean;
};

/** A report in any of the formats; each ends with the end of a line. */
export async function renderReport(report: Report, format: ReportFormat, options: FormatOptions): Promise<string> {
  const { model, today, folder } = options;
  switch (format) {
    case 'text':
      return renderText(report, model, options);
    case 'json':
      return renderJson(report);
    case 'markdown':
      return renderSummary(report, model);
    case 'html':
      return renderHtml(report, model, { today });
    case 'github':
      return renderWorkflowCommands(report, folder);
    case 'sarif':
      return renderSarif(report, model, { folder });
    case 'junit':
      return renderJunit(report, model);
    case 'gitlab':
      return renderGitlab(report, { folder });
    case 'badge':
      return (await import('./badge.ts')).renderBadge(report, model, today);
    case 'badge-json':
      return (await import('./badge.ts')).renderBadgeEndpoint(report, model, today);
  }
}
