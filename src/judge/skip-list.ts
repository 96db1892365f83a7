import type { Assessment, CapabilityAssessment } from '../assess/system.ts';
import type { Capability, MaturityModel } from '../model/maturity.ts';
import { type Finding, findingId } from './finding.ts';

/** A capability that is there although the declared scale does not call for it: an error for targets 3 and 4, else a warning. */
export function judgeSkipList(assessment: Assessment, model: MaturityModel): readonly Finding[] {
  return assessment.capabilities
    .filter(({ present, justified, waived }) => present && !justified && waived === undefined)
    .flatMap((found) => {
      const capability = model.capabilities.find(({ id }) => id === found.id);
      return capability ? [overInvestment(assessment, found, capability)] : [];
    });
}

function overInvestment({ system }: Assessment, found: CapabilityAssessment, capability: Capability): Finding {
  const [first] = found.evidence;
  const { scale, words } = capability.justified;
  const declared = system.scale[scale];
  const { threshold } = found;
  const from = threshold ? `scale.${scale}: ${threshold.from}, by the policy (${threshold.reason})` : words;
  return {
    id: findingId('over-investment', system.name, found.id),
    kind: 'over-investment',
    level: (system.target ?? 1) >= 3 ? 'error' : 'warning',
    system: system.name,
    aspects: [],
    capability: found.id,
    title: `Bought early: ${found.id}`,
    message: `${first?.title ?? capability.title}; it is worth it from ${from}, and ${declared === undefined ? `no scale.${scale} is declared` : `${declared} are declared`}. ${capability.why}`,
    fix: capability.instead,
    ...(first ? { at: first.at } : {}),
  };
}

/** A trait of Stage 1 at the place where it stands. It explains and changes nothing. */
export function judgeSymptoms(assessment: Assessment, model: MaturityModel): readonly Finding[] {
  return assessment.symptoms.flatMap(({ id, evidence: [first] }) => {
    const symptom = model.symptoms.find((candidate) => candidate.id === id);
    if (!first || !symptom) return [];
    const { name } = assessment.system;
    return [
      {
        id: findingId('symptom', name, id),
        kind: 'symptom' as const,
        level: 'notice' as const,
        system: name,
        aspects: [],
        title: `A trait of Stage 1: ${id}`,
        message: `${first.title}. ${symptom.why}`,
        fix: symptom.fix,
        at: first.at,
      },
    ];
  });
}
