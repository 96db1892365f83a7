import type { AspectAssessment, Assessment, PracticeAssessment } from '../assess/system.ts';
import type { Location } from '../model/location.ts';
import { type GateSettings, policyPlace } from './finding.ts';

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
    // That a file is there shows no line that could be changed.
    evidence.filter(({ strength, factKind }) => strength !== 'hint' && factKind !== 'file' && factKind !== 'setting'),
  );
  const [anchor] = [...contradicted, ...solid];
  return anchor ? { at: anchor.at } : policyPlace(settings, system.line);
}
