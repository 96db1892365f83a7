import type { MaturityModel } from '../../model/maturity.ts';
import type { PlanAction, PlanGap } from '../../model/plan.ts';
import type { ReportAspect, ReportSystem } from '../../model/report.ts';
import { openAspects } from './gaps.ts';

/** Things to do first. */
export const actionLimit = 3;

export type Snippets = ReadonlyMap<string, NonNullable<PlanAction['snippet']>>;

/**
 * The first things to do, those for the next stage before those for the one above: of each practice its first open aspect,
 * then the second ones. The fix is of the rule that suits what the repository uses, or else the model's. Takes snippets
 * by the ids of their rules.
 */
export function listPlanActions(
  system: ReportSystem,
  gaps: readonly PlanGap[],
  model: MaturityModel,
  snippets: Snippets,
): PlanAction[] {
  const candidates = gaps
    .flatMap(({ practice, stage }) =>
      openAspects(system.practices[practice] ?? { stage: 1, status: 'missing', aspects: {} }).map(
        ([aspect, found], rank) => ({ stage, rank, action: actionOf(practice, aspect, found, model, snippets) }),
      ),
    )
    .sort((a, b) => a.stage - b.stage || a.rank - b.rank)
    .map(({ action }) => action);
  return candidates
    .filter(({ fix }, index) => candidates.findIndex((other) => other.fix === fix) === index)
    .slice(0, actionLimit);
}

function actionOf(
  practice: string,
  aspect: string,
  { advice, evidence, withheld }: ReportAspect,
  model: MaturityModel,
  snippets: Snippets,
): PlanAction {
  const [name, regime] = aspect.split(':');
  const words = model.practices.find(({ id }) => id === practice)?.aspects.find(({ id }) => id === name);
  const general = regime === undefined ? (words?.fix ?? '') : `${words?.fix ?? ''} (${regime})`;
  const place = withheld?.[0] ?? evidence[0];
  return {
    practice,
    aspect,
    fix: advice?.fix ?? general,
    rule: advice?.rule ?? null,
    at: place ? { path: place.path, line: place.line } : null,
    snippet: (advice && snippets.get(advice.rule)) ?? null,
  };
}
