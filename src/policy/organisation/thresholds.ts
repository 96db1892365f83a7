import type { PolicyConflict } from '../../model/policy.ts';
import type { System } from '../../model/system.ts';
import { isPartOf } from './entries.ts';
import { type Layer, sourceOf } from './parse.ts';
import type { Settings } from './settings.ts';

/** Takes out the thresholds of capabilities that nobody may waive: a threshold of one's own is a waiver by another name. */
export function siftThresholds(
  systems: readonly System[],
  layers: readonly Layer[],
  team: Settings,
): { readonly systems: readonly System[]; readonly conflicts: readonly PolicyConflict[] } {
  // Every system has those of the whole policy.
  const all = systems[0]?.thresholds ?? [];
  const conflicts = all.flatMap(({ capability }, index) => {
    const source = findForbidden(layers, capability);
    return source === undefined ? [] : [conflictOf(capability, source, team, team.lines(['thresholds', index]))];
  });
  if (conflicts.length === 0) return { systems, conflicts };
  const isFree = ({ capability }: { readonly capability: string }) => findForbidden(layers, capability) === undefined;
  return { systems: systems.map((system) => ({ ...system, thresholds: all.filter(isFree) })), conflicts };
}

function findForbidden(layers: readonly Layer[], capability: string): string | undefined {
  for (const layer of layers) {
    const index = (layer.policy.waivers?.forbid ?? []).findIndex((name) => isPartOf(capability, name));
    if (index !== -1) return sourceOf(layer, ['waivers', 'forbid', index]);
  }
  return undefined;
}

function conflictOf(capability: string, source: string, { name, path }: Settings, line: number): PolicyConflict {
  return {
    id: `thresholds:${capability}`,
    title: `A threshold that is not allowed: ${capability}`,
    message: `The threshold (${name}:${line}) does not count: ${capability} may not be waived (${source}).`,
    fix: 'Take the entry out.',
    ...(path === undefined ? {} : { at: { path, line } }),
  };
}
