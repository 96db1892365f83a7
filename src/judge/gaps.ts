import type { AspectAssessment, Assessment, PracticeAssessment } from '../assess/system.ts';
import type { Aspect } from '../model/maturity.ts';
import type { Level } from '../model/report.ts';
import { type Finding, findingId, type GateSettings } from './finding.ts';
import { isWanted, levelOfGap } from './level.ts';
import { placeOf } from './place.ts';

/** A gap for every practice up to the target that is missing or partial, and what is unknown among them. */
export function judgeGaps(assessment: Assessment, settings: GateSettings): readonly Finding[] {
  const { system, practices } = assessment;
  return practices
    .filter(({ practice }) => isWanted(system, practice.stage))
    .flatMap((practice) => {
      const level = levelOfGap(system, practice.practice.stage, settings.today);
      return [
        ...judgePractice(assessment, practice, level, settings),
        ...judgeUnknown(assessment, practice, level, settings),
      ];
    });
}

function judgePractice(
  assessment: Assessment,
  assessed: PracticeAssessment,
  level: Level,
  settings: GateSettings,
): readonly Finding[] {
  const { practice, status } = assessed;
  if (status !== 'missing' && status !== 'partial') return [];
  const open = assessed.aspects.filter(({ status: is, optional }) => !optional && (is === 'absent' || is === 'hinted'));
  if (open.length === 0) return [];
  const names = open.map(({ id }) => id);
  const words = open.map((aspect) => explainGap(aspect, aspectOf(assessed, aspect)));
  return [
    {
      id: findingId('gap', assessment.system.name, practice.id),
      kind: 'gap',
      level,
      system: assessment.system.name,
      practice: practice.id,
      aspects: names,
      title: `Stage ${practice.stage} needs: ${practice.id} (${names.join(', ')})`,
      message: `${words.join('; ')}. ${practice.why}`,
      fix: open.map((aspect) => aspectOf(assessed, aspect).fix).join(' '),
      ...placeOf(assessment, assessed, open, settings),
    },
  ];
}

function explainGap(aspect: AspectAssessment, { missing }: Aspect): string {
  const [withheld] = aspect.withheld;
  if (withheld) return `${missing} (${withheld.title}, but ${withheld.because})`;
  return missing;
}

/** The model's words for an aspect, whatever its regime. */
export function aspectOf({ practice }: PracticeAssessment, { id }: Pick<AspectAssessment, 'id'>): Aspect {
  const found = practice.aspects.find((aspect) => aspect.id === id.split(':')[0]);
  if (!found) throw new TypeError(`${practice.id} has no aspect ${id}`);
  return found;
}

function judgeUnknown(
  assessment: Assessment,
  assessed: PracticeAssessment,
  level: Level,
  settings: GateSettings,
): readonly Finding[] {
  if (settings.onUnknown === 'ignore') return [];
  return assessed.aspects
    .filter(({ status, optional }) => status === 'unknown' && !optional)
    .map((aspect) => ({
      id: findingId('unknown', assessment.system.name, assessed.practice.id, aspect.id),
      kind: 'unknown',
      level: settings.onUnknown === 'fail' ? level : 'warning',
      system: assessment.system.name,
      practice: assessed.practice.id,
      aspects: [aspect.id],
      title: `Not known: ${assessed.practice.id}/${aspect.id}`,
      message: `${aspect.reason ?? 'it could not be read'}.`,
      fix: `${aspect.settle ?? 'Grant what the message names'}; or attest ${assessed.practice.id}/${aspect.id} in the policy.`,
      ...placeOf(assessment, assessed, [aspect], settings),
    }));
}
