import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type RepoPath, repoPath } from '../model/location.ts';
import { runGit } from './git.ts';

/** More files than this are not looked at, and the scan says that it is incomplete. */
export const fileCountLimit = 300_000;

/** A walk goes no deeper. */
export const depthLimit = 64;

export type Listing = {
  /** Sorted; no links, no submodules. */
  readonly paths: readonly RepoPath[];
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * The files of a folder: what git tracks and what it does not ignore, or a walk that honours `.gitignore` outside git.
 * Takes the folder's absolute path.
 */
export async function listFiles(directory: string, limit = fileCountLimit): Promise<Listing> {
  const [tracked, inside] = await Promise.all([
    runGit(directory, ['ls-files', '-z', '--stage']),
    runGit(directory, ['rev-parse', '--is-inside-work-tree']),
  ]);
  // A setting of the repository may say that its files lie elsewhere.
  if (tracked === undefined || inside?.trim() !== 'true') return walk(directory, limit);
  const [untracked, deleted] = await Promise.all([
    listNames(directory, ['--others', '--exclude-standard']),
    listNames(directory, ['--deleted']),
  ]);
  const gone = new Set(deleted);
  const names = [...parseStaged(tracked).filter((name) => !gone.has(name)), ...untracked];
  return capped([...new Set(names)], limit, []);
}

async function listNames(directory: string, options: readonly string[]): Promise<readonly string[]> {
  const output = (await runGit(directory, ['ls-files', '-z', ...options])) ?? '';
  return output.split('\0').filter((name) => name !== '');
}

/** Mode 120000 is a link and 160000 a submodule. https://git-scm.com/docs/git-ls-files#_output */
function parseStaged(output: string): readonly string[] {
  return output.split('\0').flatMap((entry) => {
    const [, mode, path] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(entry) ?? [];
    return path !== undefined && mode?.startsWith('100') ? [path] : [];
  });
}

function capped(names: readonly string[], limit: number, diagnostics: readonly Diagnostic[]): Listing {
  const sorted = [...names].sort();
  if (sorted.length <= limit) return { paths: sorted.map(repoPath), complete: true, diagnostics };
  const message = `the folder holds ${sorted.length} files; only the first ${limit} were looked at`;
  return {
    paths: sorted.slice(0, limit).map(repoPath),
    complete: false,
    diagnostics: [...diagnostics, { level: 'error', code: 'too-many-files', message }],
  };
}

type Folder = {
  readonly path: string;
  readonly rules: readonly { readonly base: string; readonly rules: Ignore }[];
  readonly depth: number;
};

async function walk(directory: string, limit: number): Promise<Listing> {
  const names: string[] = [];
  const diagnostics: Diagnostic[] = [
    { level: 'warning', code: 'no-git', message: 'not a git repository, so files were found by a walk' },
  ];
  const queue: Folder[] = [{ path: '', rules: [], depth: 0 }];
  for (let folder = queue.pop(); folder !== undefined && names.length <= limit; folder = queue.pop()) {
    const entries = await readdir(join(directory, folder.path), { withFileTypes: true });
    const rules = await ignoreRules(directory, folder, entries);
    for (const entry of entries) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.name === '.git' || isIgnored(path, entry.isDirectory(), rules)) continue;
      if (entry.isFile()) names.push(path);
      else if (entry.isDirectory() && folder.depth < depthLimit) queue.push({ path, rules, depth: folder.depth + 1 });
      else if (entry.isDirectory())
        diagnostics.push({ level: 'error', code: 'too-deep', message: `folders below ${path} were not looked at` });
    }
  }
  const listing = capped(names, limit, diagnostics);
  return { ...listing, complete: listing.complete && !diagnostics.some(({ level }) => level === 'error') };
}

async function ignoreRules(directory: string, folder: Folder, entries: readonly Dirent[]): Promise<Folder['rules']> {
  const file = entries.find((entry) => entry.name === '.gitignore' && entry.isFile());
  if (!file) return folder.rules;
  const path = join(directory, folder.path, '.gitignore');
  const { size } = await lstat(path);
  if (size > 1024 * 1024) return folder.rules;
  return [...folder.rules, { base: folder.path, rules: ignore().add(await readFile(path, 'utf8')) }];
}

function isIgnored(path: string, isDirectory: boolean, rules: Folder['rules']): boolean {
  return rules.some(({ base, rules: own }) => {
    const relative = base === '' ? path : path.slice(base.length + 1);
    return own.ignores(isDirectory ? `${relative}/` : relative);
  });
}
