import type { AspectAssessment, Assessment, CapabilityAssessment, PracticeAssessment } from './assess/system.ts';
import type { Finding } from './judge/finding.ts';
import type { Evidence, Withheld } from './model/evidence.ts';
import type { MaturityModel, Stage } from './model/maturity.ts';
import type {
  Report,
  ReportAspect,
  ReportCapability,
  ReportEvidence,
  ReportFinding,
  ReportPractice,
  ReportSystem,
} from './model/report.ts';

/** A place that many facts share is enough once; a system can have thousands. */
export const evidenceLimit = 20;

/** One system's part of the report. `looked` counts files by target. */
export function reportSystem(
  assessment: Assessment,
  recommended: Stage | undefined,
  looked: ReadonlyMap<string, number>,
): ReportSystem {
  const { system, stage, next } = assessment;
  return {
    name: system.name,
    root: system.root === '' ? '.' : system.root,
    kind: system.kind ?? null,
    declared: system.declared,
    profile: {
      lifecycle: system.lifecycle ?? null,
      audience: system.audience ?? null,
      regulated: system.regulated ?? null,
    },
    target: system.target ?? null,
    recommended: recommended ?? null,
    due: system.due ?? null,
    stage,
    next: next ?? null,
    practices: byId(
      assessment.practices,
      ({ practice }) => practice.id,
      (practice) => reportPractice(practice, looked),
    ),
    capabilities: byId(assessment.capabilities, ({ id }) => id, reportCapability),
    symptoms: byId(
      assessment.symptoms,
      ({ id }) => id,
      ({ evidence }) => ({
        status: evidence.length > 0 ? ('present' as const) : ('absent' as const),
        evidence: reportEvidence(evidence),
      }),
    ),
  };
}

function byId<T, R>(items: readonly T[], id: (item: T) => string, report: (item: T) => R): Record<string, R> {
  return Object.fromEntries(items.map((item) => [id(item), report(item)]));
}

function reportPractice(assessed: PracticeAssessment, looked: ReadonlyMap<string, number>): ReportPractice {
  const { practice, status, aspects } = assessed;
  return {
    stage: practice.stage,
    status,
    aspects: byId(
      aspects,
      ({ id }) => id,
      (aspect) => reportAspect(aspect, looked.get(`${practice.id}/${aspect.id}`) ?? 0),
    ),
  };
}

function reportAspect(aspect: AspectAssessment, looked: number): ReportAspect {
  const withheld = reportEvidence(aspect.withheld);
  return {
    status: aspect.status,
    ...(aspect.optional ? { optional: true } : {}),
    evidence: reportEvidence(aspect.evidence),
    ...(withheld.length > 0 ? { withheld } : {}),
    looked,
    reason: aspect.reason ?? null,
  };
}

function reportCapability({ present, justified, waived, evidence, hints }: CapabilityAssessment): ReportCapability {
  return {
    status: present ? 'present' : 'absent',
    justified,
    ...(waived === undefined ? {} : { waived }),
    evidence: reportEvidence(evidence),
    ...(hints.length > 0 ? { hints: reportEvidence(hints) } : {}),
  };
}

const strengthOrder = ['proof', 'sign', 'hint'];

function reportEvidence(items: readonly (Evidence | Withheld)[]): ReportEvidence[] {
  const sorted = [...items].sort((a, b) => strengthOrder.indexOf(a.strength) - strengthOrder.indexOf(b.strength));
  const places = new Map(sorted.map((item) => [`${item.rule} ${item.at.path}:${item.at.line}`, item]));
  return [...places.values()].slice(0, evidenceLimit).map((item) => ({
    rule: item.rule,
    strength: item.strength,
    path: item.at.path,
    line: item.at.line,
    title: item.title,
    ...('because' in item ? { because: item.because } : {}),
  }));
}

export function reportFinding({ aspects, at, ...finding }: Finding): ReportFinding {
  return { ...finding, ...(aspects.length > 0 ? { aspect: aspects.join(',') } : {}), at: at ?? null };
}

/** The version of the model and of the tool that made a report. */
export function reportTool(model: MaturityModel, version: string): Report['tool'] {
  return { name: 'stagegate', version, model: model.version };
}
