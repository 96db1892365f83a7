import * as z from 'zod';
import type { Answer } from '../answer.ts';
import type { GitHub } from '../client.ts';
import type { Name } from '../settings/repository.ts';
import { notWritten, type Written } from './outcome.ts';

/** https://docs.github.com/en/rest/issues/comments */
export const MAX_COMMENT = 65_536;

const Comment = z.object({
  id: z.int(),
  body: z.string().optional(),
  user: z.object({ login: z.string(), type: z.string() }).nullish(),
});
type Comment = z.infer<typeof Comment>;

export type CommentPlan = {
  readonly issue: number;
  /** Hidden words by which the comment is found again. */
  readonly marker: string;
  readonly body: string;
  /** False where only a comment that is there already is to be changed. */
  readonly creates: boolean;
};

const pageSize = 100;
const pageLimit = 10;

/**
 * Keeps one comment of ours on a pull request up to date, and makes it where it may. Where two runs made one at the same
 * time, the older stays. What others wrote is never touched, whatever it says.
 */
export async function keepComment(github: GitHub, name: Name, plan: CommentPlan): Promise<Written> {
  const before = await listOwn(github, name, plan);
  if (!before.ok) return notWritten('no comment', before, 'pull-requests: write');
  const [oldest] = before.value;
  if (!oldest) return plan.creates ? create(github, name, plan) : { ok: true, how: 'not needed' };
  if (oldest.body === plan.body) return removeAll(github, name, before.value.slice(1), 'unchanged');
  const changed = await change(github, name, oldest, plan.body);
  if (!changed.ok) return notWritten('no comment', changed, 'pull-requests: write');
  return removeAll(github, name, before.value.slice(1), 'updated');
}

async function create(github: GitHub, name: Name, plan: CommentPlan): Promise<Written> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const made = await github.ask(route, { ...name, issue_number: plan.issue, body: plan.body }, Comment);
  if (!made.ok) return notWritten('no comment', made, 'pull-requests: write');
  const after = await listOwn(github, name, plan);
  if (!after.ok) return { ok: true, how: 'created' };
  const [oldest, ...others] = after.value;
  if (!oldest || others.length === 0) return { ok: true, how: 'created' };
  // Another run was faster: its comment stays, and says what the later of the two found.
  if (oldest.id !== made.value.id) await change(github, name, oldest, plan.body);
  return removeAll(github, name, others, 'updated');
}

function change(github: GitHub, name: Name, { id }: Comment, body: string): Promise<Answer<Comment>> {
  return github.ask(
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    { ...name, comment_id: id, body },
    Comment,
  );
}

async function removeAll(github: GitHub, name: Name, comments: readonly Comment[], how: string): Promise<Written> {
  for (const { id } of comments) {
    await github.ask(
      'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
      { ...name, comment_id: id },
      z.unknown(),
    );
  }
  return { ok: true, how };
}

/** Our comments, from the oldest on. */
async function listOwn(
  github: GitHub,
  name: Name,
  { issue, marker }: CommentPlan,
): Promise<Answer<readonly Comment[]>> {
  const isOwn = await recogniseOwn(github);
  const found: Comment[] = [];
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  for (let page = 1; page <= pageLimit; page += 1) {
    const parameters = { ...name, issue_number: issue, per_page: pageSize, page };
    const answer = await github.ask(route, parameters, z.array(Comment));
    if (!answer.ok) return answer;
    found.push(...answer.value.filter((comment) => isOwn(comment) && comment.body?.includes(marker)));
    if (answer.value.length < pageSize) return { ok: true, value: found.sort((a, b) => a.id - b.id) };
  }
  // There may be one further on, and a second one is worse than none.
  if (found.length > 0) return { ok: true, value: found.sort((a, b) => a.id - b.id) };
  return { ok: false, reason: 'limited', message: `there are more than ${pageSize * pageLimit} comments` };
}

/** A person's token says who it is; that of a workflow may not ask, and writes as a bot. */
async function recogniseOwn(github: GitHub): Promise<(comment: Comment) => boolean> {
  const me = await github.read('GET /user', {}, z.object({ login: z.string() }));
  return ({ user }) => (me.ok ? user?.login === me.value.login : user?.type === 'Bot');
}
