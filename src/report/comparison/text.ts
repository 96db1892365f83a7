import type { Tone } from '../../lib/ansi.ts';
import type { Comparison, SystemComparison } from '../../model/comparison.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import { pageWidth, printRows } from '../text/print.ts';
import { blank, plainRow, type Row, span } from '../text/row.ts';
import { placeSpans, section } from '../text/sections.ts';
import {
  type Change,
  describeShift,
  describeStates,
  describeTools,
  listGained,
  listLost,
  listNewlyEarly,
} from '../view/changes.ts';

export type ComparisonTextOptions = { readonly colors: boolean; readonly width: number };

/** A comparison for a terminal or a log: system by system what was lost, gained and bought early. */
export function renderComparisonText(
  comparison: Comparison,
  model: MaturityModel,
  { colors, width }: ComparisonTextOptions,
): string {
  const tools = describeTools(comparison);
  const rows = [
    plainRow(0, span(describeStates(comparison), 'faint')),
    ...(tools === undefined ? [] : [plainRow(0, span(tools, 'warn'))]),
    blank,
    ...(comparison.systems.length === 0 ? [plainRow(0, span('Nothing changed.'))] : []),
    ...comparison.systems.flatMap((system) => [...systemRows(system, model), blank]),
  ];
  const lines = printRows(rows, pageWidth(width), colors);
  return `${lines.join('\n').trimEnd()}\n`;
}

function systemRows(system: SystemComparison, model: MaturityModel): readonly Row[] {
  return [
    plainRow(0, span(system.name, 'strong'), span('  '), span(describeShift(system, model))),
    ...section('Lost', changeRows(listLost(system), '✗', 'bad')),
    ...section('Gained', changeRows(listGained(system), '✓', 'good')),
    ...section('Bought early', changeRows(listNewlyEarly(system), '!', 'warn')),
  ];
}

function changeRows(changes: readonly Change[], mark: string, tone: Tone): readonly Row[] {
  return changes.flatMap(({ name, shift, words, places }) => [
    {
      lead: [span('  '), span(mark, tone)],
      column: 4,
      body: [
        span(name, 'strong'),
        ...(shift === undefined ? [] : [span('  '), span(shift, 'faint')]),
        ...placeSpans(places),
      ],
    },
    ...words.map((text) => plainRow(4, span(text))),
  ]);
}
