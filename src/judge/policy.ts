import { daysBetween } from '../lib/days.ts';
import { joinWords } from '../lib/english.ts';
import type { System } from '../model/system.ts';
import { type Finding, findingId, type GateSettings, type PolicyReview, policyPlace } from './finding.ts';

/** Days after which a policy is due for its quarterly review. */
export const reviewDays = 92;

/** Systems from which on Stage 4 for every one is told. */
const manySystems = 3;

/** What there is to say of the policy itself. */
export function judgePolicy(settings: GateSettings): readonly Finding[] {
  const { review } = settings;
  if (!review) return [];
  return [
    ...judgeConflicts(review),
    ...judgeUndeclared(review, settings),
    ...judgeEverythingGoverned(review, settings),
    ...judgeReview(review, settings),
  ];
}

/** A target above or below what the profile of a system calls for. */
export function judgeTarget(system: System, settings: GateSettings): readonly Finding[] {
  const { target, floors = [], name } = system;
  const { review } = settings;
  if (!review || target === undefined) return [];
  const recommended = review.recommended.get(name);
  const place = policyPlace(settings, system.targetLine ?? system.line);
  // A pilot may prepare for the users to come; more than that is early.
  const highest = recommended ?? 2;
  if (target > highest && floors.every(({ stage }) => stage < target)) return [premature(system, recommended, place)];
  if (recommended === undefined || target >= recommended) return [];
  return [
    {
      id: findingId('low-target', name),
      kind: 'low-target',
      level: 'notice',
      system: name,
      aspects: [],
      title: `The target is below the recommendation: ${target} instead of ${recommended}`,
      message: `Stage ${recommended} is recommended for ${describeProfile(system)}.`,
      fix: `Set the target to ${recommended}, or correct the profile.`,
      ...place,
    },
  ];
}

function premature(system: System, recommended: number | undefined, place: Pick<Finding, 'at'>): Finding {
  const { target, name } = system;
  return {
    id: findingId('premature-target', name),
    kind: 'premature-target',
    level: 'notice',
    system: name,
    aspects: [],
    title: `The target is above the recommendation: ${target} instead of ${recommended ?? 'none'}`,
    message:
      recommended === undefined
        ? 'A pilot may stay at Stage 1, and needs Stage 2 before users depend on it; more slows it down.'
        : `Stage ${recommended} is enough for ${describeProfile(system)}; more costs weeks and upkeep.`,
    fix:
      recommended === undefined
        ? 'Take the target out, or set it to 2.'
        : `Set the target to ${recommended}, or correct the profile.`,
    ...place,
  };
}

function describeProfile({ lifecycle, audience, regulated }: System): string {
  const words = [
    lifecycle === undefined ? [] : [`lifecycle ${lifecycle}`],
    audience === undefined ? [] : [`audience ${audience}`],
    regulated === undefined ? [] : [`regulated (${regulated})`],
  ].flat();
  return words.length === 0 ? 'a system without a declared profile' : `a system with ${joinWords(words)}`;
}

function judgeConflicts({ conflicts }: PolicyReview): readonly Finding[] {
  return conflicts.map(({ id, ...told }) => ({
    id: findingId('policy-conflict', ...(told.system === undefined ? [] : [told.system]), id),
    kind: 'policy-conflict',
    level: 'error',
    aspects: [],
    ...told,
  }));
}

function judgeUndeclared({ undeclared }: PolicyReview, settings: GateSettings): readonly Finding[] {
  return undeclared.map(({ name, folder, kind, at }) => {
    const where = folder === '' ? 'the top of the repository' : folder;
    return {
      id: findingId('undeclared-system', folder),
      kind: 'undeclared-system',
      level: 'warning',
      aspects: [],
      title: `A system is not declared: ${name}`,
      message: `${kind === undefined ? 'An AI system' : `A system that looks like ${kind}`} was found in ${where}, and no declared system covers it.`,
      fix: `Declare it under systems in ${settings.policyPath ?? 'the policy'}. If it is a part of another system, include its folder there; if it is none, exclude it there.`,
      at,
    };
  });
}

function judgeEverythingGoverned({ declared, lines }: PolicyReview, settings: GateSettings): readonly Finding[] {
  if (declared.length < manySystems || declared.some(({ target }) => target !== 4)) return [];
  return [
    {
      id: findingId('everything-governed'),
      kind: 'everything-governed',
      level: 'warning',
      aspects: [],
      title: `Stage 4 is the target of all ${declared.length} systems`,
      message:
        'Stage 4 is for regulated systems, very high volume, or a name at risk; hardly a team needs it everywhere.',
      fix: 'Keep Stage 4 for the systems whose profile calls for it, and set the others to 3.',
      ...policyPlace(settings, lines.systems),
    },
  ];
}

function judgeReview({ reviewed, lines }: PolicyReview, settings: GateSettings): readonly Finding[] {
  const days = reviewed === undefined ? 0 : daysBetween(reviewed, settings.today);
  if (days <= reviewDays) return [];
  return [
    {
      id: findingId('review-overdue'),
      kind: 'review-overdue',
      level: 'warning',
      aspects: [],
      title: 'The quarterly review is overdue',
      message: `The policy was last reviewed on ${reviewed}, ${days} days ago. Systems drift, and new ones begin at Stage 1.`,
      fix: 'Go through systems, profiles, targets, attestations and waivers, and set reviewed to the day you did.',
      ...policyPlace(settings, lines.reviewed),
    },
  ];
}
