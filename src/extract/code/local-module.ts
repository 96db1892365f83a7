import type { RepoPath } from '../../model/location.ts';

/** A module that is named by a relative path (`../lib/llm.js`), from the root: `./src/lib/llm`; undefined outside of it. */
export function localModule(written: string, from: RepoPath): string | undefined {
  const folders = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..' && folders.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') folders.push(part);
  }
  return `./${folders.join('/').replace(/\.(?:[cm]?[jt]sx?|rb)$/, '')}`;
}
