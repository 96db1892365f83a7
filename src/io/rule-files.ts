import { readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import { type RepoPath, repoPath } from '../model/location.ts';
import { readDirectory } from './directory.ts';
import { type ReadTexts, readFiles } from './read-files.ts';

/** Rules of a team. */
export const ruleCountLimit = 200;

/** Bytes of one of its rule files. */
export const ruleSizeLimit = 64 * 1024;

/** Bytes of all of them. */
export const allRulesSizeLimit = 1024 * 1024;

export type RuleFileText = { readonly path: string; readonly text: string; readonly name: string };

/** Reads the team's rules: the YAML files of a folder among the files of the repository. Throws a UserError for too many, too large ones, and none. */
export function readTeamRules(
  directory: string,
  { folder, source }: { readonly folder: string; readonly source: string },
  paths: readonly RepoPath[],
  read: ReadTexts = (own, limits) => readFiles(directory, own, limits),
): readonly RuleFileText[] {
  const base = repoPath(folder);
  const own = paths.filter((path) => path.startsWith(`${base}/`) && isRule(path));
  const told = `${source}  rules: ${base}`;
  if (own.length === 0) throw new UserError(`${told} holds no rules; they end in .yml and are not ignored by git`);
  if (own.length > ruleCountLimit)
    throw new UserError(`${told} holds ${own.length} rules, and ${ruleCountLimit} are read at most`);
  const { texts, diagnostics } = read(own, { fileSize: ruleSizeLimit, totalSize: allRulesSizeLimit });
  const [unread] = diagnostics;
  if (unread) throw new UserError(`${unread.at?.path ?? base} ${unread.message}`);
  return own.map((path) => {
    const text = texts.get(path);
    if (text === undefined) throw new UserError(`${path} is no text that can be read`);
    return { path: posix.relative(base, path), text, name: path };
  });
}

/** Reads the rule files of any folder, named from there. Throws a UserError if there are none. */
export function readRuleFolder(folder: string): readonly RuleFileText[] {
  const directory = readDirectory(folder);
  const found = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isRule(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
  const { texts, diagnostics } = readFiles(directory, found.map(repoPath), {
    fileSize: ruleSizeLimit,
    totalSize: allRulesSizeLimit,
  });
  const [unread] = diagnostics;
  if (unread) throw new UserError(`${unread.at?.path} ${unread.message}`);
  if (texts.size === 0) throw new UserError(`${folder} holds no rules; they are files that end in .yml`);
  return [...texts].map(([path, text]) => ({ path, text, name: path }));
}

function isRule(path: string): boolean {
  return /\.ya?ml$/.test(path);
}
