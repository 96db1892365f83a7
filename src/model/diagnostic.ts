import type { RepoPath } from './location.ts';

/** Something about the scan itself that a user should know: a file that did not parse, a limit that was reached. */
export type Diagnostic = {
  readonly level: 'warning' | 'error';
  readonly code: string;
  readonly message: string;
  readonly at?: { readonly path: RepoPath; readonly line?: number };
};
