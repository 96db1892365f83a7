import type { Location } from '../model/location.ts';
import type { Stage } from '../model/maturity.ts';
import type { PolicyConflict } from '../model/policy.ts';
import type { Level, Mode } from '../model/report.ts';
import type { FoundSystem, System } from '../model/system.ts';

/** Kinds of finding, what blocks most first. */
export const findingKinds = [
  'regression',
  'gap',
  'stale',
  'over-investment',
  'policy-conflict',
  'scope-creep',
  'unknown',
  'policy-change',
  'undeclared-system',
  'everything-governed',
  'review-overdue',
  'premature-target',
  'low-target',
  'unused-waiver',
  'symptom',
] as const;

/** Something that the gate tells. */
export type Finding = {
  /** Of kind, system and subject, never of a place: it survives edits and moves. */
  readonly id: string;
  readonly kind: (typeof findingKinds)[number];
  readonly level: Level;
  /** Left out where it is about the repository. */
  readonly system?: string;
  readonly practice?: string;
  readonly aspects: readonly string[];
  readonly capability?: string;
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  readonly at?: Location;
};

/** How the gate was told to judge. */
export type GateSettings = {
  readonly mode: Mode;
  readonly onUnknown: 'warn' | 'fail' | 'ignore';
  /** ISO. */
  readonly today: string;
  /** Where a system's entry stands, for findings that have no better place. */
  readonly policyPath?: Location['path'];
  /** What is judged of the policy itself; left out where there is none. */
  readonly review?: PolicyReview;
};

/** A policy beside what was found, whichever of its systems were chosen. */
export type PolicyReview = {
  readonly declared: readonly System[];
  /** Systems that were found and that no declared one covers, each with the place that shows it. */
  readonly undeclared: readonly FoundSystem[];
  /** The stage that each declared system's profile calls for, by its name; none for a pilot. */
  readonly recommended: ReadonlyMap<string, Stage>;
  /** The day of the last review, ISO. */
  readonly reviewed?: string;
  readonly conflicts: readonly PolicyConflict[];
  /** The line of a key at the top of the policy. */
  readonly lines: Readonly<Record<string, number>>;
};

export function findingId(...parts: readonly string[]): string {
  return parts.join(':');
}

/** A line of the policy as a place, where the policy lies in the repository. */
export function policyPlace({ policyPath }: GateSettings, line: number | undefined): { readonly at?: Location } {
  return policyPath !== undefined && line !== undefined ? { at: { path: policyPath, line } } : {};
}
