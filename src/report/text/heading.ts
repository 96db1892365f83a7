import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';
import { describeNext, describeProfile, describeRange, describeStage, describeTarget } from '../view/stage.ts';
import { ladderRow } from './ladder.ts';
import { blank, plainRow, type Row, type Span, span, widthOf } from './row.ts';

/** Which system, where it is and where it wants to go. */
export function headingRows(system: ReportSystem, model: MaturityModel, width: number): readonly Row[] {
  const range = describeRange(system);
  const goal = [describeTarget(system), describeNext(system)].join(' · ');
  return [
    hanging([span(system.name, 'strong')], [span(describeProfile(system).join(' · '), 'faint')]),
    hanging([span('  '), span(`Stage ${describeStage(system.stage.atLeast, model)}`, 'strong')], [span(goal)]),
    ...(range === undefined ? [] : [plainRow(2, span(range, 'warn'))]),
    blank,
    ladderRow(system, model, width),
  ];
}

const WIDEST_LEAD = 34;

/** What follows a name goes on behind it, or below where the name is long. */
function hanging(lead: readonly Span[], body: readonly Span[]): Row {
  const column = widthOf(lead) + 2;
  return { lead, column: column > WIDEST_LEAD ? 2 : column, body };
}
