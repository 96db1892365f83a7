import type { MaturityModel, Symptom } from '../../model/maturity.ts';
import type { ReportEvidence, ReportSystem } from '../../model/report.ts';

export type SymptomView = { readonly symptom: Symptom; readonly evidence: readonly ReportEvidence[] };

/** The traits of Stage 1 that were seen. They explain a stage and never change it. */
export function listSymptoms(system: ReportSystem, model: MaturityModel): readonly SymptomView[] {
  return model.symptoms.flatMap((symptom) => {
    const found = system.symptoms[symptom.id];
    return found?.status === 'present' ? [{ symptom, evidence: found.evidence }] : [];
  });
}
