import { commentBody } from './read-routes.ts';
import { failure, ok, type Route } from './route.ts';
import skeletons from './skeletons.json' with { type: 'json' };
import { addCommit, addTree, type Json, type State, shaOf } from './state.ts';

type Entry = { readonly path: string; readonly content?: string; readonly sha?: string };

function refBody(name: string, sha: string): Json {
  return { ...skeletons.ref, ref: `refs/${name}`, object: { ...skeletons.ref.object, type: 'commit', sha } };
}

function treeBody(state: State, sha: string): Json {
  const tree = [...(state.trees.get(sha) ?? [])].map(([path, blob]) => ({
    path,
    mode: '100644',
    type: 'blob',
    sha: blob,
    size: state.blobs.get(blob)?.length ?? 0,
    url: 'https://github.test/x',
  }));
  return { ...skeletons.tree, sha, tree };
}

function commitBody(state: State, sha: string): Json {
  const tree = { ...skeletons.commit.tree, sha: state.commits.get(sha)?.tree };
  return { ...skeletons.commit, sha, tree };
}

export const writeRoutes: readonly Route[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    needs: 'pull-requests: write',
    answer: ({ state, body }) => {
      const id = 1 + Math.max(0, ...state.comments.map((comment) => comment.id));
      const type = state.login === undefined ? 'Bot' : 'User';
      const comment = { id, body: String(body.body), login: state.login ?? 'github-actions[bot]', type };
      state.comments.push(comment);
      return ok(commentBody(comment), 201);
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    needs: 'pull-requests: write',
    answer: ({ state, parameters, body }) => {
      const found = state.comments.find(({ id }) => id === Number(parameters.comment_id));
      if (!found) return failure(404, 'Not Found');
      found.body = String(body.body);
      return ok(commentBody(found));
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    needs: 'pull-requests: write',
    answer: ({ state, parameters }) => {
      state.comments = state.comments.filter(({ id }) => id !== Number(parameters.comment_id));
      return { status: 204 };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/check-runs',
    needs: 'checks: write',
    answer: ({ state, body }) => {
      const id = state.checkRuns.length + 1;
      state.checkRuns.push({ ...body, id, batches: [body.output] });
      return ok({ ...skeletons.checkRun, id, name: body.name, head_sha: body.head_sha, status: 'completed' }, 201);
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    needs: 'checks: write',
    answer: ({ state, parameters, body }) => {
      const index = Number(parameters.check_run_id) - 1;
      const found = state.checkRuns[index];
      if (!found) return failure(404, 'Not Found');
      const batches = Array.isArray(found.batches) ? found.batches : [];
      state.checkRuns[index] = { ...found, batches: [...batches, body.output] };
      return ok({ ...skeletons.checkRun, id: index + 1, status: 'completed' });
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    needs: 'contents: read',
    answer: ({ state, parameters: { ref = '' } }) => {
      const sha = state.refs.get(ref.replace(/^heads\//, ''));
      return sha === undefined ? failure(404, 'Not Found') : ok(refBody(ref, sha));
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/git/refs',
    needs: 'contents: write',
    answer: ({ state, body }) => {
      const name = String(body.ref).replace('refs/', '');
      const branch = name.replace('heads/', '');
      if (state.refs.has(branch)) return failure(422, 'Reference already exists');
      state.refs.set(branch, String(body.sha));
      return ok(refBody(name, String(body.sha)), 201);
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
    needs: 'contents: write',
    answer: ({ state, parameters: { ref = '' }, body }) => {
      const branch = ref.replace('heads/', '');
      const parents = state.commits.get(String(body.sha))?.parents ?? [];
      if (!parents.includes(state.refs.get(branch) ?? '')) return failure(422, 'Update is not a fast forward');
      state.refs.set(branch, String(body.sha));
      return ok(refBody(ref, String(body.sha)));
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    needs: 'contents: read',
    answer: ({ state, parameters: { commit_sha: sha = '' } }) =>
      state.commits.has(sha) ? ok(commitBody(state, sha)) : failure(404, 'Not Found'),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/git/commits',
    needs: 'contents: write',
    answer: ({ state, body }) => {
      const parents = Array.isArray(body.parents) ? body.parents.map(String) : [];
      return ok(commitBody(state, addCommit(state, String(body.tree), parents)), 201);
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    needs: 'contents: read',
    answer: ({ state, parameters: { tree_sha: sha = '' } }) => {
      const tree = state.commits.get(sha)?.tree ?? sha;
      // GitHub gives back the id that it was asked for.
      return state.trees.has(tree) ? ok({ ...treeBody(state, tree), sha }) : failure(404, 'Not Found');
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/git/trees',
    needs: 'contents: write',
    answer: ({ state, body }) => {
      const entries: readonly Entry[] = Array.isArray(body.tree) ? body.tree : [];
      const merged = new Map(state.trees.get(String(body.base_tree)) ?? []);
      for (const { path, content = '' } of entries) {
        state.blobs.set(shaOf(content), content);
        merged.set(path, shaOf(content));
      }
      return ok(treeBody(state, addTree(state, merged)), 201);
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    needs: 'contents: read',
    answer: ({ state, parameters: { file_sha: sha = '' } }) => {
      const text = state.blobs.get(sha);
      if (text === undefined) return failure(404, 'Not Found');
      const content = Buffer.from(text).toString('base64');
      return ok({ ...skeletons.blob, sha, size: text.length, content, encoding: 'base64' });
    },
  },
];
