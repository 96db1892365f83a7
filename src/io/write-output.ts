import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../lib/user-error.ts';

/** Writes a file and the folders above it. Throws a UserError that names the file if it can't. */
export function writeOutput(path: string, text: string): void {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError(`${path} can't be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Writes a file only if nothing is there; throws a UserError otherwise. */
export function writeNew(path: string, text: string): void {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UserError(
      exists ? `${path} exists already and was left as it is` : `${path} can't be written: ${String(error)}`,
    );
  }
}
