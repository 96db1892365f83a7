import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../../src/commands/program.ts';

/** A folder outside any repository with some files in it. */
export function scratchFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs the command line in a terminal of 100 columns without colours. */
export async function stagegate(...args: readonly string[]) {
  const written: string[] = [];
  const errors: string[] = [];
  const code = await runCli(args, {
    write: (text) => void written.push(text),
    error: (text) => void errors.push(text),
    colors: false,
    width: 100,
  });
  return { code, out: written.join(''), errors: errors.join('') };
}
