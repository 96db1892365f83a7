import { repoPath } from '../model/location.ts';
import type { RemoteBase } from '../model/remote-base.ts';
import type { Answer } from './answer.ts';
import type { GitHub } from './client.ts';
import { type RemoteFiles, readRemoteFiles } from './remote-files.ts';
import type { Name } from './settings/repository.ts';

/**
 * The files of a commit that the clone lacks, so that its policy can be read. `prefix` is the scanned folder as seen from
 * the top, with a slash behind.
 */
export async function readRemoteBase(
  github: GitHub,
  name: Name,
  commit: string,
  prefix: string,
): Promise<Answer<RemoteBase>> {
  const found = await readRemoteFiles(github, name, commit);
  if (!found.ok) return found;
  const files = found.value.isTruncated ? await readWherePoliciesLie(github, name, commit) : found;
  if (!files.ok) return files;
  const inside = files.value.paths.filter((path) => path.startsWith(prefix) && !path.split('/').includes('..'));
  const value: RemoteBase = {
    paths: inside.map((path) => repoPath(path.slice(prefix.length))),
    read: async (path) => {
      const text = await files.value.read(prefix + path);
      return text.ok ? { ok: true, text: text.value } : { ok: false, reason: text.message };
    },
  };
  return { ok: true, value };
}

/** Of a repository that is too large to be listed, the top and `.github`. */
async function readWherePoliciesLie(github: GitHub, name: Name, commit: string): Promise<Answer<RemoteFiles>> {
  const top = await readRemoteFiles(github, name, commit, 'top');
  if (!top.ok) return top;
  const below = top.value.folders.get('.github');
  const inner = below === undefined ? undefined : await readRemoteFiles(github, name, below);
  if (inner?.ok === false) return inner;
  const paths = inner?.value.paths.map((path) => `.github/${path}`) ?? [];
  const value: RemoteFiles = {
    ...top.value,
    paths: [...top.value.paths, ...paths],
    read: (path) =>
      inner && path.startsWith('.github/') ? inner.value.read(path.slice('.github/'.length)) : top.value.read(path),
  };
  return { ok: true, value };
}
