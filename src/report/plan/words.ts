import { countOf } from '../../lib/english.ts';
import type { Plan, PlanQuarter, PlanSystem, PlanTransition, PlanWork, Weeks } from '../../model/plan.ts';

/** Lines of a snippet that are shown in a terminal. */
export const SNIPPET_LINES = 12;

/** `4–8 weeks`, `1 week`. */
export function describeWeeks([low, high]: Weeks): string {
  return low === high ? countOf(high, 'week') : `${low}–${countOf(high, 'week')}`;
}

/** Where a system stands and wants to be. */
export function describeWay({ stage, goal, gaps, unknown }: PlanSystem): string {
  if (goal === null) return `Stage ${stage}, no target`;
  if (gaps.length > 0) return `Stage ${stage} to ${goal}`;
  return unknown.length > 0 && stage < goal
    ? `Stage ${stage}, ${goal} once what is unknown is settled`
    : `Stage ${stage}, at its goal`;
}

/** The heading of a plan. */
/** What a plan without a step says instead. */
export function nothingToDo({ systems }: Plan): string {
  return systems.length > 0
    ? 'Every system is at its goal.'
    : 'If there is one, declare it under systems in stagegate.yml; stagegate init writes the file.';
}

export function describePlan({ systems, capacity, weeks }: Plan): string {
  if (systems.length === 0) return 'No AI system was found here, so there is nothing to plan';
  const budget = capacity === null ? 'no capacity declared' : `${countOf(capacity, 'week')} a quarter`;
  return `Plan for ${countOf(systems.length, 'system')}: ${describeWeeks(weeks)} of work, ${budget}`;
}

export function describeTransition({ system, from, to, weeks }: PlanTransition): string {
  return `${system}: Stage ${from} to ${to}, ${describeWeeks(weeks)}`;
}

export function describeQuarter({ number, weeks }: PlanQuarter): string {
  return `Quarter ${number}: ${countOf(weeks, 'week')}`;
}

/** The work of a quarter by system, in its order. */
export function groupWork({ work }: PlanQuarter): readonly (readonly [PlanWork, ...PlanWork[]])[] {
  const groups = new Map<string, [PlanWork, ...PlanWork[]]>();
  for (const item of work) {
    const group = groups.get(item.system);
    if (group) group.push(item);
    else groups.set(item.system, [item]);
  }
  return [...groups.values()];
}

/** `eval-in-ci 2`, `eval-in-ci 2 of 3.75` where it does not fit in one quarter. */
export function describeWork({ practice, weeks, of }: PlanWork): string {
  return weeks === of ? `${practice} ${weeks}` : `${practice} ${weeks} of ${of}`;
}

export const withoutCapacity =
  'Set capacity (engineering weeks a quarter) in the policy, or --capacity, to see quarters.';
