import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import { type RepoPath, repoPath } from '../model/location.ts';

/** Where a policy lives if nobody says otherwise, the first that exists. */
export const policyPaths = ['stagegate.yml', '.github/stagegate.yml'] as const;

export type PolicyFile = {
  readonly text: string;
  /** As people know it: relative to the folder, or as it was given. */
  readonly name: string;
  /** Set if it lies inside the scanned folder, so that findings can point at it. */
  readonly path?: RepoPath;
};

/** Reads the policy of a folder, or the one that was named. Gives undefined if there is none; throws a UserError if a named one can't be read. */
export function readPolicyFile(directory: string, named?: string): PolicyFile | undefined {
  if (named !== undefined) return readNamed(directory, named);
  for (const path of policyPaths) {
    const text = readIfThere(join(directory, path));
    if (text !== undefined) return { text, name: path, path: repoPath(path) };
  }
  return undefined;
}

function readNamed(directory: string, named: string): PolicyFile {
  const full = resolve(named);
  const text = readIfThere(full);
  if (text === undefined) throw new UserError(`${named} is no file that can be read; check the path given as policy`);
  const inside = relative(directory, full);
  const isInside = !inside.startsWith('..') && !isAbsolute(inside);
  return { text, name: named, ...(isInside ? { path: repoPath(inside) } : {}) };
}

function readIfThere(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    // Not there, or not ours to read: the caller says which file it wanted.
    return undefined;
  }
}
