import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Node = { readonly version: string; readonly path: string };

/** The Node that runs the tests and the machine's own, so that the bundles are tried on both. */
export function availableNodes(): readonly Node[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const own = folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path));
  const paths = [process.execPath, ...(own === undefined ? [] : [own])];
  const nodes = paths.map((path) => ({
    path,
    version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(),
  }));
  return nodes.filter(({ version }, index) => nodes.findIndex((other) => other.version === version) === index);
}
