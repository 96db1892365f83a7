import type { MaturityModel } from '../model/maturity.ts';
import type { Plan, PlanSystem } from '../model/plan.ts';
import type { Report, ReportSystem } from '../model/report.ts';
import { listPlanActions, type Snippets } from './plan/actions.ts';
import { addWeeks, goalOf, listPlanGaps, middleOf } from './plan/gaps.ts';
import { isInProduction, judgeImpact } from './plan/impact.ts';
import { fillQuarters } from './plan/quarters.ts';
import { listTransitions, orderTransitions } from './plan/transitions.ts';

export type PlanOptions = {
  /** Engineering weeks in a quarter; without it the work is put in order and not into quarters. */
  readonly capacity?: number;
  /** By the ids of their rules. */
  readonly snippets: Snippets;
};

/**
 * What to do next for each system, and across systems in which order: Stage 1 in production first, then by gap times
 * impact, in quarters that the capacity fills. Takes the report of a scan.
 */
export function planWork(report: Report, model: MaturityModel, { capacity, snippets }: PlanOptions): Plan {
  const systems = report.systems.map((system) => planSystem(system, model, snippets));
  const ordered = orderTransitions(
    report.systems.flatMap((system, index) => {
      const planned = systems[index];
      return planned ? listTransitions(planned, isInProduction(system)) : [];
    }),
  );
  const weeks = addWeeks(systems.map((system) => system.weeks));
  const { name, version, model: modelVersion } = report.tool;
  const filled = capacity === undefined ? { quarters: [], later: 0 } : fillQuarters(ordered, capacity);
  return {
    version: 1,
    tool: { name, version, model: modelVersion },
    repository: report.repository,
    capacity: capacity ?? null,
    weeks,
    planned: middleOf(weeks),
    systems,
    transitions: ordered.map(({ system, from, to, weeks: range, planned }) => ({
      system,
      from,
      to,
      weeks: range,
      planned,
    })),
    quarters: [...filled.quarters],
    later: filled.later,
    complete: report.scan.complete,
  };
}

function planSystem(system: ReportSystem, model: MaturityModel, snippets: Snippets): PlanSystem {
  const gaps = [...listPlanGaps(system, model)];
  const { points, reasons } = judgeImpact(system, model);
  return {
    name: system.name,
    root: system.root,
    stage: system.stage.atLeast,
    goal: goalOf(system),
    impact: { points, reasons: [...reasons] },
    gaps,
    weeks: addWeeks(gaps.map(({ weeks }) => weeks)),
    actions: listPlanActions(system, gaps, model, snippets),
    unknown: listUnknown(system),
  };
}

/** What could not be known up to the goal, by what would settle it. */
function listUnknown(system: ReportSystem): PlanSystem['unknown'] {
  const goal = goalOf(system) ?? 0;
  const byReason = new Map<string, string[]>();
  for (const [practice, { stage, aspects }] of Object.entries(system.practices)) {
    if (stage > goal) continue;
    for (const [aspect, { status, reason, optional }] of Object.entries(aspects)) {
      if (status !== 'unknown' || optional) continue;
      const told = reason ?? 'a source that could show it could not be read';
      byReason.set(told, [...(byReason.get(told) ?? []), `${practice}/${aspect}`]);
    }
  }
  return [...byReason].map(([reason, aspects]) => ({ aspects, reason }));
}
