import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';
import { listPractices } from './gaps.ts';
import { isAtGoal } from './stage.ts';

export type Unknown = {
  readonly reason: string;
  /** `practice/aspect`, the words that a policy attests. */
  readonly aspects: readonly string[];
};

/** What could not be known of the stages that matter now, by what would settle it. */
export function listUnknowns(system: ReportSystem, model: MaturityModel): readonly Unknown[] {
  const horizon = furthestStage(system);
  const byReason = new Map<string, readonly string[]>();
  for (const { practice, parts } of listPractices(system, model)) {
    if (practice.stage > horizon) continue;
    for (const { id, found, optional } of parts) {
      if (found.status !== 'unknown' || optional) continue;
      const reason = found.reason ?? 'a source that could show it could not be read';
      byReason.set(reason, [...(byReason.get(reason) ?? []), `${practice.id}/${id}`]);
    }
  }
  return [...byReason].map(([reason, aspects]) => ({ reason, aspects }));
}

function furthestStage(system: ReportSystem): number {
  const wanted = isAtGoal(system) ? system.stage.atLeast : (system.next?.stage ?? system.stage.atLeast);
  return Math.max(wanted, system.target ?? 0, system.stage.atMost);
}
