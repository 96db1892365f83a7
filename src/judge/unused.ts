import { type Entry, endOfEntry, hasBegun } from '../assess/entry.ts';
import type { AspectAssessment, Assessment } from '../assess/system.ts';
import { daysBetween } from '../lib/days.ts';
import { type Finding, findingId, type GateSettings, policyPlace } from './finding.ts';
import { soonDays } from './stale.ts';

/** Attestations and waivers that change nothing: what they stand for is met anyway, is not there, or is not asked for. */
export function judgeUnused(assessment: Assessment, settings: GateSettings): readonly Finding[] {
  const { system } = assessment;
  const entries: readonly (readonly [string, string, Entry])[] = [
    ...system.attest.map((entry) => ['attest', entry.aspect, entry] as const),
    ...system.waive.map((entry) => ['waive', entry.target, entry] as const),
  ];
  return entries.flatMap(([list, target, entry], index) => {
    const reason = findReason(assessment, target, entry, settings.today);
    if (reason === undefined) return [];
    const before = entries.slice(0, index).filter(([other, name]) => other === list && name === target).length;
    return [
      {
        id: findingId('unused-waiver', system.name, list, target, ...(before > 0 ? [String(before + 1)] : [])),
        kind: 'unused-waiver',
        level: 'notice',
        system: system.name,
        aspects: [],
        title: `${list === 'attest' ? 'An attestation' : 'A waiver'} that changes nothing: ${target}`,
        message: `${reason}.`,
        fix: hasBegun(entry, settings.today)
          ? 'Take the entry out of the policy.'
          : 'Write the day on which it was seen.',
        ...policyPlace(settings, entry.line ?? system.line),
      },
    ];
  });
}

/** Whether an entry of the policy holds, for how long, or for nothing. */
export function stateOfEntry(
  assessment: Assessment,
  target: string,
  entry: Entry,
  today: string,
): 'holds' | 'soon-over' | 'over' | 'unused' {
  if (findReason(assessment, target, entry, today) !== undefined) return 'unused';
  const left = daysBetween(today, endOfEntry(entry, monthsOf(assessment, target)));
  if (left < 0) return 'over';
  return left <= soonDays ? 'soon-over' : 'holds';
}

function monthsOf({ practices }: Assessment, target: string): number | undefined {
  const practice = practices.find(({ practice: { id } }) => target.startsWith(`${id}/`))?.practice;
  return practice?.aspects.find(({ id }) => `${practice.id}/${id}` === target.split(':')[0])?.['within-months'];
}

function findReason(assessment: Assessment, target: string, entry: Entry, today: string): string | undefined {
  const capability = assessment.capabilities.find(({ id }) => id === target);
  if (capability) {
    if (!capability.present) return `no ${target} was found`;
    return capability.justified ? 'the declared scale justifies it' : undefined;
  }
  const aspect = findAspect(assessment, target);
  if (!aspect) return "it names a regime that is not among the system's regimes";
  if (aspect.entry === entry) return undefined;
  const [proof] = aspect.evidence;
  if (aspect.status === 'proven') return `it is proven anyway${proof ? `, by ${proof.at.path}:${proof.at.line}` : ''}`;
  if (aspect.entry && aspect.status !== 'stale') return `another entry stands for it: ${aspect.reason}`;
  return 'on' in entry && !hasBegun(entry, today) ? `it holds from ${entry.on} on, which is still to come` : undefined;
}

function findAspect({ practices }: Assessment, target: string): AspectAssessment | undefined {
  return practices
    .flatMap(({ practice, aspects }) => aspects.map((aspect) => ({ name: `${practice.id}/${aspect.id}`, aspect })))
    .find(({ name }) => name === target)?.aspect;
}
