import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';
import { isSatisfied, listBlockers, listLater, type Part, type PracticeView } from '../view/gaps.ts';
import { isAtGoal } from '../view/stage.ts';
import { markOf, partRows } from './evidence-rows.ts';
import { blank, plainRow, type Row, span } from './row.ts';

/** What keeps the system from its next stage, practice by practice and part by part. */
export function blockerRows(system: ReportSystem, model: MaturityModel, all: boolean): readonly Row[] {
  if (system.next === null) return [];
  const { stage } = system.next;
  if (isAtGoal(system)) {
    const goal = system.target === null ? 'the recommended stage' : 'the target';
    return [blank, plainRow(2, span(`This is ${goal}; Stage ${stage} is not needed.`))];
  }
  const blockers = listBlockers(system, model);
  const column = columnOf(blockers);
  const rows = blockers.flatMap((view) => practiceRows(view, column, all));
  const title = plainRow(2, span(`Blocks Stage ${stage}`, 'strong'));
  const body = rows.length > 0 ? rows : [plainRow(2, span('Only what is unknown, see below.'))];
  return [blank, title, ...body, ...laterRows(system, model)];
}

/** The column behind marks and names, one for all practices of a system. */
export function columnOf(views: readonly PracticeView[]): number {
  const widths = views.flatMap(({ practice, parts }) => [
    4 + practice.id.length,
    ...parts.filter(isListed).map(({ id }) => 6 + id.length),
  ]);
  return Math.max(0, ...widths) + 2;
}

/** Optional parts block nothing, so they are only told where they are there. */
function isListed(part: Part): boolean {
  return !part.optional || isSatisfied(part);
}

/** A practice and below it its parts, with all of their evidence or only the first. */
export function practiceRows(view: PracticeView, column: number, all: boolean): readonly Row[] {
  const { practice, status } = view;
  const parts = view.parts.filter(isListed);
  const name = span(practice.id, 'strong');
  const lead = [span('  '), practiceMark(view), span(' '), name];
  const met = parts.filter((part) => !part.optional && isSatisfied(part)).length;
  const required = parts.filter(({ optional }) => !optional).length;
  const count = status === 'partial' ? ` · ${met} of ${required}` : '';
  return [
    { lead, column, body: [span(`${practice.title}${count}`, 'faint')] },
    ...parts.flatMap((part) => partRows(part, [span('    '), markOf(part), span(` ${part.id}`)], column, all)),
  ];
}

function practiceMark({ status }: PracticeView) {
  if (status === 'met') return span('✓', 'good');
  if (status === 'unknown') return span('?', 'warn');
  return status === 'partial' ? span('◐', 'warn') : span('✗', 'bad');
}

function laterRows(system: ReportSystem, model: MaturityModel): readonly Row[] {
  const later = listLater(system, model);
  if (later.length === 0) return [];
  const names = later.map(({ practice }) => practice.id).join(', ');
  return [plainRow(4, span(`Then, for Stage ${system.target}: `, 'faint'), span(names, 'faint'))];
}
