import type { MaturityModel } from '../model/maturity.ts';
import type { Report, ReportSystem } from '../model/report.ts';
import { blockersText } from './summary/blockers.ts';
import { fitSections, type Section } from './summary/fit.ts';
import { footText, headText, tableText } from './summary/head.ts';
import {
  acceptedText,
  actionsText,
  diagnosticsText,
  earlyText,
  findingsText,
  symptomsText,
  unknownsText,
} from './summary/lists.ts';
import { code, prose } from './summary/markdown.ts';
import { listGeneral, listOthers, listRegressions } from './view/findings.ts';
import { hasDetails } from './view/settled.ts';
import { describeStage, isAtGoal } from './view/stage.ts';

/** GitHub refuses a job summary above this: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
export const MAX_SUMMARY_BYTES = 1024 * 1024;

export type SummaryOptions = {
  /** Where the files of this commit can be read, up to and with the slash before the path; makes places links. */
  readonly source?: string;
  /** Bytes; GitHub's limit of a job summary if left out. */
  readonly limit?: number;
  /** What was to be done beside it and could not be, a line each. */
  readonly notes?: readonly string[];
};

/** The report as Markdown, for a job summary and for `--format markdown`. Past GitHub's limit whole sections are left out. */
export function renderSummary(report: Report, model: MaturityModel, options: SummaryOptions = {}): string {
  const { source, limit = MAX_SUMMARY_BYTES, notes = [] } = options;
  const systems = report.systems.filter((system) => report.systems.length === 1 || hasDetails(system, model, report));
  const sections = [
    { title: 'the table of systems', rank: 0, text: tableText(report, model) },
    ...systems.flatMap((system) => systemSections(system, report, model, source)),
    section('Not done', 0, notes.map((note) => `- ${prose(note)}`).join('\n')),
    section('About the repository', 5, findingsText(listGeneral(report), source)),
    section('Attested and waived', 7, acceptedText(report, model)),
    section('Unknown', 6, unknownsText(report, model)),
    section(`Signs of Stage ${describeStage(1, model)}`, 7, symptomsText(report, model, source)),
    section('About the scan', 8, diagnosticsText(report, source)),
  ].filter(({ text }) => text !== '');
  return fitSections(headText(report, model), sections, footText(report), limit);
}

function systemSections(
  system: ReportSystem,
  report: Report,
  model: MaturityModel,
  source: string | undefined,
): readonly Section[] {
  const owner = report.systems.length > 1 ? system.name : undefined;
  const next = system.next === null || isAtGoal(system) ? undefined : system.next.stage;
  return [
    section('Lost by this change', 1, findingsText(listRegressions(report, system.name), source), owner),
    section(`Blocks Stage ${next}`, 3, next === undefined ? '' : blockersText(system, model, source), owner),
    section('Bought early', 4, earlyText(system, model, report, source), owner),
    section('Do first', 2, actionsText(system, model, source), owner),
    section('Also', 5, findingsText(listOthers(report, system), source), owner),
  ];
}

function section(title: string, rank: number, body: string, owner?: string): Section {
  const heading = owner === undefined ? title : `${code(owner)}: ${title}`;
  return { title, rank, text: body === '' ? '' : `### ${heading}\n\n${body}` };
}
