import { createHash } from 'node:crypto';

/** What a repository on the played GitHub holds. Only what matters is said; the rest of an answer is filled in. */
export type State = {
  /** Permissions of the token, as `contents: read`; write brings read along. */
  rights: ReadonlySet<string>;
  /** Whose token it is. */
  login: string | undefined;
  repository: { archived: boolean; private: boolean; pushed_at: string };
  rules: readonly Json[];
  rulesets: Readonly<Record<number, Json>>;
  /** The classic protection of the branch. */
  protection: Json | undefined;
  environments: readonly Json[];
  customRules: Readonly<Record<string, readonly Json[]>>;
  workflows: readonly Json[];
  runs: readonly (Json & { readonly workflow_id: number })[];
  deployments: readonly Json[];
  comments: Comment[];
  checkRuns: Json[];
  /** Branches by name. */
  refs: Map<string, string>;
  commits: Map<string, { readonly tree: string; readonly parents: readonly string[] }>;
  trees: Map<string, ReadonlyMap<string, string>>;
  blobs: Map<string, string>;
};
export type Json = Readonly<Record<string, unknown>>;
export type Comment = { readonly id: number; body: string; readonly login: string; readonly type: string };

export const everyRight = [
  'metadata: read',
  'contents: write',
  'actions: read',
  'administration: read',
  'deployments: read',
  'checks: write',
  'pull-requests: write',
] as const;

export function makeState(known: Partial<State> = {}): State {
  return {
    rights: new Set(everyRight),
    login: undefined,
    repository: { archived: false, private: true, pushed_at: '2026-11-20T10:00:00Z' },
    rules: [],
    rulesets: {},
    protection: undefined,
    environments: [],
    customRules: {},
    workflows: [],
    runs: [],
    deployments: [],
    comments: [],
    checkRuns: [],
    refs: new Map(),
    commits: new Map(),
    trees: new Map(),
    blobs: new Map(),
    ...known,
  };
}

export function mayDo({ rights }: State, needed: string): boolean {
  return rights.has(needed) || rights.has(needed.replace(/read$/, 'write'));
}

export function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Puts files on a branch, as a commit without history. */
export function commitFiles(state: State, branch: string, files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(([path, text]) => {
    state.blobs.set(shaOf(text), text);
    return [path, shaOf(text)] as const;
  });
  const tree = addTree(state, new Map(entries));
  return addCommit(state, tree, [], branch);
}

export function addTree(state: State, entries: ReadonlyMap<string, string>): string {
  const sha = shaOf(`tree ${JSON.stringify([...entries].sort())}`);
  state.trees.set(sha, entries);
  return sha;
}

export function addCommit(state: State, tree: string, parents: readonly string[], branch?: string): string {
  const sha = shaOf(`commit ${tree} ${parents.join(' ')} ${state.commits.size}`);
  state.commits.set(sha, { tree, parents });
  if (branch !== undefined) state.refs.set(branch, sha);
  return sha;
}

/** The files of a branch. */
export function filesOf(state: State, branch: string): Readonly<Record<string, string>> {
  const commit = state.commits.get(state.refs.get(branch) ?? '');
  const entries = [...(state.trees.get(commit?.tree ?? '') ?? [])];
  return Object.fromEntries(entries.map(([path, sha]) => [path, state.blobs.get(sha) ?? '']));
}
