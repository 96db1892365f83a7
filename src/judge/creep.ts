import { isEnough } from '../assess/aspect.ts';
import type { Assessment, PracticeAssessment } from '../assess/system.ts';
import type { Evidence } from '../model/evidence.ts';
import type { System } from '../model/system.ts';
import { type Finding, findingId, type GateSettings } from './finding.ts';

/** Proof of a costly Stage 4 practice for a system that is targeted lower. What another system at Stage 4 shares is its own. */
export function judgeCreep(assessment: Assessment, settings: GateSettings): readonly Finding[] {
  const { target } = assessment.system;
  if (target === undefined || target > 3) return [];
  return assessment.practices
    .filter(({ practice }) => practice.stage === 4)
    .flatMap((practice) => judgePractice(assessment.system, practice, settings));
}

function judgePractice(
  system: System,
  { practice, aspects }: PracticeAssessment,
  settings: GateSettings,
): readonly Finding[] {
  const built = aspects
    .filter(({ status }) => status === 'proven')
    .map(({ id, evidence }) => ({ id, evidence: evidence.filter((item) => isBuiltFor(system, item, settings)) }))
    .filter(({ evidence }) => isEnough(evidence));
  const [first] = built.flatMap(({ evidence }) => evidence);
  if (!first) return [];
  const isCalledFor = settings.review?.recommended.get(system.name) === 4;
  return [
    {
      id: findingId('scope-creep', system.name, practice.id),
      kind: 'scope-creep',
      level: 'warning',
      system: system.name,
      practice: practice.id,
      aspects: built.map(({ id }) => id),
      title: `Beyond the target: ${practice.id}`,
      message: `${first.title}; that is Stage 4, and the target is ${system.target}. Such work costs weeks that the stages before it need.`,
      fix: isCalledFor
        ? 'Raise the target to 4, which the profile calls for, or leave this until then.'
        : 'Leave it until the target is 4, and put the work into what blocks the next stage.',
      at: first.at,
    },
  ];
}

function isBuiltFor(system: System, { costly, at }: Evidence, { review }: GateSettings): boolean {
  if (!costly) return false;
  const isOwn = system.root !== '' && at.path.startsWith(`${system.root}/`);
  return isOwn || !review?.declared.some((other) => other.name !== system.name && other.target === 4);
}
