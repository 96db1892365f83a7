import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RepoPath } from '../model/location.ts';

/** A larger file is not read. */
export const fileSizeLimit = 4 * 1024 * 1024;

/** Reading stops here, and the scan says that it is incomplete. */
export const totalSizeLimit = 512 * 1024 * 1024;

export type ReadFiles = {
  readonly texts: ReadonlyMap<RepoPath, string>;
  readonly bytes: number;
  /** Files that a limit kept from being read. */
  readonly unread: readonly RepoPath[];
  readonly diagnostics: readonly Diagnostic[];
};

export type Limits = { readonly fileSize: number; readonly totalSize: number };

/** Reads files of one state of the repository: the folder as it is, or a commit. What is not there is no trouble. */
export type ReadTexts = (paths: readonly RepoPath[], limits?: Limits) => Pick<ReadFiles, 'texts' | 'diagnostics'>;

/** Reads regular files inside a folder as UTF-8, without a byte order mark; follows no link out of it. */
export function readFiles(
  directory: string,
  paths: readonly RepoPath[],
  limits: Limits = { fileSize: fileSizeLimit, totalSize: totalSizeLimit },
): ReadFiles {
  const isInside = checkFolders(realpathSync(directory));
  const texts = new Map<RepoPath, string>();
  const unread: RepoPath[] = [];
  const diagnostics: Diagnostic[] = [];
  let bytes = 0;
  for (const path of paths) {
    const read = readInside(join(directory, path), isInside, limits, bytes);
    if (read.ok) {
      bytes += read.bytes.length;
      const text = decodeText(read.bytes);
      if (text !== undefined) texts.set(path, text);
    } else if (read.reason !== 'gone') {
      unread.push(path);
      diagnostics.push({ level: 'warning', code: 'file-unread', message: read.reason, at: { path } });
    }
  }
  return { texts, bytes, unread, diagnostics };
}

type ReadBytes = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly reason: string };

/** Tells whether the folder of a file lies in the root once links are followed; each folder is asked about once. */
function checkFolders(root: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const folder = dirname(path);
    const before = known.get(folder);
    if (before !== undefined) return before;
    const isInside = `${realpathSync(folder)}${sep}`.startsWith(root.endsWith(sep) ? root : root + sep);
    known.set(folder, isInside);
    return isInside;
  };
}

/** Opens first and asks after, so that nothing can be swapped in between; a FIFO can't block an open without waiting. */
function readInside(full: string, isInside: (path: string) => boolean, limits: Limits, before: number): ReadBytes {
  let file: number | undefined;
  try {
    if (!isInside(full)) return { ok: false, reason: 'leads out of the folder by a link' };
    file = openSync(full, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = fstatSync(file);
    if (!fstatSync(file).isFile()) return { ok: false, reason: 'is no regular file' };
    if (size > limits.fileSize)
      return { ok: false, reason: `has ${size} bytes, more than the ${limits.fileSize} that are read` };
    if (before + size > limits.totalSize)
      return { ok: false, reason: `was left out: ${limits.totalSize} bytes are read in all` };
    return { ok: true, bytes: readFileSync(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Tracked but deleted in the working tree: the file is not there, which is no trouble of the scan.
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, reason: 'gone' };
    if (code === 'ELOOP') return { ok: false, reason: 'is a link' };
    return { ok: false, reason: `could not be read (${code || String(error)})` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** UTF-8 without a byte order mark; undefined for what is binary. */
export function decodeText(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
