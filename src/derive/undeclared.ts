import { minimatch } from 'minimatch';
import type { Fact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { FoundSystem, System } from '../model/system.ts';
import { isBesideProduct } from './beside-product.ts';
import { isUnder } from './scope.ts';
import { discoverSystems, namesKind } from './systems.ts';

/** Marks that say something about the repository as a whole. */
const ofAll = ['system/runs', 'system/library'];

/** The systems that are there and that no declared one covers: what discovery finds in the rest of the repository. */
export function findUndeclared(
  facts: readonly Fact[],
  marks: ReadonlyMap<Fact, readonly string[]>,
  declared: readonly System[],
): readonly FoundSystem[] {
  const found = [...marks.keys()].filter(
    // Infrastructure outside every root is shared, and no sign of one more system.
    (fact) =>
      fact.kind !== 'resource' && !isBesideProduct(fact.at.path) && isMarked(fact, marks) && !isKnown(fact, declared),
  );
  if (found.length === 0) return [];
  const own = new Set(found);
  const rest = [...marks].map(
    ([fact, names]) => [fact, own.has(fact) ? names : names.filter((name) => ofAll.includes(name))] as const,
  );
  const places = found.map(({ at }) => at).sort(compareLocations);
  return discoverSystems(facts, new Map(rest), '').flatMap(({ root, kind }) => {
    const at = places.find(({ path }) => isUnder(path, root));
    if (!at) return [];
    const folder = root === '' ? folderOf(at.path) : root;
    const name = folder === '' ? at.path : (folder.split('/').at(-1) ?? folder);
    return [{ name, folder, at, ...(kind === undefined ? {} : { kind }) }];
  });
}

function isMarked(fact: Fact, marks: ReadonlyMap<Fact, readonly string[]>): boolean {
  return (marks.get(fact) ?? []).some(namesKind);
}

/** The team knows of what it declared, included or excluded; what stands above a declared root is shared by those below. */
function isKnown({ at }: Fact, declared: readonly System[]): boolean {
  const folder = folderOf(at.path);
  return declared.some(
    ({ root, include, exclude }) =>
      isUnder(at.path, root) || isUnder(root, folder) || [...include, ...exclude].some((glob) => fits(at.path, glob)),
  );
}

function fits(path: string, glob: string): boolean {
  return minimatch(path, glob, { dot: true, nonegate: true, nocomment: true });
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
