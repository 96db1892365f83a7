import type { Report, ReportEvidence, ReportSystem } from '../src/model/report.ts';
import type { LabelledSystem, Verdict } from './labels.ts';

/** One comparison of a label with the report. */
export type Comparison = {
  readonly repository: string;
  readonly system: string;
  /** `aspect`, `capability` or `symptom`, and its id. */
  readonly family: 'aspect' | 'capability' | 'symptom';
  readonly id: string;
  readonly label: string;
  readonly said: string;
  readonly labelAt: readonly string[];
  readonly saidAt: readonly string[];
  readonly why: string;
};

/** What the label file calls it: a hinted, stale or missing aspect counts as absent. */
function saidOfAspect(status: string): string {
  return status === 'proven' || status === 'unknown' ? status : 'absent';
}

/** Compares one labelled system with the report's; borderline labels are left out. */
export function compareSystem(repository: string, labelled: LabelledSystem, report: Report): readonly Comparison[] {
  const system = report.systems.find(({ name }) => name === labelled.name);
  if (!system) throw new Error(`${repository}: the report has no system ${labelled.name}`);
  return [...compareAspects(system, labelled), ...compareLists(system, labelled)]
    .filter(({ label }) => label !== 'borderline')
    .map((comparison) => ({ ...comparison, repository, system: labelled.name }));
}

type Bare = Omit<Comparison, 'repository' | 'system'>;

function compareAspects(system: ReportSystem, labelled: LabelledSystem): readonly Bare[] {
  return Object.entries(labelled.aspects).map(([id, verdict]) => {
    const [practice = '', aspect = ''] = id.split('/');
    const found = system.practices[practice]?.aspects[aspect];
    if (!found) throw new Error(`the report has no aspect ${id}`);
    return bare('aspect', id, verdict, saidOfAspect(found.status), found.evidence);
  });
}

function compareLists(system: ReportSystem, labelled: LabelledSystem): readonly Bare[] {
  const capabilities = Object.entries(labelled.capabilities).map(([id, verdict]) => {
    const found = system.capabilities[id];
    return bare('capability', id, verdict, found?.status ?? 'absent', found?.evidence ?? []);
  });
  const symptoms = Object.entries(labelled.symptoms).map(([id, verdict]) => {
    const found = system.symptoms[id];
    return bare('symptom', id, verdict, found?.status ?? 'absent', found?.evidence ?? []);
  });
  return [...capabilities, ...symptoms];
}

function bare(
  family: Bare['family'],
  id: string,
  verdict: Verdict,
  said: string,
  evidence: readonly ReportEvidence[],
): Bare {
  const saidAt = evidence.map(({ path, line, rule }) => `${path}:${line} [${rule}]`);
  return { family, id, label: verdict.verdict, said, labelAt: verdict.at ?? [], saidAt, why: verdict.why ?? '' };
}

export type Score = {
  readonly compared: number;
  readonly agreed: number;
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
};

const positive = new Set(['proven', 'present']);

/** Counts agreement, and precision and recall of what is said to be there. */
export function scoreOf(comparisons: readonly Comparison[]): Score {
  const count = (test: (comparison: Comparison) => boolean) => comparisons.filter(test).length;
  return {
    compared: comparisons.length,
    agreed: count(({ label, said }) => label === said),
    truePositive: count(({ label, said }) => positive.has(label) && positive.has(said)),
    falsePositive: count(({ label, said }) => !positive.has(label) && positive.has(said)),
    falseNegative: count(({ label, said }) => positive.has(label) && !positive.has(said)),
  };
}

export function describeScore({ compared, agreed, truePositive, falsePositive, falseNegative }: Score): string {
  const ratio = (part: number, whole: number) => (whole === 0 ? '   –' : (part / whole).toFixed(2));
  return [
    `agree ${agreed}/${compared}`,
    `precision ${ratio(truePositive, truePositive + falsePositive)}`,
    `recall ${ratio(truePositive, truePositive + falseNegative)}`,
    `(${truePositive} right, ${falsePositive} wrong, ${falseNegative} missed)`,
  ].join('  ');
}
