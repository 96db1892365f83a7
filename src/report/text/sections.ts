import type { Tone } from '../../lib/ansi.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { Level, Report, ReportFinding, ReportSystem } from '../../model/report.ts';
import { listAccepted } from '../view/accepted.ts';
import { listActions } from '../view/actions.ts';
import { listEarly } from '../view/early.ts';
import { levelMarks } from '../view/findings.ts';
import { EVIDENCE_SHOWN } from '../view/limits.ts';
import { listSymptoms } from '../view/symptoms.ts';
import { listUnknowns } from '../view/unknowns.ts';
import { blank, place, plainRow, type Row, type Span, span } from './row.ts';

const COLUMN = 4;
const levelTones: Readonly<Record<Level, Tone>> = { error: 'bad', warning: 'warn', notice: 'faint' };

/** A titled list; nothing at all where there is nothing to list. */
export function section(title: string, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0 ? [] : [blank, plainRow(2, span(title, 'strong')), ...rows];
}

/** What was bought before it is worth it. */
export function earlyRows(system: ReportSystem, model: MaturityModel, report: Report): readonly Row[] {
  const early = listEarly(system, model, report);
  const column = Math.max(0, ...early.map(({ name }) => COLUMN + name.length)) + 2;
  return early.flatMap(({ name, why, instead, places }) => [
    {
      lead: [span('  '), span('!', 'warn'), span(' '), span(name, 'strong')],
      column,
      body: [span(why), ...placeSpans(places)],
    },
    plainRow(column, span(`Instead: ${instead}`, 'faint')),
  ]);
}

/** The first places, and how many more there are. */
export function placeSpans(places: readonly { readonly path: string; readonly line: number }[]): readonly Span[] {
  const shown = places.slice(0, EVIDENCE_SHOWN).flatMap((found) => [span('  '), place(found)]);
  const rest = places.length - EVIDENCE_SHOWN;
  return rest > 0 ? [...shown, span(`  and ${rest} more`, 'faint')] : shown;
}

/** The next three things to do. */
export function actionRows(system: ReportSystem, model: MaturityModel): readonly Row[] {
  return listActions(system, model).map(({ fix, practice, effort, place: target }, index) => ({
    lead: [span(`  ${index + 1}.`, 'strong')],
    column: 5,
    body: [
      span(fix),
      ...(target === undefined ? [] : [span('  '), arrowTo(target)]),
      span('  '),
      span(`(${practice}, ${effort})`, 'faint'),
    ],
  }));
}

function arrowTo(target: { readonly path: string; readonly line: number }): Span {
  const found = place(target);
  return { ...found, text: `→ ${found.text}` };
}

/** Traits of Stage 1, at their places. */
export function symptomRows(system: ReportSystem, model: MaturityModel): readonly Row[] {
  return listSymptoms(system, model).map(({ symptom, evidence }) => ({
    lead: [span('  ·', 'faint')],
    column: COLUMN,
    body: [span(symptom.title), ...placeSpans(evidence)],
  }));
}

/** What counts on the team's word alone. */
export function acceptedRows(system: ReportSystem, model: MaturityModel): readonly Row[] {
  return listAccepted(system, model).map(({ name, reason }) => ({
    lead: [span('  ·', 'faint')],
    column: COLUMN,
    body: [span(name, 'strong'), span(`: ${reason}`)],
  }));
}

/** What could not be known, and what would settle it. */
export function unknownRows(system: ReportSystem, model: MaturityModel): readonly Row[] {
  return listUnknowns(system, model).map(({ aspects, reason }) => ({
    lead: [span('  '), span('?', 'warn')],
    column: COLUMN,
    body: [span(aspects.join(', '), 'strong'), span(`: ${reason}`)],
  }));
}

/** Findings with level, place and fix. */
export function findingRows(findings: readonly ReportFinding[], indent = 2): readonly Row[] {
  return findings.flatMap(({ level, title, message, fix, at }) => [
    {
      lead: [span(' '.repeat(indent)), span(levelMarks[level], levelTones[level])],
      column: indent + 2,
      body: [span(level, levelTones[level]), span('  '), span(title), ...(at ? placeSpans([at]) : [])],
    },
    plainRow(indent + 2, span(message)),
    plainRow(indent + 2, span(`Fix: ${fix}`, 'faint')),
  ]);
}
