import * as z from 'zod';
import type { GitHub } from '../client.ts';
import type { Name } from '../settings/repository.ts';
import { notWritten, type Written } from './outcome.ts';

/** GitHub takes so many at once. https://docs.github.com/en/rest/checks/runs */
export const ANNOTATIONS_AT_ONCE = 50;
/** More help nobody. */
export const MAX_CHECK_ANNOTATIONS = 200;
/** Of a check's summary, in characters. */
export const MAX_CHECK_SUMMARY = 65_535;

export type CheckAnnotation = {
  readonly path: string;
  readonly line: number;
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
};

export type CheckPlan = {
  readonly checkName: string;
  readonly headSha: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
};

const CheckRun = z.object({ id: z.int() });
const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** Makes a check run on the commit, with all annotations, in as many requests as that takes. */
export async function makeCheckRun(github: GitHub, name: Name, plan: CheckPlan): Promise<Written> {
  const [first = [], ...others] = batches(plan.annotations.slice(0, MAX_CHECK_ANNOTATIONS));
  const { checkName, headSha, conclusion } = plan;
  const output = (annotations: readonly CheckAnnotation[]) => ({
    title: plan.title,
    summary: plan.summary,
    annotations: annotations.map(toGitHub),
  });
  const made = await github.ask(
    'POST /repos/{owner}/{repo}/check-runs',
    { ...name, name: checkName, head_sha: headSha, status: 'completed', conclusion, output: output(first) },
    CheckRun,
  );
  if (!made.ok) return notWritten('no check run', made, 'checks: write');
  for (const batch of others) {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    const more = await github.ask(route, { ...name, check_run_id: made.value.id, output: output(batch) }, CheckRun);
    if (!more.ok) return notWritten('not all annotations', more, 'checks: write');
  }
  return { ok: true, how: 'created' };
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / ANNOTATIONS_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ANNOTATIONS_AT_ONCE, (index + 1) * ANNOTATIONS_AT_ONCE),
  );
}

function toGitHub({ path, line, level, title, message }: CheckAnnotation) {
  return { path, start_line: line, end_line: line, annotation_level: levels[level], title, message };
}
