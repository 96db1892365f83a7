import type { Stage } from '../../model/maturity.ts';
import type { Floor, System } from '../../model/system.ts';
import { type Layer, sourceOf } from './parse.ts';
import type { LeastTarget } from './schema.ts';

/** A system with the least target that the layers ask of it: the higher one holds, and each floor keeps its own day. */
export function raiseTarget(system: System, layers: readonly Layer[]): System {
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
export function floorsOf(system: System, layers: readonly Layer[]): readonly Floor[] {
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
