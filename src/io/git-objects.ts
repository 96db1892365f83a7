import { runGitSync } from './git.ts';
import { fileSizeLimit, type Limits, totalSizeLimit } from './read-files.ts';

export type ObjectReading =
  | { readonly ok: true; readonly bytes: Buffer }
  /** No reason: nothing is there, or no file. */
  | { readonly ok: false; readonly reason?: string };

const usualLimits: Limits = { fileSize: fileSizeLimit, totalSize: totalSizeLimit };

/** Reads blobs from git's objects by id or as `commit:path`, links in the tree followed. https://git-scm.com/docs/git-cat-file#_batch_output */
export function readObjects(
  directory: string,
  names: readonly string[],
  limits: Limits = usualLimits,
): ReadonlyMap<string, ObjectReading> {
  // Each name is a line of git's input.
  const asked = names.filter((name) => !name.includes('\n'));
  const readings = new Map<string, ObjectReading>(names.map((name) => [name, { ok: false }]));
  const sizes = measure(directory, asked);
  const wanted: string[] = [];
  let total = 0;
  for (const [index, name] of asked.entries()) {
    const size = sizes[index];
    if (size === undefined) continue;
    const reason = refuse(size, total, limits);
    if (reason !== undefined) readings.set(name, { ok: false, reason });
    else {
      wanted.push(name);
      total += size;
    }
  }
  for (const [name, bytes] of readAll(directory, wanted, total)) readings.set(name, { ok: true, bytes });
  return readings;
}

function refuse(size: number, before: number, { fileSize, totalSize }: Limits): string | undefined {
  if (size > fileSize) return `has ${size} bytes, more than the ${fileSize} that are read`;
  return before + size > totalSize ? `was left out: ${totalSize} bytes are read in all` : undefined;
}

const command = ['cat-file', '--buffer', '--follow-symlinks'];

/** An id, a type and a size. */
const headerLimit = 256;

function toInput(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('');
}

/** The sizes in the order of the names, undefined for what is no blob. */
function measure(directory: string, names: readonly string[]): readonly (number | undefined)[] {
  if (names.length === 0) return [];
  const output = runGitSync(directory, [...command, '--batch-check'], toInput(names));
  const lines = output?.toString('utf8').split('\n') ?? [];
  const sizes: (number | undefined)[] = [];
  for (let at = 0; sizes.length < names.length && at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(line)?.[1];
    // A link that leads nowhere or out takes a second line.
    if (/^(?:dangling|loop|notdir|symlink) \d+$/.test(line)) at += 1;
    sizes.push(size === undefined ? undefined : Number(size));
  }
  return sizes;
}

/** For each name `<id> blob <size>`, a line feed, the content and a line feed, in order. */
function readAll(directory: string, names: readonly string[], total: number): ReadonlyMap<string, Buffer> {
  if (names.length === 0) return new Map();
  const room = total + names.length * headerLimit;
  const output = runGitSync(directory, [...command, '--batch'], toInput(names), room) ?? Buffer.alloc(0);
  const contents = new Map<string, Buffer>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf('\n', at);
    const size = / blob (\d+)$/.exec(output.toString('latin1', at, Math.max(at, end)))?.[1];
    if (size === undefined) break;
    contents.set(name, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
