import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import { type RepoPath, repoPath } from '../model/location.ts';
import type { PolicyReference } from '../model/policy-reference.ts';
import { type ReadTexts, readFiles } from './read-files.ts';

/** Where a policy lives if nobody says otherwise, the first that exists. */
export const policyPaths = ['stagegate.yml', '.github/stagegate.yml'] as const;

export type PolicyFile = {
  readonly text: string;
  /** As people know it: relative to the folder, or as it was given. */
  readonly name: string;
  /** Set if it lies inside the scanned folder, so that findings can point at it. */
  readonly path?: RepoPath;
  /** Set if it lies in another repository. */
  readonly reference?: PolicyReference;
};

/** Reads the policy of a folder, or the one that was named. Gives undefined if there is none; throws a UserError if a named one can't be read. */
export function readPolicyFile(
  directory: string,
  named?: string,
  read: ReadTexts = folderReader(directory),
): PolicyFile | undefined {
  if (named !== undefined) return readNamedPolicy(directory, named);
  for (const name of policyPaths) {
    const found = readInside(read, repoPath(name));
    if (found.ok) return found.file;
    if (found.reason !== undefined) throw new UserError(`${name} ${found.reason}`);
  }
  return undefined;
}

/** Reads a policy that an option named, wherever it lies. Throws a UserError if it can't be read. */
export function readNamedPolicy(directory: string, named: string): PolicyFile {
  const full = resolve(named);
  const text = readIfThere(full);
  if (text === undefined) throw new UserError(`${named} is no file that can be read; check the path given as policy`);
  const inside = relative(directory, full);
  const isInside = !inside.startsWith('..') && !isAbsolute(inside);
  return { text, name: named, ...(isInside ? { path: repoPath(inside.replaceAll(sep, '/')) } : {}) };
}

/**
 * Reads the policy that another one extends: a path from the folder of that one, or from the top of the repository. What
 * lies outside the scanned folder, and what a link leads out to, is not read.
 */
export function readUpperPolicy(
  directory: string,
  path: string,
  from: Pick<PolicyFile, 'path'>,
  read: ReadTexts = folderReader(directory),
): { readonly ok: true; readonly file: PolicyFile } | { readonly ok: false; readonly reason: string } {
  const beside = from.path === undefined || isAbsolute(path) ? [] : [posix.join(posix.dirname(from.path), path)];
  const places = [...new Set([...beside, posix.normalize(path)])].filter(isInsidePath);
  if (places.length === 0) {
    return {
      ok: false,
      reason: `${path} leads out of the scanned folder; name it by the option --org-policy, or as owner/repo/path.yml@commit`,
    };
  }
  for (const place of places) {
    const found = readInside(read, repoPath(place));
    if (found.ok) return found;
    if (found.reason !== undefined) return { ok: false, reason: `${place} ${found.reason}` };
  }
  return {
    ok: false,
    reason: `there is no file ${places.join(' or ')}; a file from elsewhere is named by --org-policy, or as owner/repo/path.yml@commit`,
  };
}

function isInsidePath(path: string): boolean {
  return !isAbsolute(path) && !/^[A-Za-z]:/.test(path) && path !== '..' && !path.startsWith('../');
}

type Found =
  | { readonly ok: true; readonly file: PolicyFile }
  /** No reason: nothing is there. */
  | { readonly ok: false; readonly reason?: string };

/** Reads the folder as it is. */
export function folderReader(directory: string): ReadTexts {
  return (paths, limits) => readFiles(directory, paths, limits);
}

function readInside(read: ReadTexts, path: RepoPath): Found {
  const { texts, diagnostics } = read([path]);
  const text = texts.get(path);
  if (text !== undefined) return { ok: true, file: { text, name: path, path } };
  const [told] = diagnostics;
  return told ? { ok: false, reason: told.message } : { ok: false };
}

function readIfThere(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    // Not there, or not ours to read: the caller says which file it wanted.
    return undefined;
  }
}
