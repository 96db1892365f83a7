import { isEnough } from '../assess/aspect.ts';
import { type Entry, endOfEntry, findEnded, findHolding } from '../assess/entry.ts';
import type { AspectAssessment, Assessment, PracticeAssessment } from '../assess/system.ts';
import { daysAfter, daysBetween, monthsBefore } from '../lib/days.ts';
import { countOf } from '../lib/english.ts';
import type { Level } from '../model/report.ts';
import { type Finding, findingId, type GateSettings, policyPlace } from './finding.ts';
import { aspectOf } from './gaps.ts';
import { isWanted, levelOfGap } from './level.ts';
import { placeOf } from './place.ts';

/** Days before its end from which something that ends is told. */
export const soonDays = 30;

/** What is past its date, and what is about to be: an error for what the target needs, a warning for 30 days before. */
export function judgeStale(assessment: Assessment, settings: GateSettings): readonly Finding[] {
  const aspects = assessment.practices.flatMap((practice) =>
    practice.aspects.flatMap((aspect) => judgeAspect(assessment, practice, aspect, settings)),
  );
  return [...aspects, ...judgeCapabilityWaivers(assessment, settings)];
}

function judgeAspect(
  assessment: Assessment,
  assessed: PracticeAssessment,
  aspect: AspectAssessment,
  settings: GateSettings,
): readonly Finding[] {
  const { system } = assessment;
  const { practice } = assessed;
  const isNeeded = !aspect.optional && isWanted(system, practice.stage);
  const name = `${practice.id}/${aspect.id}`;
  const told = describeAspect(aspect, aspectOf(assessed, aspect)['within-months'], settings.today);
  // A document of a stage that nobody aims at may grow old in peace; the team's own word may not.
  if (!told || (!isNeeded && !aspect.entry)) return [];
  const wanted: Level = told.isOver ? levelOfGap(system, practice.stage, settings.today) : 'warning';
  return [
    {
      id: findingId('stale', system.name, practice.id, aspect.id),
      kind: 'stale',
      level: isNeeded ? wanted : 'notice',
      system: system.name,
      practice: practice.id,
      aspects: [aspect.id],
      title: `${told.isOver ? 'Out of date' : 'Soon out of date'}: ${name}`,
      message: told.message,
      fix: `${aspect.entry ? `${renewal(aspect.entry)} Or prove it: ` : ''}${aspectOf(assessed, aspect).fix}`,
      ...(aspect.entry
        ? policyPlace(settings, aspect.entry.line ?? system.line)
        : placeOf(assessment, assessed, [aspect], settings)),
    },
  ];
}

type Told = { readonly isOver: boolean; readonly message: string };

function describeAspect(aspect: AspectAssessment, months: number | undefined, today: string): Told | undefined {
  if (aspect.status === 'stale') return { isOver: true, message: `${aspect.reason ?? 'its date is past'}.` };
  if (aspect.entry) {
    const left = daysBetween(today, endOfEntry(aspect.entry, months));
    return left > soonDays ? undefined : { isOver: false, message: `${aspect.reason}; ${inDays(left)}.` };
  }
  if (aspect.status !== 'proven' || months === undefined) return undefined;
  return describeAging(aspect, months, today);
}

/** Dated evidence that will not be enough in thirty days. */
function describeAging({ evidence }: AspectAssessment, months: number, today: string): Told | undefined {
  const oldest = monthsBefore(daysAfter(today, soonDays + 1), months);
  if (isEnough(evidence.filter(({ date = '' }) => date >= oldest))) return undefined;
  const dates = [...new Set(evidence.map(({ date = '' }) => date))].sort().reverse();
  const last = dates.find((date) => isEnough(evidence.filter((other) => (other.date ?? '') >= date))) ?? today;
  const left = daysBetween(today, monthsBefore(last, -months));
  return {
    isOver: false,
    message: `last dated ${last}, which counts for ${countOf(months, 'month')}; ${inDays(left)}.`,
  };
}

function inDays(left: number): string {
  return left === 0 ? 'today is its last day' : `it ends in ${countOf(left, 'day')}`;
}

function renewal(entry: Entry): string {
  return 'on' in entry
    ? 'Attest it anew, with the day and the link of the latest record.'
    : 'Waive it anew with a reason and an end, if the reason still holds.';
}

/** A waiver of something that was bought early. Once it is over, the over-investment itself is told beside it. */
function judgeCapabilityWaivers({ system, capabilities }: Assessment, settings: GateSettings): readonly Finding[] {
  return capabilities
    .filter(({ present, justified }) => present && !justified)
    .flatMap(({ id }) => {
      const waivers = system.waive.filter(({ target }) => target === id);
      const holding = findHolding(waivers, undefined, settings.today);
      const waiver = holding ?? findEnded(waivers, undefined, settings.today);
      if (!waiver || (holding && daysBetween(settings.today, holding.until) > soonDays)) return [];
      const left = daysBetween(settings.today, waiver.until);
      return [
        {
          id: findingId('stale', system.name, id),
          kind: 'stale' as const,
          level: 'warning' as const,
          system: system.name,
          aspects: [],
          capability: id,
          title: `${holding ? 'Soon out of date' : 'Out of date'}: the waiver of ${id}`,
          message: `waived by ${waiver.owner} until ${waiver.until}: ${waiver.reason}; ${holding ? inDays(left) : 'which is over'}.`,
          fix: `${renewal(waiver)} Or take out what it waives.`,
          ...policyPlace(settings, waiver.line ?? system.line),
        },
      ];
    });
}
