import { failure, ok, type Route } from './route.ts';
import skeletons from './skeletons.json' with { type: 'json' };
import type { Comment, Json, State } from './state.ts';

function like(skeleton: Json, known: Json): Json {
  return { ...skeleton, ...known };
}

export function commentBody({ id, body, login, type }: Comment): Json {
  return like(skeletons.comment, { id, body, user: like(skeletons.user, { login, type }) });
}

/** A slice of a list, by `per_page` and `page`. */
function pageOf<T>(items: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Number(query.get('per_page') ?? 30);
  const first = (Number(query.get('page') ?? 1) - 1) * size;
  return items.slice(first, first + size);
}

function branchOf({ protection, rules }: State, name: string): Json {
  const isProtected = protection !== undefined || rules.length > 0;
  const author = { name: 'a', email: 'a@example.org', date: '2026-11-01T00:00:00Z' };
  const { commit } = skeletons.branch;
  const full = { ...commit, commit: { ...commit.commit, author, committer: author } };
  return like(skeletons.branch, { name, commit: full, protected: isProtected, protection: { enabled: isProtected } });
}

/** A file of a commit, which a whole id or a tag names. */
function contentBody({ refs, commits, trees, blobs }: State, path: string, ref: string): Json | undefined {
  const commit = commits.get(refs.get(ref.replace(/^refs\/(?:heads\/)?/, '')) ?? ref);
  const sha = trees.get(commit?.tree ?? '')?.get(path);
  if (sha === undefined) return undefined;
  const text = blobs.get(sha) ?? '';
  const url = 'https://github.test/x';
  const links = { _links: { git: url, html: url, self: url }, git_url: url, html_url: url, download_url: url, url };
  const content = Buffer.from(text).toString('base64');
  const name = path.split('/').at(-1);
  return { type: 'file', encoding: 'base64', size: text.length, name, path, content, sha, ...links };
}

export const readRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/contents/{path}',
    needs: 'contents: read',
    answer: ({ state, parameters: { path = '' }, query }) => {
      const found = contentBody(state, path, query.get('ref') ?? 'main');
      return found === undefined ? failure(404, 'Not Found') : ok(found);
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}',
    needs: 'metadata: read',
    answer: ({ state, parameters: { owner, repo } }) =>
      ok(
        like(skeletons.repository, {
          ...state.repository,
          name: repo,
          full_name: `${owner}/${repo}`,
          fork: false,
          default_branch: 'main',
          owner: like(skeletons.user, { login: owner }),
        }),
      ),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
    needs: 'metadata: read',
    answer: ({ state, query }) => ok(pageOf(state.rules, query)),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
    needs: 'metadata: read',
    answer: ({ state, parameters }) => {
      const found = state.rulesets[Number(parameters.ruleset_id)];
      if (!found) return failure(404, 'Not Found');
      const { bypass_actors: actors, ...rest } = found;
      const shown = state.rights.has('administration: read') ? { bypass_actors: actors } : {};
      return ok(like(skeletons.ruleset, { enforcement: 'active', ...rest, ...shown }));
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/branches/{branch}/protection',
    needs: 'administration: read',
    answer: ({ state }) =>
      state.protection === undefined ? failure(404, 'Branch not protected') : ok(state.protection),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/branches/{branch}',
    needs: 'contents: read',
    answer: ({ state, parameters: { branch = '' } }) => ok(branchOf(state, branch)),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/environments',
    needs: 'actions: read',
    answer: ({ state, query }) => {
      const environments = state.environments.map((one) => like(skeletons.environment, one));
      return ok({ total_count: environments.length, environments: pageOf(environments, query) });
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules',
    needs: 'actions: read',
    answer: ({ state, parameters }) => {
      const rules = state.customRules[parameters.environment_name ?? ''] ?? [];
      const filled = rules.map((rule) => like(skeletons.customRule, rule));
      return ok({ total_count: filled.length, custom_deployment_protection_rules: filled });
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/workflows',
    needs: 'actions: read',
    answer: ({ state, query }) => {
      const workflows = state.workflows.map((one) => like(skeletons.workflow, one));
      return ok({ total_count: workflows.length, workflows: pageOf(workflows, query) });
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    needs: 'actions: read',
    answer: ({ state, parameters, query }) => {
      const runs = state.runs.filter(({ workflow_id: id }) => id === Number(parameters.workflow_id));
      const filled = runs.map((run) => like(skeletons.run, run));
      return ok({ total_count: filled.length, workflow_runs: pageOf(filled, query) });
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/actions/runs',
    needs: 'actions: read',
    answer: ({ state, query }) => {
      const runs = state.runs.map((run) => like(skeletons.run, run));
      return ok({ total_count: runs.length, workflow_runs: pageOf(runs, query) });
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/deployments',
    needs: 'deployments: read',
    answer: ({ state, query }) =>
      ok(
        pageOf(state.deployments, query).map(({ by, ...one }) =>
          like(skeletons.deployment, { ...one, creator: like(skeletons.user, { login: by }) }),
        ),
      ),
  },
  {
    operation: 'GET /user',
    needs: 'metadata: read',
    answer: ({ state: { login } }) =>
      login === undefined
        ? failure(403, 'Resource not accessible by integration')
        : ok(like(skeletons.me, { login, type: 'User' })),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    needs: 'pull-requests: read',
    answer: ({ state, query }) => ok(pageOf(state.comments, query).map(commentBody)),
  },
];
