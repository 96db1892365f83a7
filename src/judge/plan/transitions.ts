import type { PlanGap, PlanSystem, PlanTransition } from '../../model/plan.ts';
import { addWeeks, middleOf } from './gaps.ts';

/** A system's way to one stage, with the work that it takes. */
export type Transition = PlanTransition & {
  readonly work: readonly { readonly practice: string; readonly weeks: number }[];
  /** What of its system comes before it. */
  readonly after: number;
  /** Whether users depend on a system of Stage 1. */
  readonly isUrgent: boolean;
  /** Gap times impact. */
  readonly weight: number;
};

/** The transitions of a system, one for each stage of which something is missing, in their order. */
export function listTransitions(system: PlanSystem, isInProduction: boolean): readonly Transition[] {
  const stages = [...new Set(system.gaps.map(({ stage }) => stage))];
  return stages.map((to, index) => {
    const gaps = system.gaps.filter(({ stage }) => stage === to);
    const weeks = addWeeks(gaps.map((gap) => gap.weeks));
    return {
      system: system.name,
      from: to - 1,
      to,
      weeks,
      planned: middleOf(weeks),
      work: gaps.map(workOf),
      after: index,
      isUrgent: to === 2 && isInProduction,
      weight: ((system.goal ?? to) - to + 1) * system.impact.points,
    };
  });
}

function workOf({ practice, weeks }: PlanGap) {
  return { practice, weeks: middleOf(weeks) };
}

/** What comes first: Stage 1 in production, then the larger gap times impact, then what takes less. */
export function compareTransitions(a: Transition, b: Transition): number {
  return (
    Number(b.isUrgent) - Number(a.isUrgent) ||
    b.weight - a.weight ||
    a.planned - b.planned ||
    (a.system < b.system ? -1 : a.system > b.system ? 1 : a.to - b.to)
  );
}

/** All transitions in the order in which to begin them; those of one system stay in theirs. */
export function orderTransitions(all: readonly Transition[]): readonly Transition[] {
  const waiting = [...all];
  const ordered: Transition[] = [];
  while (waiting.length > 0) {
    const [first] = waiting.filter((transition) => isNext(transition, waiting)).sort(compareTransitions);
    if (!first) break;
    ordered.push(first);
    waiting.splice(waiting.indexOf(first), 1);
  }
  return ordered;
}

function isNext(transition: Transition, waiting: readonly Transition[]): boolean {
  return !waiting.some((other) => other.system === transition.system && other.after < transition.after);
}
