import type { Evidence, Obscured, Recognition, Withheld } from '../model/evidence.ts';
import type { Aspect, Capability, MaturityModel, Practice, Stage } from '../model/maturity.ts';
import type { PracticeStatus } from '../model/report.ts';
import type { System, Threshold } from '../model/system.ts';
import { type AspectAnswer, assessAspect, isEnough } from './aspect.ts';
import { describeEntry, findHolding } from './entry.ts';
import { practiceStatus, type StageRange, stageRange } from './stage.ts';

export type AspectAssessment = AspectAnswer & { readonly id: string; readonly optional: boolean };

export type PracticeAssessment = {
  readonly practice: Practice;
  readonly status: PracticeStatus;
  readonly aspects: readonly AspectAssessment[];
};

export type CapabilityAssessment = {
  readonly id: string;
  readonly present: boolean;
  /** The declared scale reaches the threshold. */
  readonly justified: boolean;
  /** The policy's own threshold, where it has one instead of the model's. */
  readonly threshold?: Threshold;
  /** Who waived it, until when and why. */
  readonly waived?: string;
  readonly evidence: readonly Evidence[];
  readonly hints: readonly Evidence[];
};

export type SymptomAssessment = { readonly id: string; readonly evidence: readonly Evidence[] };

/** What the evidence says of one system. */
export type Assessment = {
  readonly system: System;
  readonly stage: StageRange;
  readonly next?: { readonly stage: Stage; readonly met: number; readonly total: number };
  readonly practices: readonly PracticeAssessment[];
  readonly capabilities: readonly CapabilityAssessment[];
  readonly symptoms: readonly SymptomAssessment[];
};

type Context = { readonly model: MaturityModel; readonly today: string };

/** Judges nothing: evidence, attestations and waivers in; statuses and a stage as a range out. `today` is ISO. */
export function assessSystem(system: System, recognition: Recognition, context: Context): Assessment {
  const practices = context.model.practices.map((practice) => assessPractice(practice, system, recognition, context));
  const statuses = Object.fromEntries(practices.map(({ practice, status }) => [practice.id, status]));
  const stage = stageRange(statuses, context.model);
  const next = context.model.stages.find((candidate) => candidate.stage === stage.atLeast + 1)?.stage;
  const wanted = practices.filter(({ practice }) => practice.stage === next);
  const met = wanted.filter(({ status }) => status === 'met').length;
  return {
    system,
    stage,
    practices,
    capabilities: context.model.capabilities.map((capability) =>
      assessCapability(capability, system, recognition, context),
    ),
    symptoms: context.model.symptoms.map(({ id }) => {
      const evidence = ofTarget(recognition.evidence, id);
      return { id, evidence: isEnough(evidence) ? evidence : [] };
    }),
    ...(next === undefined ? {} : { next: { stage: next, met, total: wanted.length } }),
  };
}

function assessCapability(
  { id, justified }: Capability,
  system: System,
  recognition: Recognition,
  { today }: Context,
): CapabilityAssessment {
  const evidence = ofTarget(recognition.evidence, id);
  const present = isEnough(evidence);
  const threshold = system.thresholds?.find(({ capability }) => capability === id);
  const waivers = system.waive.filter(({ target }) => target === id);
  const waiver = findHolding(waivers, undefined, today);
  return {
    id,
    present,
    justified: (system.scale[justified.scale] ?? 0) >= (threshold?.from ?? justified.from),
    evidence: present ? evidence : [],
    hints: present ? [] : evidence,
    ...(threshold ? { threshold } : {}),
    ...(waiver ? { waived: describeEntry(waiver) } : {}),
  };
}

function assessPractice(
  practice: Practice,
  system: System,
  recognition: Recognition,
  context: Context,
): PracticeAssessment {
  const aspects = practice.aspects.flatMap((aspect) =>
    aspectIds(aspect, system).map((id) => ({
      id,
      optional: aspect.optional === true,
      ...assessAspect(aspectInput(`${practice.id}/${id}`, aspect, system, recognition, context)),
    })),
  );
  const required = aspects.filter(({ optional }) => !optional).map(({ status }) => status);
  return { practice, status: practiceStatus(required), aspects };
}

/** An aspect that is asked once for each regime stands beside its general form. */
function aspectIds(aspect: Aspect, system: System): readonly string[] {
  return aspect.per === 'regime'
    ? [aspect.id, ...system.regimes.map((regime) => `${aspect.id}:${regime}`)]
    : [aspect.id];
}

function aspectInput(target: string, aspect: Aspect, system: System, recognition: Recognition, { today }: Context) {
  return {
    evidence: ofTarget(recognition.evidence, target),
    withheld: ofTarget(recognition.withheld, target),
    obscured: ofTarget(recognition.obscured, target),
    attestations: system.attest.filter((attestation) => attestation.aspect === target),
    waivers: system.waive.filter((waiver) => waiver.target === target),
    withinMonths: aspect['within-months'],
    today,
  };
}

function ofTarget<T extends Evidence | Withheld | Obscured>(items: readonly T[], target: string): readonly T[] {
  return items.filter((item) => item.target === target);
}
