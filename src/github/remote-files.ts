import * as z from 'zod';
import type { Answer } from './answer.ts';
import type { GitHub } from './client.ts';
import type { Name } from './settings/repository.ts';

const Tree = z.object({
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string().optional() })),
});
const Blob = z.object({ content: z.string(), encoding: z.string() });

/** The regular files of a commit on GitHub. */
export type RemoteFiles = {
  readonly paths: readonly string[];
  /** The ids of folders by path. */
  readonly folders: ReadonlyMap<string, string>;
  /** GitHub lists no more than 100,000 entries. */
  readonly isTruncated: boolean;
  read(path: string): Promise<Answer<string>>;
};

/** Lists a commit's files; their texts are fetched when asked for. https://docs.github.com/en/rest/git/trees#get-a-tree */
export async function readRemoteFiles(
  github: GitHub,
  name: Name,
  commit: string,
  depth: 'all' | 'top' = 'all',
): Promise<Answer<RemoteFiles>> {
  const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
  const found = await github.read(
    route,
    { ...name, tree_sha: commit, ...(depth === 'all' ? { recursive: '1' } : {}) },
    Tree,
  );
  if (!found.ok) return found;
  const files = found.value.tree.filter(({ type, mode }) => type === 'blob' && mode.startsWith('100'));
  const folders = found.value.tree.flatMap(({ type, path, sha }) =>
    type === 'tree' && sha !== undefined ? [[path, sha] as const] : [],
  );
  const ids = new Map(files.map(({ path, sha }) => [path, sha]));
  return {
    ok: true,
    value: {
      paths: files.map(({ path }) => path),
      folders: new Map(folders),
      isTruncated: found.value.truncated,
      read: (path) => readBlob(github, name, ids.get(path)),
    },
  };
}

async function readBlob(github: GitHub, name: Name, sha: string | undefined): Promise<Answer<string>> {
  if (sha === undefined) return { ok: false, reason: 'missing', message: 'there is no such file' };
  const found = await github.read('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...name, file_sha: sha }, Blob);
  if (!found.ok) return found;
  const { content, encoding } = found.value;
  if (encoding === 'utf-8') return { ok: true, value: content };
  return { ok: true, value: Buffer.from(content, 'base64').toString('utf8') };
}
