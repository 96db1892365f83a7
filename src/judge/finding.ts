import type { Location } from '../model/location.ts';
import type { Level } from '../model/report.ts';

/** Something that the gate tells. */
export type Finding = {
  /** Of kind, system and subject, never of a place: it survives edits and moves. */
  readonly id: string;
  readonly kind: 'gap' | 'over-investment' | 'unknown' | 'stale' | 'symptom';
  readonly level: Level;
  readonly system: string;
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
  readonly mode: 'observe' | 'ratchet' | 'enforce';
  readonly onUnknown: 'warn' | 'fail' | 'ignore';
  /** ISO. */
  readonly today: string;
  /** Where a system's entry stands, for findings that have no better place. */
  readonly policyPath?: Location['path'];
};

export function findingId(...parts: readonly string[]): string {
  return parts.join(':');
}
