import type { AspectAssessment, Assessment, PracticeAssessment } from '../assess/system.ts';
import type { Location } from '../model/location.ts';
import type { Aspect } from '../model/maturity.ts';
import type { Level } from '../model/report.ts';
import { type Finding, findingId, type GateSettings } from './finding.ts';

/** A gap for every practice up to the target that is missing or partial, and what is unknown or stale among them. */
export function judgeGaps(assessment: Assessment, settings: GateSettings): readonly Finding[] {
  const { target, due } = assessment.system;
  if (target === undefined) return [];
  const level: Level = due !== undefined && settings.today < due ? 'warning' : 'error';
  return assessment.practices
    .filter(({ practice }) => practice.stage <= target)
    .flatMap((practice) => [
      ...judgePractice(assessment, practice, level, settings),
      ...judgeStale(assessment, practice, level, settings),
      ...judgeUnknown(assessment, practice, level, settings),
    ]);
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
      ...place(assessment, assessed, open, settings),
    },
  ];
}

function explainGap(aspect: AspectAssessment, { missing }: Aspect): string {
  const [withheld] = aspect.withheld;
  if (withheld) return `${missing} (${withheld.title}, but ${withheld.because})`;
  return missing;
}

function aspectOf({ practice }: PracticeAssessment, { id }: AspectAssessment): Aspect {
  const found = practice.aspects.find((aspect) => aspect.id === id.split(':')[0]);
  if (!found) throw new TypeError(`${practice.id} has no aspect ${id}`);
  return found;
}

/** The line that can be changed to mend it: contradicted evidence, then what there is of the practice, then the policy. */
function place(
  { system }: Assessment,
  assessed: PracticeAssessment,
  open: readonly AspectAssessment[],
  { policyPath }: GateSettings,
): { readonly at?: Location } {
  const contradicted = open.flatMap(({ withheld }) => withheld);
  const solid = [...open, ...assessed.aspects].flatMap(({ evidence }) =>
    evidence.filter(({ strength }) => strength !== 'hint'),
  );
  const [anchor] = [...contradicted, ...solid];
  if (anchor) return { at: anchor.at };
  return policyPath !== undefined && system.line !== undefined ? { at: { path: policyPath, line: system.line } } : {};
}

function judgeStale(
  assessment: Assessment,
  assessed: PracticeAssessment,
  level: Level,
  settings: GateSettings,
): readonly Finding[] {
  return assessed.aspects
    .filter(({ status, optional }) => status === 'stale' && !optional)
    .map((aspect) => ({
      id: findingId('stale', assessment.system.name, assessed.practice.id, aspect.id),
      kind: 'stale',
      level,
      system: assessment.system.name,
      practice: assessed.practice.id,
      aspects: [aspect.id],
      title: `Out of date: ${assessed.practice.id}/${aspect.id}`,
      message: `${aspect.reason}.`,
      fix: aspectOf(assessed, aspect).fix,
      ...place(assessment, assessed, [aspect], settings),
    }));
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
      fix: 'Grant what the message names, or attest the aspect in the policy.',
      ...place(assessment, assessed, [aspect], settings),
    }));
}
