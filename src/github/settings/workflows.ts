import * as z from 'zod';
import type { KnownSetting } from '../../model/setting.ts';
import type { GitHub } from '../client.ts';
import type { Name } from './repository.ts';
import { describeRuns, type Run, readLatestRuns, readRunsOf } from './runs.ts';
import { settleBy } from './unread.ts';

const Workflow = z.object({ id: z.int(), path: z.string(), state: z.string() });
type Workflow = z.infer<typeof Workflow>;
const Workflows = z.object({ total_count: z.int(), workflows: z.array(Workflow) });

const pageSize = 100;
const permission = 'actions: read';

/** Workflows that are asked one by one for their runs, since none is among the repository's latest. */
export const quietWorkflowLimit = 10;

/**
 * A setting for each workflow: whether it is switched off, and how it ended lately. `pushedAt` is the latest change.
 * https://docs.github.com/en/rest/actions/workflows#list-repository-workflows
 */
export async function readWorkflows(
  github: GitHub,
  name: Name,
  pushedAt: string | undefined,
): Promise<readonly KnownSetting[]> {
  const [found, latest] = await Promise.all([
    github.read('GET /repos/{owner}/{repo}/actions/workflows', { ...name, per_page: pageSize }, Workflows),
    readLatestRuns(github, name),
  ]);
  if (!found.ok) return [{ topic: 'workflow', name: '*', unread: found.reason, settle: settleBy(found, permission) }];
  // Those of the platform itself (dependabot, pages) have no file here.
  const workflows = found.value.workflows.filter(({ path }) => path.startsWith('.github/'));
  const quiet = workflows.filter(
    ({ id, state }) => state === 'active' && !latest.some((run) => run.workflow_id === id),
  );
  const asked = await Promise.all(quiet.slice(0, quietWorkflowLimit).map(({ id }) => readRunsOf(github, name, id)));
  return workflows.map((workflow) => describe(workflow, [...latest, ...asked.flat()], pushedAt));
}

function describe({ id, path, state }: Workflow, runs: readonly Run[], pushedAt: string | undefined): KnownSetting {
  const own = runs.filter((run) => run.workflow_id === id);
  return { topic: 'workflow', name: path, values: { state, ...describeRuns(own, pushedAt) } };
}
