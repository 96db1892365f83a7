import type { Stage } from '../model/maturity.ts';
import type { Level } from '../model/report.ts';
import type { System } from '../model/system.ts';

/** Whether the target asks for a stage. */
export function isWanted({ target }: System, stage: Stage): boolean {
  return target !== undefined && stage <= target;
}

/** A gap warns until the day that its target is due, and fails from that day on; what a floor asks for has a day of its own. */
export function levelOfGap(system: System, stage: Stage, today: string): Level {
  const bars = [{ stage: system.target ?? stage, due: system.due }, ...(system.floors ?? [])];
  return bars.some((bar) => stage <= bar.stage && isDue(bar.due, today)) ? 'error' : 'warning';
}

function isDue(due: string | undefined, today: string): boolean {
  return due === undefined || today >= due;
}
