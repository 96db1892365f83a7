import { environmentIn, isProduction } from '../../lib/environment-names.ts';
import { folderOf, resolvePath } from '../../lib/relative-path.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';

/** A folder that puts files and other such folders together, and changes what they hold. */
export type Layer = {
  readonly fact: ResourceFact;
  readonly folder: string;
  /** Folders and files that it names, from the top of the repository. */
  readonly parts: readonly string[];
  /** Files whose content it lays over that of the parts. */
  readonly patches: readonly string[];
};

const partKey = /^(?:resources|bases|components)\.\d+$/;
const patchKey = /^(?:patches\.\d+\.path|patchesStrategicMerge\.\d+)$/;

/** The layers of a repository by their folder. */
export function readLayers(facts: readonly Fact[]): ReadonlyMap<string, Layer> {
  const layers = new Map<string, Layer>();
  for (const fact of facts) {
    if (fact.kind !== 'resource' || fact.tool !== 'kustomize') continue;
    const folder = folderOf(fact.at.path);
    layers.set(folder, {
      fact,
      folder,
      parts: pathsAt(fact, partKey, folder),
      patches: pathsAt(fact, patchKey, folder),
    });
  }
  return layers;
}

function pathsAt({ attributes }: ResourceFact, keys: RegExp, folder: string): readonly string[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (!keys.test(key) || value.includes(':') || value.includes('\n')) return [];
    return resolvePath(folder, value) ?? [];
  });
}

/** What a layer and those below it make up. */
export type Closure = { readonly layers: readonly Layer[]; readonly paths: ReadonlySet<string> };

/** For every layer all those below it, itself the first, and the paths that they name. A layer that holds itself is met once. */
export function readClosures(layers: ReadonlyMap<string, Layer>): ReadonlyMap<Layer, Closure> {
  return new Map(
    [...layers.values()].map((top) => {
      const below = new Set([top]);
      // A set gives what is added to it while it is walked.
      for (const { parts } of below)
        for (const next of parts.flatMap((part) => layers.get(part) ?? [])) below.add(next);
      const found = [...below];
      return [top, { layers: found, paths: new Set(found.flatMap(({ parts }) => parts)) }];
    }),
  );
}

/** The layers that no other one names: what is deployed. */
export function topLayers(layers: ReadonlyMap<string, Layer>): readonly Layer[] {
  const named = new Set([...layers.values()].flatMap(({ parts }) => parts));
  return [...layers.values()].filter(({ folder }) => !named.has(folder));
}

export function isForProduction({ folder }: Layer): boolean {
  return folder.split('/').some((segment) => isProduction(environmentIn(segment) ?? ''));
}
