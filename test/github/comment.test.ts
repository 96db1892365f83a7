import { afterEach, describe, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { keepComment } from '../../src/github/writing/comment.ts';
import { failure } from '../support/github/route.ts';
import { hasty } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import type { Comment, State } from '../support/github/state.ts';

const name = { owner: 'shop', repo: 'answers' };
const marker = '<!-- stagegate -->';
const bot = (id: number, body: string): Comment => ({ id, body, login: 'github-actions[bot]', type: 'Bot' });
const person = (id: number, body: string, login = 'amara'): Comment => ({ id, body, login, type: 'User' });

let played: PlayedGitHub | undefined;
afterEach(() => played?.close());

async function keep(
  known: Partial<State>,
  options: { creates?: boolean; prepare?: (github: PlayedGitHub) => void } = {},
) {
  played = await playGitHub(known);
  options.prepare?.(played);
  const github = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });
  const plan = { issue: 3, marker, body: `${marker}\nnew`, creates: options.creates ?? true };
  const written = await keepComment(github, name, plan);
  return { written, comments: played.state.comments };
}

test('makes a comment, and changes it the next time', async () => {
  const first = await keep({});
  expect(first.written).toEqual({ ok: true, how: 'created' });
  expect(first.comments.map(({ body }) => body)).toEqual([`${marker}\nnew`]);
  await played?.close();

  const second = await keep({ comments: [bot(1, `${marker}\nold`)] });

  expect(second.written).toEqual({ ok: true, how: 'updated' });
  expect(second.comments.map(({ body }) => body)).toEqual([`${marker}\nnew`]);
});

test('finds it behind many others', async () => {
  const others = Array.from({ length: 120 }, (_, index) => person(index + 1, 'hello'));

  const { written, comments } = await keep({ comments: [...others, bot(500, `${marker}\nold`)] });

  expect(written).toEqual({ ok: true, how: 'updated' });
  expect(comments.at(-1)?.body).toBe(`${marker}\nnew`);
});

test('does not write what is there already', async () => {
  const { written } = await keep({ comments: [bot(1, `${marker}\nnew`)] });

  expect(written).toEqual({ ok: true, how: 'unchanged' });
  expect(played?.calls('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}')).toEqual([]);
});

test('makes none where it only may change one', async () => {
  const { written, comments } = await keep({ comments: [person(1, 'hello')] }, { creates: false });

  expect(written).toEqual({ ok: true, how: 'not needed' });
  expect(comments).toHaveLength(1);
});

test('leaves alone what somebody else wrote with the same words', async () => {
  const { comments } = await keep({ comments: [person(1, `${marker}\nall is well`)] });

  expect(comments.map(({ body }) => body)).toEqual([`${marker}\nall is well`, `${marker}\nnew`]);
});

test("knows its own by the name of a person's token", async () => {
  const comments = [person(1, `${marker}\nold`, 'jonas'), person(2, `${marker}\nold`)];

  const { written } = await keep({ login: 'amara', comments });

  expect(written).toEqual({ ok: true, how: 'updated' });
  expect(played?.state.comments.map(({ body }) => body)).toEqual([`${marker}\nold`, `${marker}\nnew`]);
});

test('leaves one where two runs made one at the same time', async () => {
  const { written } = await keep(
    {},
    {
      prepare: (github) =>
        github.before('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', () => {
          github.state.comments.push(bot(1, `${marker}\nof another run`));
        }),
    },
  );

  expect(written).toEqual({ ok: true, how: 'updated' });
  expect(played?.state.comments).toEqual([bot(1, `${marker}\nnew`)]);
});

describe('where it may not, says so', () => {
  test.each([
    ['on a fork', new Set(['metadata: read', 'contents: read']), 'grant the job `pull-requests: write`'],
    ['with a token that only reads', new Set(['metadata: read', 'pull-requests: read']), 'pull-requests: write'],
  ])('%s', async (_, rights, words) => {
    const { written, comments } = await keep({ rights });

    expect(written).toEqual({ ok: false, note: expect.stringContaining(words) });
    expect(comments).toEqual([]);
  });

  test('where the comments can not be listed, since there may be one', async () => {
    const { written, comments } = await keep(
      {},
      {
        prepare: (github) =>
          github.disturb(
            'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
            ...Array(3).fill(failure(502, 'x')),
          ),
      },
    );

    expect(written).toEqual({ ok: false, note: 'no comment: HTTP 502: x; the next run tries again' });
    expect(comments).toEqual([]);
  });
});
