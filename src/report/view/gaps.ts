import * as status from '../../model/aspect-status.ts';
import type { MaturityModel, Practice } from '../../model/maturity.ts';
import type { PracticeStatus, ReportAspect, ReportPractice, ReportSystem } from '../../model/report.ts';
import { isAtGoal } from './stage.ts';

/** An aspect of a practice, as the report found it, in the model's words. */
export type Part = {
  /** `documented`, or `documented:eu-ai-act` where the practice asks for one a regime. */
  readonly id: string;
  readonly missing: string;
  readonly fix: string;
  readonly optional: boolean;
  readonly found: ReportAspect;
};

export type PracticeView = {
  readonly practice: Practice;
  readonly status: PracticeStatus;
  readonly parts: readonly Part[];
};

/** Whether a part counts: proven, or accepted on the team's word. */
export function isSatisfied({ found }: Part): boolean {
  return status.isSatisfied(found.status);
}

/** Whether what was found is not enough, however much it looks like it. */
export function isOnlyHinted({ found }: Part): boolean {
  return found.status === 'hinted' || found.status === 'unknown';
}

/** The evidence that says something of a part: where the team's word counts, what was not enough says nothing. */
export function listPartEvidence({ found }: Part): ReportAspect['evidence'] {
  return found.status === 'attested' || found.status === 'waived' ? [] : found.evidence;
}

/** What was looked for and not found; an unknown part is neither. */
export function isGap(part: Part): boolean {
  return !part.optional && !isSatisfied(part) && part.found.status !== 'unknown';
}

/** The practices of a system in the order of the model. One that the report or the model does not know is left out. */
export function listPractices(system: ReportSystem, model: MaturityModel): readonly PracticeView[] {
  return model.practices.flatMap((practice) => {
    const reported = system.practices[practice.id];
    return reported ? [{ practice, status: reported.status, parts: listParts(practice, reported) }] : [];
  });
}

function listParts(practice: Practice, reported: ReportPractice): readonly Part[] {
  return Object.entries(reported.aspects).flatMap(([id, found]) => {
    const [name, regime] = id.split(':');
    const words = practice.aspects.find((aspect) => aspect.id === name);
    if (!words) return [];
    const missing = regime === undefined ? words.missing : `${words.missing} (${regime})`;
    const general = regime === undefined ? words.fix : `${words.fix} (${regime})`;
    // What suits the repository's own stack is told before the model's general words.
    const fix = found.advice?.fix ?? general;
    return [{ id, missing, fix, optional: found.optional ?? words.optional ?? false, found }];
  });
}

/** The practices of the next stage that lack something, in the order of the model; none where the goal is reached. */
export function listGaps(system: ReportSystem, model: MaturityModel): readonly PracticeView[] {
  if (system.next === null || isAtGoal(system)) return [];
  const { stage } = system.next;
  return listPractices(system, model).filter(
    ({ practice, status }) => practice.stage === stage && (status === 'missing' || status === 'partial'),
  );
}

/** The same, in the order in which they are read: what is missing first. */
export function listBlockers(system: ReportSystem, model: MaturityModel): readonly PracticeView[] {
  return [...listGaps(system, model)].sort((a, b) => Number(a.status === 'partial') - Number(b.status === 'partial'));
}

/** The practices that stand between the next stage and the target, which need no attention before it. */
export function listLater(system: ReportSystem, model: MaturityModel): readonly PracticeView[] {
  const { next, target } = system;
  if (next === null || target === null) return [];
  return listPractices(system, model).filter(
    ({ practice, status }) => practice.stage > next.stage && practice.stage <= target && status !== 'met',
  );
}
