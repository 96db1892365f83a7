import type { AspectAssessment, Assessment, CapabilityAssessment, PracticeAssessment } from './assess/system.ts';
import type { Finding } from './judge/finding.ts';
import { stateOfEntry } from './judge/unused.ts';
import { fingerprint } from './lib/fingerprint.ts';
import { withoutCredentials } from './lib/secret-names.ts';
import { isSatisfied } from './model/aspect-status.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Evidence, Withheld } from './model/evidence.ts';
import type { MaturityModel, Stage } from './model/maturity.ts';
import type {
  Report,
  ReportAspect,
  ReportCapability,
  ReportEntry,
  ReportEvidence,
  ReportFinding,
  ReportPractice,
  ReportSystem,
} from './model/report.ts';
import type { Rule } from './rules/schema.ts';

/** A place that many facts share is enough once; a system can have thousands. */
export const evidenceLimit = 20;

/** What a report tells of a system beside its assessment. */
export type ReportContext = {
  readonly recommended: Stage | undefined;
  /** Files that could have shown something, by target. */
  readonly looked: ReadonlyMap<string, number>;
  /** Rules whose fix suits the system, by target. */
  readonly advice: ReadonlyMap<string, { readonly id: string; readonly fix?: string | undefined }>;
  /** ISO. */
  readonly today: string;
};

/** One system's part of the report. */
export function reportSystem(assessment: Assessment, context: ReportContext): ReportSystem {
  const { system, stage, next } = assessment;
  const { recommended } = context;
  const entries = reportEntries(assessment, context.today);
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
      (practice) => reportPractice(practice, context),
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
    ...(Object.keys(system.scale).length > 0 ? { scale: { ...system.scale } } : {}),
    ...(entries.length > 0 ? { entries } : {}),
  };
}

function reportEntries(assessment: Assessment, today: string): ReportEntry[] {
  const { attest, waive } = assessment.system;
  return [
    ...attest.map((entry): ReportEntry => {
      const { aspect: target, ...said } = entry;
      return { kind: 'attestation', target, state: stateOfEntry(assessment, target, entry, today), ...said };
    }),
    ...waive.map((entry): ReportEntry => {
      const { target, owner: by, ...said } = entry;
      return { kind: 'waiver', target, state: stateOfEntry(assessment, target, entry, today), by, ...said };
    }),
  ];
}

function byId<T, R>(items: readonly T[], id: (item: T) => string, report: (item: T) => R): Record<string, R> {
  return Object.fromEntries(items.map((item) => [id(item), report(item)]));
}

function reportPractice(assessed: PracticeAssessment, { looked, advice }: ReportContext): ReportPractice {
  const { practice, status, aspects } = assessed;
  return {
    stage: practice.stage,
    status,
    aspects: byId(
      aspects,
      ({ id }) => id,
      (aspect) => {
        const target = `${practice.id}/${aspect.id}`;
        return reportAspect(aspect, looked.get(target) ?? 0, advice.get(target));
      },
    ),
  };
}

function reportAspect(
  aspect: AspectAssessment,
  looked: number,
  rule: { readonly id: string; readonly fix?: string | undefined } | undefined,
): ReportAspect {
  const isOpen = !isSatisfied(aspect.status) && aspect.status !== 'unknown';
  const withheld = reportEvidence(aspect.withheld);
  return {
    status: aspect.status,
    ...(aspect.optional ? { optional: true } : {}),
    evidence: reportEvidence(aspect.evidence),
    ...(withheld.length > 0 ? { withheld } : {}),
    ...(isOpen && rule?.fix !== undefined ? { advice: { rule: rule.id, fix: rule.fix } } : {}),
    looked,
    reason: aspect.reason ?? null,
  };
}

function reportCapability(assessed: CapabilityAssessment): ReportCapability {
  const { present, justified, threshold, waived, evidence, hints } = assessed;
  return {
    status: present ? 'present' : 'absent',
    justified,
    ...(threshold === undefined ? {} : { threshold: { from: threshold.from, reason: threshold.reason } }),
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
    content: item.content,
    ...('because' in item ? { because: item.because } : {}),
  }));
}

export function reportFinding({ aspects, at, system, ...finding }: Finding): ReportFinding {
  return {
    ...finding,
    system: system ?? null,
    ...(aspects.length > 0 ? { aspect: aspects.join(',') } : {}),
    at: at ?? null,
  };
}

/** The versions of what made a report: tool, model, and all that the rules say. */
export function reportTool(model: MaturityModel, rules: readonly Rule[], version: string): Report['tool'] {
  return { name: 'stagegate', version, model: model.version, rules: fingerprint(JSON.stringify(rules)) };
}

/** A diagnostic, without the secrets that a parser may have cited. */
export function reportDiagnostic(diagnostic: Diagnostic): Report['diagnostics'][number] {
  return { ...diagnostic, message: withoutCredentials(diagnostic.message) };
}
