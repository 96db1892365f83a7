import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type RepoPath, repoPath } from '../model/location.ts';
import { runGit, runGitSync } from './git.ts';
import { readObjects } from './git-objects.ts';
import { decodeText, type Limits, type ReadTexts } from './read-files.ts';

/** The commit that a change is compared with. */
export type Base = {
  /** What was named: its policy holds. */
  readonly tip: string;
  /** Where the change left it: newer commits of the base are no loss of the change. */
  readonly fork: string;
  /** The regular files below the folder at the fork, with the ids of their contents. */
  readonly files: ReadonlyMap<RepoPath, string>;
};

/**
 * Finds the first of some revisions (a name, a commit) that the clone has, and lists its files. Takes the folder's
 * absolute path. Gives undefined where none is there, as in a shallow clone.
 */
export async function readBase(directory: string, revisions: readonly string[]): Promise<Base | undefined> {
  for (const revision of revisions) {
    const tip = await resolveCommit(directory, revision);
    if (tip === undefined) continue;
    const fork = (await runGit(directory, ['merge-base', tip, 'HEAD']))?.trim() ?? tip;
    const listed = await runGit(directory, listing(fork));
    if (listed !== undefined) return { tip, fork, files: parseTree(listed) };
  }
  return undefined;
}

async function resolveCommit(directory: string, revision: string): Promise<string | undefined> {
  // Git would read it as an option.
  if (revision.startsWith('-')) return undefined;
  const found = await runGit(directory, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return found?.trim();
}

function listing(commit: string): readonly string[] {
  return ['ls-tree', '-r', '-z', commit];
}

/** Without links (120000), submodules (160000) and names that no checkout would make. https://git-scm.com/docs/git-ls-tree#_output_format */
function parseTree(output: string): ReadonlyMap<RepoPath, string> {
  return new Map(
    output.split('\0').flatMap((entry): readonly [RepoPath, string][] => {
      const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      const isSafe = path !== undefined && !path.split(/[\\/]/).includes('..');
      return id !== undefined && isSafe ? [[repoPath(path), id]] : [];
    }),
  );
}

/** The files of a commit below the folder. */
export function listCommit(directory: string, commit: string): readonly RepoPath[] {
  return [...parseTree(runGitSync(directory, listing(commit))?.toString('utf8') ?? '').keys()].sort();
}

export type BaseTexts = {
  readonly texts: ReadonlyMap<RepoPath, string>;
  /** What a limit or an incomplete clone kept from being read. */
  readonly unread: readonly RepoPath[];
};

/** Reads files of the base as they are stored: nothing is converted or filtered, and a pointer of LFS stays one. */
export function readBaseTexts(
  directory: string,
  { files }: Base,
  paths: readonly RepoPath[],
  limits?: Limits,
): BaseTexts {
  const ids = new Set(paths.flatMap((path) => files.get(path) ?? []));
  const readings = readObjects(directory, [...ids], limits);
  const texts = new Map<RepoPath, string>();
  const unread: RepoPath[] = [];
  for (const path of paths) {
    const reading = readings.get(files.get(path) ?? '');
    const text = reading?.ok ? decodeText(reading.bytes) : undefined;
    if (text !== undefined) texts.set(path, text);
    else if (!reading?.ok) unread.push(path);
  }
  return { texts, unread };
}

/** Reads files of a commit by their paths from the folder, links in the tree followed. */
export function commitReader(directory: string, commit: string): ReadTexts {
  const prefix = runGitSync(directory, ['rev-parse', '--show-prefix'])?.toString('utf8').trimEnd() ?? '';
  return (paths, limits) => {
    const names = paths.map((path) => `${commit}:${prefix}${path}`);
    const readings = readObjects(directory, names, limits);
    const texts = new Map<RepoPath, string>();
    const diagnostics: Diagnostic[] = [];
    for (const [index, path] of paths.entries()) {
      const reading = readings.get(names[index] ?? '');
      const text = reading?.ok ? decodeText(reading.bytes) : undefined;
      if (text !== undefined) texts.set(path, text);
      else if (reading?.ok === false && reading.reason !== undefined)
        diagnostics.push({ level: 'warning', code: 'file-unread', message: reading.reason, at: { path } });
    }
    return { texts, diagnostics };
  };
}

/** The id that git gives to a text of the working tree; `like` is an id of the same repository. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(text: string, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
}
