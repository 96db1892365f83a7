import type { MaturityModel } from '../model/maturity.ts';
import type { Report, ReportSystem } from '../model/report.ts';
import { blockerRows } from './text/blockers.ts';
import { footerRows } from './text/footer.ts';
import { headingRows } from './text/heading.ts';
import { overviewRows } from './text/overview.ts';
import { pageWidth, printRows } from './text/print.ts';
import { proofRows } from './text/proof.ts';
import { blank, plainRow, type Row, span } from './text/row.ts';
import {
  acceptedRows,
  actionRows,
  earlyRows,
  findingRows,
  section,
  symptomRows,
  unknownRows,
} from './text/sections.ts';
import { listGeneral, listOthers, listRegressions } from './view/findings.ts';
import { hasDetails } from './view/settled.ts';
import { describeStage } from './view/stage.ts';

export type TextOptions = {
  readonly colors: boolean;
  readonly width: number;
  /** Also tell what proves each practice that is met. */
  readonly evidence: boolean;
};

/** The report for a terminal or a log: systems, what blocks them, what to do first, and the verdict as the last line. */
export function renderText(report: Report, model: MaturityModel, options: TextOptions): string {
  const width = pageWidth(options.width);
  const rows = [
    ...(report.systems.length === 0 ? noSystemRows : overviewRows(report, model)),
    ...report.systems.flatMap((system) => systemRows(system, report, model, { ...options, width })),
    ...generalRows(report),
    ...footerRows(report, model, options.evidence),
  ];
  const spaced = rows.filter((row, index) => row !== blank || rows[index - 1] !== blank);
  return `${printRows(spaced, width, options.colors).join('\n')}\n`;
}

const noSystemRows: readonly Row[] = [
  plainRow(0, span('No AI system was found here, so there is nothing to assess.', 'strong')),
  plainRow(0, span('If there is one, declare it under systems in stagegate.yml, and it will be.')),
];

function systemRows(system: ReportSystem, report: Report, model: MaturityModel, options: TextOptions): readonly Row[] {
  if (report.systems.length > 1 && !options.evidence && !hasDetails(system, model, report)) return [];
  const { name } = system;
  return [
    ...headingRows(system, model, options.width),
    ...section('Lost by this change', findingRows(listRegressions(report, name))),
    ...blockerRows(system, model, options.evidence),
    ...section('Bought early', earlyRows(system, model, report)),
    ...section('Do first', actionRows(system, model)),
    ...section('Also', findingRows(listOthers(report, system))),
    ...section('Attested and waived', acceptedRows(system, model)),
    ...section(`Signs of Stage ${describeStage(1, model)}`, symptomRows(system, model)),
    ...section('Unknown', unknownRows(system, model)),
    ...(options.evidence ? proofRows(system, model) : []),
    blank,
  ];
}

function generalRows(report: Report): readonly Row[] {
  const rows = findingRows(listGeneral(report), 0);
  return rows.length === 0 ? [] : [plainRow(0, span('About the repository', 'strong')), ...rows];
}
