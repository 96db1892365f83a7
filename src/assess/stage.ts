import { type AspectStatus, isSatisfied } from '../model/aspect-status.ts';
import type { MaturityModel, Stage } from '../model/maturity.ts';
import type { PracticeStatus } from '../model/report.ts';

/** The status of a practice from those of its required aspects. */
export function practiceStatus(required: readonly AspectStatus[]): PracticeStatus {
  const open = required.filter((status) => !isSatisfied(status));
  if (open.length === 0) return 'met';
  if (open.every((status) => status === 'unknown')) return 'unknown';
  return open.length < required.length ? 'partial' : 'missing';
}

export type StageRange = { readonly atLeast: Stage; readonly atMost: Stage };

/**
 * The highest stage such that every practice up to it is met. What is unknown counts as not met for `atLeast` and as met
 * for `atMost`, aspect by aspect: a practice with one aspect unknown and another absent is not met either way.
 */
export function stageRange(statuses: Readonly<Record<string, PracticeStatus>>, model: MaturityModel): StageRange {
  return {
    atLeast: highest(model, (practice) => statuses[practice] === 'met'),
    atMost: highest(model, (practice) => statuses[practice] === 'met' || statuses[practice] === 'unknown'),
  };
}

function highest(model: MaturityModel, isMet: (practice: string) => boolean): Stage {
  let reached: Stage = 1;
  for (const { stage } of [...model.stages].sort((a, b) => a.stage - b.stage)) {
    if (!model.practices.filter((practice) => practice.stage === stage).every(({ id }) => isMet(id))) break;
    reached = stage;
  }
  return reached;
}
