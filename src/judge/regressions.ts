import type { Assessment } from '../assess/system.ts';
import type { Comparison, Regression } from '../model/comparison.ts';
import { type Location, repoPath } from '../model/location.ts';
import { describeGone } from '../model/loss-words.ts';
import type { Level } from '../model/report.ts';
import { type Finding, findingId, type GateSettings, policyPlace } from './finding.ts';
import { aspectOf } from './gaps.ts';

/** A finding for every aspect that the base satisfied and the head does not, with the evidence that went and its place on the base. */
export function judgeRegressions(
  comparison: Comparison,
  assessments: readonly Assessment[],
  settings: GateSettings,
): readonly Finding[] {
  return comparison.systems.flatMap(({ name, regressions }) => {
    const assessment = assessments.find(({ system }) => system.name === name);
    return assessment ? regressions.flatMap((lost) => judgeRegression(lost, assessment, settings)) : [];
  });
}

function judgeRegression(lost: Regression, assessment: Assessment, settings: GateSettings): readonly Finding[] {
  const { system, practices } = assessment;
  const assessed = practices.find(({ practice }) => practice.id === lost.practice);
  const level = levelOf(lost, assessment, settings);
  if (!assessed || level === undefined) return [];
  const { fix } = aspectOf(assessed, { id: lost.aspect });
  return [
    {
      id: findingId('regression', system.name, lost.practice, lost.aspect),
      kind: 'regression',
      level,
      system: system.name,
      practice: lost.practice,
      aspects: [lost.aspect],
      title: `No longer ${lost.from === 'proven' ? 'proven' : 'met'}: ${lost.practice} (${lost.aspect})`,
      message: `${explain(lost)}. ${assessed.practice.why}`,
      fix: `Bring it back, or show it another way: ${fix}`,
      ...placeOfLoss(lost, assessment, settings),
    },
  ];
}

/** What can't be known any more is not lost for certain; what the target does not ask for may go. */
function levelOf(
  { stage, optional, to }: Regression,
  { system: { target } }: Assessment,
  { mode, onUnknown }: GateSettings,
): Level | undefined {
  if (to === 'unknown' && onUnknown !== 'fail') return onUnknown === 'ignore' ? undefined : 'warning';
  if (optional) return 'warning';
  return mode === 'enforce' && (target === undefined || stage > target) ? 'warning' : 'error';
}

function explain({ gone, to, reason }: Regression): string {
  const why = reason ?? (gone.length === 0 ? `what the base had is only ${to} here` : undefined);
  return [...describeGone(gone), ...(why === undefined ? [] : [why])].join('; ');
}

/** Where it can be mended: what contradicts it, the file that showed it, or the system's entry in the policy. */
function placeOfLoss({ gone }: Regression, { system }: Assessment, settings: GateSettings): { readonly at?: Location } {
  const [now] = gone.flatMap((item) => item.now ?? []);
  const place = now ?? gone.find(({ how }) => how === 'unmatched');
  if (place) return { at: { path: repoPath(place.path), line: place.line } };
  return policyPlace(settings, system.line);
}
