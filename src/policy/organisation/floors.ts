import type { Stage } from '../../model/maturity.ts';
import type { PolicyConflict } from '../../model/policy.ts';
import type { Floor, System } from '../../model/system.ts';
import { type Layer, sourceOf } from './parse.ts';
import type { LeastTarget } from './schema.ts';
import type { Settings } from './settings.ts';

/**
 * Holds the targets of systems to the least ones. Takes systems whose kind is known as far as it can be, since a floor
 * may ask for it.
 */
export function holdTargets(
  systems: readonly System[],
  team: Settings,
  layers: readonly Layer[],
  today: string,
): { readonly systems: readonly System[]; readonly conflicts: readonly PolicyConflict[] } {
  return {
    systems: systems.map((system) => raiseTarget(system, layers)),
    conflicts: systems.flatMap((system) => compareTarget(system, floorsOf(system, layers), team, today)),
  };
}

/** A system with the least target that the layers ask of it: the higher one holds, and each floor keeps its own day. */
function raiseTarget(system: System, layers: readonly Layer[]): System {
  const floors = floorsOf(system, layers);
  const [highest] = floors;
  if (!highest) return system;
  const { target, due, ...rest } = system;
  if (target !== undefined && target >= highest.stage) return { ...system, floors };
  // The team's own bar stays one, with its own day, below the one that is asked for.
  const own: readonly Floor[] = target === undefined ? [] : [{ stage: target, ...dueOf(due) }];
  const source = highest.source === undefined ? {} : { targetSource: highest.source };
  return { ...rest, target: highest.stage, ...dueOf(highest.due), ...source, floors: [...floors, ...own] };
}

/** The floors under a system, the highest stage first, of one stage the earliest day. */
function floorsOf(system: System, layers: readonly Layer[]): readonly Floor[] {
  return layers
    .flatMap((layer) =>
      (layer.policy.targets ?? []).map((least, index) => ({ least, source: sourceOf(layer, ['targets', index]) })),
    )
    .filter(({ least }) => isMeant(system, least))
    .map(({ least, source }) => ({ stage: least.target as Stage, ...dueOf(least.due), source }))
    .sort((a, b) => b.stage - a.stage || ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
}

function dueOf(due: string | undefined): { readonly due?: string } {
  return due === undefined ? {} : { due };
}

function isMeant(system: System, { kind, lifecycle, audience, regulated }: LeastTarget): boolean {
  return (
    isAmong(system.kind, kind) &&
    isAmong(system.lifecycle, lifecycle) &&
    isAmong(system.audience, audience) &&
    (regulated === undefined || regulated === (system.regulated !== undefined))
  );
}

function isAmong(word: string | undefined, words: readonly string[] | undefined): boolean {
  return words === undefined || words.some((other) => other === word);
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
