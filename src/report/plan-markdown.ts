import { countOf } from '../lib/english.ts';
import { escapeControl, escapeRunnerCommands } from '../lib/escape.ts';
import type { Plan, PlanAction, PlanSystem } from '../model/plan.ts';
import {
  describePlan,
  describeQuarter,
  describeTransition,
  describeWay,
  describeWeeks,
  describeWork,
  groupWork,
  nothingToDo,
  withoutCapacity,
} from './plan/words.ts';
import { code, placeText, prose } from './summary/markdown.ts';

/** The plan as Markdown: for an issue, a page of a wiki, or a review. */
export function renderPlanMarkdown(plan: Plan): string {
  const parts = [
    `## ${prose(describePlan(plan))}`,
    plan.complete ? '' : '**The scan is incomplete, and so is this plan.**',
    quartersText(plan),
    ...plan.systems.map(systemText),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function quartersText(plan: Plan): string {
  const { quarters, transitions, later } = plan;
  if (transitions.length === 0) return nothingToDo(plan);
  if (quarters.length === 0) {
    const order = transitions.map((transition, index) => `${index + 1}. ${prose(describeTransition(transition))}`);
    return ['### In this order', order.join('\n'), prose(withoutCapacity)].join('\n\n');
  }
  const rows = quarters.flatMap((quarter) =>
    groupWork(quarter).map((group, index) => {
      const [{ system, from, to }] = group;
      const title = index === 0 ? prose(describeQuarter(quarter)) : '';
      return `| ${title} | ${code(system)} | ${from} to ${to} | ${prose(group.map(describeWork).join(' · '))} |`;
    }),
  );
  const rest = later > 0 ? [`Later: ${countOf(later, 'week')}`] : [];
  return [['| Quarter | System | Stage | Weeks |', '| --- | --- | --- | --- |', ...rows].join('\n'), ...rest].join(
    '\n\n',
  );
}

function systemText(system: PlanSystem): string {
  const { name, gaps, actions, unknown, weeks, impact } = system;
  const facts = [describeWay(system), ...(gaps.length > 0 ? [describeWeeks(weeks)] : []), ...impact.reasons];
  const rows = gaps.map(
    ({ stage, practice, aspects, weeks: range }) =>
      `| ${stage} | ${code(practice)} | ${aspects.map(code).join(', ')} | ${describeWeeks(range)} |`,
  );
  const table =
    rows.length === 0 ? '' : ['| Stage | Practice | Open | Effort |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const first = actions.map(actionText).join('\n');
  const settle = unknown.map(({ aspects, reason }) => `- ${aspects.map(code).join(', ')}: ${prose(reason)}`).join('\n');
  return [
    `### ${code(name)}`,
    prose(facts.join(' · ')),
    table,
    first === '' ? '' : `Do first:\n\n${first}`,
    settle === '' ? '' : `Settle, at no cost:\n\n${settle}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function actionText({ fix, practice, at, snippet }: PlanAction, index: number): string {
  const where = at === null ? '' : ` → ${placeText(at, undefined)}`;
  const head = `${index + 1}. ${prose(fix)}${where} (${code(practice)})`;
  return snippet ? `${head}\n\n${indent(fenced(snippet))}\n` : head;
}

/** A fence longer than any run of backticks in the text, so that nothing in it ends the block. */
function fenced({ path, text }: { readonly path: string; readonly text: string }): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = text.split('\n').map((line) => escapeRunnerCommands(escapeControl(line)));
  return [`For example, ${code(path)}:`, '', fence, ...lines, fence].join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '   ');
}
