import type { PolicyConflict } from '../../model/policy.ts';
import type { Floor, System } from '../../model/system.ts';
import { modes } from '../schema.ts';
import { siftEntries } from './entries.ts';
import { floorsOf, raiseTarget } from './floors.ts';
import { type Layer, sourceOf } from './parse.ts';
import { compareSettings, type Settings } from './settings.ts';
import { answersToUnknown, type Mode, type OnUnknown, strictest } from './strictness.ts';

/** A team's policy before and after what stands above it. */
export type Constrained = {
  readonly systems?: readonly System[];
  readonly onUnknown?: OnUnknown;
  /** The mode that nothing may weaken, and where it is asked for. */
  readonly leastMode?: { readonly mode: Mode; readonly source: string };
  readonly conflicts: readonly PolicyConflict[];
};

/**
 * Holds a team's policy to the layers above it, from the nearest on: the stricter counts, and where the team asked for
 * less it is told with both lines. `today` is ISO.
 */
export function constrainPolicy(
  systems: readonly System[] | undefined,
  team: Settings,
  layers: readonly Layer[],
  today: string,
): Constrained {
  const sifted = siftEntries(systems ?? [], layers, team, today);
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
    ...(systems === undefined ? {} : { systems: sifted.systems.map((system) => raiseTarget(system, layers)) }),
    ...(onUnknown === undefined ? {} : { onUnknown }),
    ...(mode === undefined || !strict ? {} : { leastMode: { mode, source: sourceOf(strict, ['mode']) } }),
    conflicts: [
      ...compareSettings([team, ...layers]),
      ...(systems ?? []).flatMap((system) => compareTarget(system, floorsOf(system, layers), team, today)),
      ...sifted.conflicts,
    ],
  };
}

/** A target below the floor, or a day after that of the floor. */
function compareTarget(
  system: System,
  [highest]: readonly Floor[],
  team: Settings,
  today: string,
): readonly PolicyConflict[] {
  const { target, due, name } = system;
  if (!highest || target === undefined || target > highest.stage) return [];
  const asked = highest.source;
  if (target < highest.stage) {
    const title = `The target is below the least one: ${target} instead of ${highest.stage}`;
    const [here, at] = placeOf(team, ['systems', name, 'target']);
    const message = `target: ${target} (${here}) is below target: ${highest.stage} (${asked}), so ${highest.stage} holds.`;
    return [{ id: 'target', system: name, title, message, fix: `Set the target to ${highest.stage}.`, ...at }];
  }
  const latest = highest.due ?? today;
  if (due === undefined || due <= latest) return [];
  const [here, at] = placeOf(team, ['systems', name, 'due']);
  const when = highest.due ?? 'now';
  const title = `The target is due later than allowed: ${due} instead of ${when}`;
  const message = `due: ${due} (${here}) is later than ${when} (${asked}), so ${when} holds.`;
  return [{ id: 'due', system: name, title, message, fix: 'Take due out, or set it to an earlier day.', ...at }];
}

function placeOf({ name, path, lines }: Settings, keys: readonly string[]) {
  const line = lines(keys);
  return [`${name}:${line}`, path === undefined ? {} : { at: { path, line } }] as const;
}
