import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../lib/user-error.ts';

/** The absolute path of a folder that can be read. Throws a UserError that says what is wrong with it. */
export function readDirectory(directory: string): string {
  const full = resolve(directory);
  try {
    if (!statSync(full).isDirectory()) throw new UserError(`${directory} is a file; name the folder of a repository`);
    accessSync(full, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UserError(`there is no folder ${directory}; check the path`);
    throw new UserError(`${directory} can't be read (${String(code ?? error)}); check its permissions`);
  }
  return full;
}
