import { countOf } from '../lib/english.ts';
import type { Plan, PlanAction, PlanGap, PlanSystem } from '../model/plan.ts';
import {
  describePlan,
  describeQuarter,
  describeTransition,
  describeWay,
  describeWeeks,
  describeWork,
  groupWork,
  nothingToDo,
  SNIPPET_LINES,
  withoutCapacity,
} from './plan/words.ts';
import { printRows } from './text/print.ts';
import { blank, place, plainRow, type Row, span } from './text/row.ts';
import { section } from './text/sections.ts';

const NARROWEST = 40;
const WIDEST = 120;

/** The plan for a terminal: each system with its gaps and first actions, then the quarters. */
export function renderPlanText(plan: Plan, options: { readonly colors: boolean; readonly width: number }): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const rows = [
    plainRow(0, span(describePlan(plan), 'strong')),
    ...(plan.complete ? [] : [plainRow(0, span('The scan is incomplete, and so is this plan.', 'bad'))]),
    ...plan.systems.flatMap(systemRows),
    blank,
    ...orderRows(plan),
    ...quarterRows(plan),
  ];
  return `${printRows(rows, width, options.colors).join('\n')}\n`;
}

function systemRows(system: PlanSystem): readonly Row[] {
  const { name, impact, weeks, gaps, actions, unknown } = system;
  const facts = [describeWay(system), ...(gaps.length > 0 ? [describeWeeks(weeks)] : []), ...impact.reasons];
  const stages = [...new Set(gaps.map(({ stage }) => stage))];
  return [
    blank,
    { lead: [span(name, 'strong')], column: 4, body: [span(facts.join(' · '))] },
    ...stages.flatMap((stage) =>
      section(`Missing of Stage ${stage}`, gapRows(gaps.filter((gap) => gap.stage === stage))),
    ),
    ...section('Do first', actions.flatMap(actionRows)),
    ...section(
      'Settle, at no cost',
      unknown.map(({ aspects, reason }) => ({
        lead: [span('  '), span('?', 'warn')],
        column: 4,
        body: [span(aspects.join(', '), 'strong'), span(`: ${reason}`)],
      })),
    ),
  ];
}

function gapRows(gaps: readonly PlanGap[]): readonly Row[] {
  const column = Math.max(...gaps.map(({ practice }) => practice.length)) + 6;
  return gaps.map(({ practice, aspects, weeks, status }) => ({
    lead: [span('  '), status === 'partial' ? span('◐', 'warn') : span('✗', 'bad'), span(` ${practice}`, 'strong')],
    column,
    body: [span(aspects.join(', ')), span('  '), span(`(${describeWeeks(weeks)})`, 'faint')],
  }));
}

function actionRows({ fix, practice, at, snippet }: PlanAction, index: number): readonly Row[] {
  const target = at === null ? [] : [span('  → '), place(at)];
  const lines = snippet?.text.split('\n') ?? [];
  const rest = lines.length - SNIPPET_LINES;
  const shown = lines.slice(0, SNIPPET_LINES).map((line) => {
    const text = line.trimStart();
    return plainRow(7 + line.length - text.length, span(text, 'faint'));
  });
  return [
    {
      lead: [span(`  ${index + 1}.`, 'strong')],
      column: 5,
      body: [span(fix), ...target, span('  '), span(`(${practice})`, 'faint')],
    },
    ...(snippet ? [plainRow(5, span(`for example, ${snippet.path}:`, 'faint')), ...shown] : []),
    ...(rest > 0 ? [plainRow(7, span(`and ${countOf(rest, 'more line')} in --format markdown`, 'faint'))] : []),
  ];
}

function orderRows(plan: Plan): readonly Row[] {
  const { transitions, capacity } = plan;
  if (transitions.length === 0) return [plainRow(0, span(nothingToDo(plan)))];
  if (capacity !== null) return [];
  const rows = transitions.map((transition, index) => ({
    lead: [span(`  ${index + 1}.`)],
    column: 5,
    body: [span(describeTransition(transition))],
  }));
  return [plainRow(0, span('In this order', 'strong')), ...rows, plainRow(0, span(withoutCapacity, 'faint'))];
}

function quarterRows({ quarters, later }: Plan): readonly Row[] {
  const rows = quarters.flatMap((quarter) => [
    plainRow(0, span(describeQuarter(quarter), 'strong')),
    ...groupWork(quarter).map((group) => {
      const [{ system, from, to }] = group;
      return {
        lead: [span(`  ${system}`)],
        column: 4,
        body: [span(`Stage ${from} to ${to}: `), span(group.map(describeWork).join(' · '))],
      };
    }),
  ]);
  return [...rows, ...(later > 0 ? [plainRow(0, span(`Later: ${countOf(later, 'week')}`))] : [])];
}
