import type { RepoPath } from './location.ts';

/** The files of a commit that the clone lacks; their texts come from the platform. */
export type RemoteBase = {
  readonly paths: readonly RepoPath[];
  read(path: RepoPath): Promise<RemoteText>;
};

export type RemoteText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };
