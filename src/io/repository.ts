import { basename, resolve } from 'node:path';
import { runGit } from './git.ts';

/** Which repository and commit were scanned, as far as git tells. */
export type RepositoryIdentity = {
  readonly name: string | null;
  /** Where it is hosted, without a port; null where the remote is no address. */
  readonly host: string | null;
  readonly commit: string | null;
  readonly folder: string;
  /** The folder as seen from the top of the repository, with a slash behind; empty for the top. */
  readonly prefix: string;
};

/** Reads the remote's owner and name, and HEAD. Takes the folder's absolute path. Credentials in a remote's URL are dropped. */
export async function readIdentity(directory: string): Promise<RepositoryIdentity> {
  const [remote, commit, prefix = ''] = await Promise.all([
    runGit(directory, ['config', '--get', 'remote.origin.url']),
    runGit(directory, ['rev-parse', '--verify', 'HEAD']),
    runGit(directory, ['rev-parse', '--show-prefix']),
  ]);
  const name = remote === undefined ? undefined : /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?\s*$/.exec(remote)?.[1];
  return {
    name: name ?? null,
    host: remote === undefined ? null : readHost(remote.trim()),
    commit: commit?.trim() ?? null,
    folder: basename(directory),
    prefix: prefix.trimEnd(),
  };
}

/** Of `https://host/…`, `ssh://git@host:22/…` and `git@host:…`. */
function readHost(remote: string): string | null {
  const [, host] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([\w.-]+\.\w+)(?::|\/)/i.exec(remote) ?? [];
  return host?.toLowerCase() ?? null;
}

/** The folder from the top of its repository: `services/assistant`, or empty at the top and where there is no git. */
export async function readFolderInRepository(directory: string): Promise<string> {
  const prefix = await runGit(resolve(directory), ['rev-parse', '--show-prefix']);
  return prefix?.replace(/\/?\r?\n$/, '') ?? '';
}
