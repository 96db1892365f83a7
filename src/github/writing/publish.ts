import * as z from 'zod';
import type { Answer, Refusal } from '../answer.ts';
import type { GitHub } from '../client.ts';
import { type RemoteFiles, readRemoteFiles } from '../remote-files.ts';
import type { Name } from '../settings/repository.ts';
import { notWritten, type Written } from './outcome.ts';

const Ref = z.object({ object: z.object({ sha: z.string() }) });
const Commit = z.object({ tree: z.object({ sha: z.string() }) });
const Made = z.object({ sha: z.string() });

/** Another run may have published in between. */
const attempts = 3;

export type PublishPlan = {
  readonly branch: string;
  readonly message: string;
  /** Files that are put together from what the branch holds of them. */
  readonly reads: readonly string[];
  files(before: ReadonlyMap<string, string>): Readonly<Record<string, string>>;
};

/**
 * Puts files on a branch of data as one commit, and makes the branch where there is none. Nothing else on it is touched,
 * and nothing is forced: where somebody was faster, all is read again.
 */
export async function publishFiles(github: GitHub, name: Name, plan: PublishPlan): Promise<Written> {
  let refusal: Refusal | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await publishOnce(github, name, plan);
    if (done.ok) return { ok: true, how: done.value };
    refusal = done;
    if (done.reason !== 'conflict' && done.reason !== 'invalid') break;
  }
  const last: Refusal = refusal ?? { ok: false, reason: 'unavailable', message: 'nothing was sent' };
  return notWritten('nothing published', last, 'contents: write');
}

async function publishOnce(github: GitHub, name: Name, plan: PublishPlan): Promise<Answer<string>> {
  const before = await readBranch(github, name, plan);
  if (!before.ok) return before;
  const { tip, texts } = before.value;
  const files = plan.files(texts);
  const isSame = Object.entries(files).every(([path, text]) => texts.get(path) === text);
  if (tip !== undefined && isSame) return { ok: true, value: 'unchanged' };
  const tree = await github.ask('POST /repos/{owner}/{repo}/git/trees', { ...name, ...treeOf(files, tip) }, Made);
  if (!tree.ok) return tree;
  const parents = tip === undefined ? [] : [tip.commit];
  const commit = await github.ask(
    'POST /repos/{owner}/{repo}/git/commits',
    { ...name, message: plan.message, tree: tree.value.sha, parents },
    Made,
  );
  if (!commit.ok) return commit;
  const moved = await moveBranch(github, name, plan.branch, commit.value.sha, tip !== undefined);
  return moved.ok ? { ok: true, value: tip === undefined ? 'created' : 'updated' } : moved;
}

type Tip = { readonly commit: string; readonly tree: string };
type Before = { readonly tip: Tip | undefined; readonly texts: ReadonlyMap<string, string> };

async function readBranch(github: GitHub, name: Name, { branch, reads }: PublishPlan): Promise<Answer<Before>> {
  const ref = await github.ask('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...name, ref: `heads/${branch}` }, Ref);
  if (!ref.ok && ref.reason === 'missing') return { ok: true, value: { tip: undefined, texts: new Map() } };
  if (!ref.ok) return ref;
  const { sha } = ref.value.object;
  const commit = await github.read(
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    { ...name, commit_sha: sha },
    Commit,
  );
  if (!commit.ok) return commit;
  const files = await readRemoteFiles(github, name, sha);
  if (!files.ok) return files;
  // What is not seen would be overwritten.
  if (files.value.isTruncated) return { ok: false, reason: 'limited', message: `${branch} holds too many files` };
  const texts = await readTexts(files.value, reads);
  if (!texts.ok) return texts;
  return { ok: true, value: { tip: { commit: sha, tree: commit.value.tree.sha }, texts: texts.value } };
}

async function readTexts(files: RemoteFiles, paths: readonly string[]): Promise<Answer<ReadonlyMap<string, string>>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (!files.paths.includes(path)) continue;
    const text = await files.read(path);
    if (!text.ok) return text;
    texts.set(path, text.value);
  }
  return { ok: true, value: texts };
}

function treeOf(files: Readonly<Record<string, string>>, tip: Tip | undefined) {
  const tree = Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content }));
  return { tree, ...(tip === undefined ? {} : { base_tree: tip.tree }) };
}

function moveBranch(
  github: GitHub,
  name: Name,
  branch: string,
  sha: string,
  isThere: boolean,
): Promise<Answer<unknown>> {
  return isThere
    ? github.ask(
        'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
        { ...name, ref: `heads/${branch}`, sha, force: false },
        Ref,
      )
    : github.ask('POST /repos/{owner}/{repo}/git/refs', { ...name, ref: `refs/heads/${branch}`, sha }, Ref);
}
