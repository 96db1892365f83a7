import type { MaturityModel } from '../../model/maturity.ts';
import type { PlanGap, Weeks } from '../../model/plan.ts';
import type { AspectStatus, ReportAspect, ReportPractice, ReportSystem } from '../../model/report.ts';

/** Weeks are planned by halves. */
const halves = 2;

/** The stage to reach: the target, or else the recommended one. */
export function goalOf({ target, recommended }: ReportSystem): number | null {
  return target ?? recommended;
}

/** The practices up to the goal that lack something, in the order of the stages, each with its effort. */
export function listPlanGaps(system: ReportSystem, model: MaturityModel): readonly PlanGap[] {
  const goal = goalOf(system) ?? 0;
  return [...model.practices]
    .sort((a, b) => a.stage - b.stage)
    .flatMap(({ id, stage, weeks }) => {
      const found = system.practices[id];
      if (!found || stage > goal || (found.status !== 'missing' && found.status !== 'partial')) return [];
      const aspects = openAspects(found).map(([name]) => name);
      return [{ practice: id, stage, status: found.status, aspects, weeks: effortOf(found, weeks) }];
    });
}

/** What is to be built: neither met, nor merely not known. */
export function openAspects({ aspects }: ReportPractice): readonly (readonly [string, ReportAspect])[] {
  return Object.entries(aspects).filter(([, { status, optional }]) => !optional && isOpen(status));
}

function isOpen(status: AspectStatus): boolean {
  return status === 'absent' || status === 'hinted' || status === 'stale';
}

/** A practice of which some aspects stand takes the share of the others, in half weeks and never less than one half. */
function effortOf(found: ReportPractice, [low, high]: Weeks): Weeks {
  const required = Object.values(found.aspects).filter(({ optional }) => !optional).length;
  const share = required === 0 ? 1 : openAspects(found).length / required;
  return share >= 1 ? [low, high] : [toHalves(low * share), toHalves(high * share)];
}

function toHalves(weeks: number): number {
  return Math.max(1, Math.round(weeks * halves)) / halves;
}

/** The sum of ranges. */
export function addWeeks(ranges: readonly Weeks[]): Weeks {
  return ranges.reduce<Weeks>(([low, high], range) => [low + range[0], high + range[1]], [0, 0]);
}

/** The middle of a range. */
export function middleOf([low, high]: Weeks): number {
  return (low + high) / 2;
}
