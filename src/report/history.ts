import { countOf } from '../lib/english.ts';
import type { HistoryEntry } from '../model/history.ts';
import type { MaturityModel } from '../model/maturity.ts';
import { type Cause, type Drift, listDrift } from './history/drift.ts';
import { pageWidth, printRows } from './text/print.ts';
import { blank, plainRow, type Row, span } from './text/row.ts';
import { describeEnds } from './view/stage.ts';

export type HistoryOptions = { readonly colors: boolean; readonly width: number };

/** How the stage of each system moved over time, and what moved it. Takes entries in the order of their dates. */
export function renderHistory(
  entries: readonly HistoryEntry[],
  model: MaturityModel,
  { colors, width }: HistoryOptions,
): string {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return 'The history holds no result yet.\n';
  const drift = listDrift(entries);
  const names = [...new Set(entries.flatMap(({ systems }) => systems.map(({ name }) => name)))];
  const rows = [
    ...names.flatMap((name) => [
      plainRow(0, span(name, 'strong')),
      ...startRows(name, first, model),
      ...drift.filter(({ system }) => system === name).flatMap((change) => driftRows(change, model)),
      blank,
    ]),
    plainRow(0, span(`${countOf(entries.length, 'result')} from ${first.date} to ${last.date}`, 'faint')),
  ];
  return `${printRows(rows, pageWidth(width), colors).join('\n')}\n`;
}

/** A system that the first result does not hold begins with its appearance. */
function startRows(name: string, first: HistoryEntry, model: MaturityModel): readonly Row[] {
  const start = first.systems.find((system) => system.name === name);
  return start ? [dated(first, `Stage ${describeEnds(start.stage, model)}`)] : [];
}

function dated({ date, commit }: Pick<HistoryEntry, 'date' | 'commit'>, words: string, cause = ''): Row {
  return {
    lead: [span(`  ${date}  ${(commit ?? '').slice(0, 12).padEnd(12)}`)],
    column: 28,
    body: [span(words, 'strong'), ...(cause === '' ? [] : [span('  '), span(cause, 'faint')])],
  };
}

function driftRows(drift: Drift, model: MaturityModel): readonly Row[] {
  return [
    dated(drift, describeMove(drift, model), `by ${drift.causes.map((cause) => causeWords[cause]).join(' or ')}`),
    ...drift.lost.map((aspect) => plainRow(28, span('✗', 'bad'), span(` ${aspect}`))),
    ...drift.gained.map((aspect) => plainRow(28, span('✓', 'good'), span(` ${aspect}`))),
  ];
}

const causeWords: Readonly<Record<Cause, string>> = {
  repository: 'a change of the repository',
  policy: 'a change of the policy',
  rules: 'newer rules',
  time: 'a day that came, or a setting outside the repository',
};

function describeMove({ from, to }: Drift, model: MaturityModel): string {
  if (!from) return to ? `appeared at Stage ${describeEnds(to, model)}` : '';
  if (!to) return `went, from Stage ${describeEnds(from, model)}`;
  const [was, is] = [describeEnds(from, model), describeEnds(to, model)];
  return was === is ? `Stage ${is}, as before` : `Stage ${was} → ${is}`;
}
