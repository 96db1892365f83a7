import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../lib/user-error.ts';

/** The text of a history, undefined if the file is not there. Throws a UserError if it can't be read. */
export function readHistoryFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UserError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Adds to the end of a file, and makes it and the folders above it where they are not. Throws a UserError if it can't. */
export function appendToFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    appendFileSync(path, text);
  } catch (error) {
    throw new UserError(`${path} can't be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
