import type { AspectAssessment, Assessment, PracticeAssessment } from '../assess/system.ts';
import type { FactKind } from '../model/fact.ts';
import type { Location } from '../model/location.ts';
import { type GateSettings, policyPlace } from './finding.ts';

/** That a file is there, who owns it and what is set elsewhere show no line that could be changed. */
const standsApart: readonly FactKind[] = ['file', 'owner', 'setting'];

/** The line that can be changed to mend it: contradicted evidence, then what there is of the practice, then the policy. */
export function placeOf(
  { system }: Assessment,
  assessed: PracticeAssessment,
  open: readonly AspectAssessment[],
  settings: GateSettings,
): { readonly at?: Location } {
  // A setting stands in no file.
  const contradicted = open.flatMap(({ withheld }) => withheld).filter(({ factKind }) => factKind !== 'setting');
  const solid = [...open, ...assessed.aspects].flatMap(({ evidence }) =>
    evidence.filter(({ strength, factKind }) => strength !== 'hint' && !standsApart.includes(factKind)),
  );
  const [anchor] = [...contradicted, ...solid];
  return anchor ? { at: anchor.at } : policyPlace(settings, system.line);
}
