import { measureWidth, shorten } from '../../lib/width.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportSystem } from '../../model/report.ts';
import { describeNextBriefly, describeRange, describeStage, describeTargetBriefly } from '../view/stage.ts';
import { blank, type Row, span } from './row.ts';

const LONGEST_NAME = 32;

/** One line a system, where there are several. */
export function overviewRows({ systems }: Report, model: MaturityModel): readonly Row[] {
  if (systems.length < 2) return [];
  const lines = systems.map((system) => lineOf(system, model));
  const [names, stages, targets] = [widest(lines, 0), widest(lines, 1), widest(lines, 2)];
  const rows = lines.map(([name, stage, target, next]) => ({
    lead: [span(name, 'strong')],
    column: names + 2,
    body: [span(padTo(stage, stages)), span('  '), span(padTo(target, targets)), span('  '), span(next)],
  }));
  return [...rows, blank];
}

type Line = readonly [name: string, stage: string, target: string, next: string];

function lineOf(system: ReportSystem, model: MaturityModel): Line {
  const range = describeRange(system) === undefined ? '' : `, maybe ${system.stage.atMost}`;
  const stage = `Stage ${describeStage(system.stage.atLeast, model)}${range}`;
  return [
    shorten(span(system.name).text, LONGEST_NAME),
    stage,
    describeTargetBriefly(system),
    describeNextBriefly(system),
  ];
}

function widest(lines: readonly Line[], cell: 0 | 1 | 2): number {
  return Math.max(...lines.map((line) => measureWidth(line[cell])));
}

function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measureWidth(text)));
}
