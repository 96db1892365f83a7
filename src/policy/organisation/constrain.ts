import type { PolicyConflict } from '../../model/policy.ts';
import type { System } from '../../model/system.ts';
import { modes } from '../schema.ts';
import { siftEntries } from './entries.ts';
import { type Layer, sourceOf } from './parse.ts';
import { compareSettings, type Settings } from './settings.ts';
import { answersToUnknown, type Mode, type OnUnknown, strictest } from './strictness.ts';
import { siftThresholds } from './thresholds.ts';

/** A team's policy held to what stands above it. */
export type Constrained = {
  readonly systems?: readonly System[];
  readonly onUnknown?: OnUnknown;
  /** The mode that nothing may weaken, and where it is asked for. */
  readonly leastMode?: { readonly mode: Mode; readonly source: string };
  readonly conflicts: readonly PolicyConflict[];
};

/**
 * Holds the settings, waivers and attestations of a team's policy to the layers above it, from the nearest on: the
 * stricter counts, and where the team asked for less it is told with both lines. `today` is ISO.
 */
export function constrainPolicy(
  systems: readonly System[] | undefined,
  team: Settings,
  layers: readonly Layer[],
  today: string,
): Constrained {
  const entries = siftEntries(systems ?? [], layers, team, today);
  const thresholds = siftThresholds(entries.systems, layers, team);
  const onUnknown = strictest(
    answersToUnknown,
    [team, ...layers].map(({ policy }) => policy.gate?.['on-unknown']),
  );
  const mode = strictest(
    modes,
    layers.map(({ policy }) => policy.mode),
  );
  const strict = layers.find(({ policy }) => policy.mode === mode);
  return {
    ...(systems === undefined ? {} : { systems: thresholds.systems }),
    ...(onUnknown === undefined ? {} : { onUnknown }),
    ...(mode === undefined || !strict ? {} : { leastMode: { mode, source: sourceOf(strict, ['mode']) } }),
    conflicts: [...compareSettings([team, ...layers]), ...entries.conflicts, ...thresholds.conflicts],
  };
}
