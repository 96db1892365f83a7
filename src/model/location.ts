/** A path from the root of the scanned folder: posix separators, no leading slash, no `..`. Only `repoPath` makes one. */
export type RepoPath = string & { readonly __brand: 'RepoPath' };

/** A place that a person can open. Lines count from 1. */
export type Location = { readonly path: RepoPath; readonly line: number };

/** Takes a path relative to the root, in any platform's spelling. Throws a RangeError for one that leaves the root. */
export function repoPath(text: string): RepoPath {
  const segments = text
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  if (text.startsWith('/') || segments.includes('..'))
    throw new RangeError(`not a path inside the repository: ${text}`);
  return segments.join('/') as RepoPath;
}

/** Orders places by path, then line, independent of locale. */
export function compareLocations(a: Location, b: Location): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line;
}
