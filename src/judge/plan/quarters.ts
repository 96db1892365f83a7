import type { PlanQuarter, PlanWork } from '../../model/plan.ts';
import type { Transition } from './transitions.ts';

/** Quarters that are planned: ten years, beyond which nobody plans. */
export const quarterLimit = 40;

/** Weeks are shared out by quarters of a week, which add up without a rest. */
const grain = 4;

type Open = {
  readonly transition: Transition;
  readonly left: { readonly practice: string; weeks: number; readonly of: number }[];
};

/**
 * Shares the work out over quarters of so many weeks. What was begun is finished first; a system makes one transition at
 * a time, and begins the next one in a later quarter. Takes the transitions in the order in which to begin them.
 */
export function fillQuarters(
  ordered: readonly Transition[],
  capacity: number,
): { readonly quarters: readonly PlanQuarter[]; readonly later: number } {
  const size = Math.max(1, Math.floor(capacity * grain)) / grain;
  const open: Open[] = ordered.map((transition) => ({
    transition,
    left: transition.work.map(({ practice, weeks }) => ({ practice, weeks, of: weeks })),
  }));
  const quarters: PlanQuarter[] = [];
  while (open.some(isLeft) && quarters.length < quarterLimit) {
    const work = fillQuarter(open, size);
    quarters.push({ number: quarters.length + 1, weeks: sumOf(work), work });
  }
  return { quarters, later: sumOf(open.flatMap(({ left }) => left)) };
}

function fillQuarter(open: readonly Open[], size: number): PlanWork[] {
  const work: PlanWork[] = [];
  const busy = new Set<string>();
  let free = size;
  for (const current of [...open.filter(isBegun), ...open.filter((other) => !isBegun(other))]) {
    const { system } = current.transition;
    if (free <= 0 || busy.has(system) || !isLeft(current) || !isItsTurn(current, open)) continue;
    busy.add(system);
    for (const item of current.left) {
      const weeks = Math.min(item.weeks, free);
      if (weeks <= 0) continue;
      item.weeks -= weeks;
      free -= weeks;
      const { from, to } = current.transition;
      work.push({ system, from, to, practice: item.practice, weeks, of: item.of });
    }
  }
  return work;
}

function isLeft({ left }: Open): boolean {
  return left.some(({ weeks }) => weeks > 0);
}

function isBegun(current: Open): boolean {
  return isLeft(current) && current.left.some(({ weeks, of }) => weeks < of);
}

function isItsTurn({ transition }: Open, open: readonly Open[]): boolean {
  return open.every(
    (other) =>
      other.transition.system !== transition.system || other.transition.after >= transition.after || !isLeft(other),
  );
}

function sumOf(items: readonly { readonly weeks: number }[]): number {
  return items.reduce((sum, { weeks }) => sum + weeks, 0);
}
