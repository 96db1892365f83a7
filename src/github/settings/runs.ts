import * as z from 'zod';
import type { GitHub } from '../client.ts';
import type { Name } from './repository.ts';

const Run = z.object({ workflow_id: z.int(), conclusion: z.string().nullish(), created_at: z.string() });
export type Run = z.infer<typeof Run>;
const Runs = z.object({ workflow_runs: z.array(Run) });

const pageSize = 100;
const quietPageSize = 10;

/** Runs that have to have failed, one after the other, before that says more than that a change was bad. */
export const failingFrom = 5;
const day = 24 * 60 * 60 * 1000;
/** A pipeline that has not run for so long, while the code moved on, starts no more. */
export const dormantDays = 365;

/** The latest runs of all workflows. https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
export async function readLatestRuns(github: GitHub, name: Name): Promise<readonly Run[]> {
  const parameters = { ...name, status: 'completed', per_page: pageSize };
  const found = await github.read('GET /repos/{owner}/{repo}/actions/runs', parameters, Runs);
  return found.ok ? found.value.workflow_runs : [];
}

/** The latest runs of one. */
export async function readRunsOf(github: GitHub, name: Name, id: number): Promise<readonly Run[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const parameters = { ...name, workflow_id: id, status: 'completed', per_page: quietPageSize };
  const found = await github.read(route, parameters, Runs);
  return found.ok ? found.value.workflow_runs : [];
}

/** What the runs of a workflow say; nothing where there is none, since old ones are deleted. */
export function describeRuns(runs: readonly Run[], pushedAt: string | undefined): Readonly<Record<string, string>> {
  const ended = runs
    .filter(({ conclusion }) => conclusion === 'success' || conclusion === 'failure' || conclusion === 'timed_out')
    .sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
  const [latest] = ended;
  if (latest === undefined) return {};
  const isDormant = pushedAt !== undefined && Date.parse(pushedAt) - Date.parse(latest.created_at) > dormantDays * day;
  const isFailing = ended.length >= failingFrom && ended.every(({ conclusion }) => conclusion !== 'success');
  return {
    'last-run': latest.created_at.slice(0, 10),
    runs: isFailing ? 'failing' : isDormant ? 'dormant' : 'passing',
  };
}
