import { escapeControl } from '../lib/escape.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { Report, ReportSystem } from '../model/report.ts';
import { describeStage } from './view/stage.ts';

export type Badge = { readonly label: string; readonly message: string; readonly color: string };

const LABEL = 'MLOps stage';

// Dark enough for white letters; amber is light enough for dark ones.
const grey = '#6e7681';
const amber = '#fbbf24';
const stageColors: Readonly<Record<number, string>> = { 1: grey, 2: '#1f6feb', 3: '#1a7f37', 4: '#8250df' };

/**
 * What a badge says: the stage of the system that is least far, an arrow to its target while it is below, and `overdue`
 * in amber where a system is below its target past its date. Takes today as an ISO date.
 */
export function describeBadge(report: Report, model: MaturityModel, today: string): Badge {
  if (!report.scan.complete) return { label: LABEL, message: 'incomplete', color: grey };
  const [first, ...others] = report.systems;
  if (!first) return { label: LABEL, message: 'no AI system', color: grey };
  const lowest = others.reduce((low, system) => (comesBefore(system, low) ? system : low), first);
  const stage = lowest.stage.atLeast;
  const message = isBelow(lowest) ? `${stage} → ${lowest.target}` : escapeControl(describeStage(stage, model));
  if (report.systems.some((system) => isOverdue(system, today)))
    return { label: LABEL, message: `${message}, overdue`, color: amber };
  return { label: LABEL, message, color: stageColors[stage] ?? grey };
}

/** Of two systems at one stage, the one that has further to go stands for both. */
function comesBefore(a: ReportSystem, b: ReportSystem): boolean {
  const difference = a.stage.atLeast - b.stage.atLeast;
  return difference === 0 ? (a.target ?? 0) > (b.target ?? 0) : difference < 0;
}

function isBelow({ target, stage }: ReportSystem): boolean {
  return target !== null && stage.atLeast < target;
}

/** A target is due on its day: from then on a gap fails. */
function isOverdue(system: ReportSystem, today: string): boolean {
  return system.due !== null && today >= system.due && isBelow(system);
}
