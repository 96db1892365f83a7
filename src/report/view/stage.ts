import { countOf } from '../../lib/english.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';

/** `2 · Automated`: the stage that is proven, by its number and the model's name for it. */
export function describeStage(stage: number, model: MaturityModel): string {
  const found = model.stages.find((candidate) => candidate.stage === stage);
  return found ? `${stage} · ${found.name}` : String(stage);
}

/** The same for a range: `2 · Automated (maybe 3)` where something is unknown. */
export function describeEnds({ atLeast, atMost }: ReportSystem['stage'], model: MaturityModel): string {
  return `${describeStage(atLeast, model)}${atMost > atLeast ? ` (maybe ${atMost})` : ''}`;
}

/** What is still open about the stage, where something could not be read. */
export function describeRange({ stage }: ReportSystem): string | undefined {
  if (stage.atMost <= stage.atLeast) return undefined;
  return `up to Stage ${stage.atMost} once what is unknown is settled`;
}

/** The declared target and its date, whether it is reached, or what is recommended instead. */
export function describeTarget(system: ReportSystem): string {
  const { target, recommended, due, stage } = system;
  if (target === null) return recommended === null ? 'no target' : `no target, ${recommended} is recommended`;
  if (stage.atLeast >= target) return `target ${target} reached`;
  return due === null ? `target ${target}` : `target ${target} by ${due}`;
}

/** The same in a table's cell. */
export function describeTargetBriefly({ target, stage }: ReportSystem): string {
  if (target === null) return 'no target';
  return stage.atLeast >= target ? `target ${target} reached` : `target ${target}`;
}

/** How far the next stage is. */
export function describeNext({ next }: ReportSystem): string {
  if (next === null) return 'every stage is reached';
  return `${next.met} of ${countOf(next.total, 'practice')} of Stage ${next.stage}`;
}

/** The same in a table's cell. */
export function describeNextBriefly({ next }: ReportSystem): string {
  return next === null ? '–' : `${next.met} of ${next.total} for Stage ${next.stage}`;
}

/** Whether the system is where it should be: at the target that was declared, or else recommended. */
export function isAtGoal({ target, recommended, stage }: ReportSystem): boolean {
  const goal = target ?? recommended;
  return goal !== null && stage.atLeast >= goal;
}

/** `kind · root · lifecycle, audience, industry`, as far as known. */
export function describeProfile(system: ReportSystem): readonly string[] {
  const { lifecycle, audience, regulated } = system.profile;
  const profile = [lifecycle, audience, regulated].filter((word) => word !== null).join(', ');
  return [
    system.kind ?? '',
    system.root === '.' ? 'whole repository' : system.root,
    profile,
    system.declared ? '' : 'discovered, not declared',
  ].filter((part) => part !== '');
}
