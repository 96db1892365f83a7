import { afterEach, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { ANNOTATIONS_AT_ONCE, MAX_CHECK_ANNOTATIONS, makeCheckRun } from '../../src/github/writing/check-run.ts';
import { hasty } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import type { State } from '../support/github/state.ts';

let played: PlayedGitHub | undefined;
afterEach(() => played?.close());

async function make(count: number, known: Partial<State> = {}) {
  played = await playGitHub(known);
  const github = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });
  const annotations = Array.from({ length: count }, (_, index) => ({
    path: 'a.yml',
    line: index + 1,
    level: 'error' as const,
    title: 't',
    message: 'm',
  }));
  const written = await makeCheckRun(
    github,
    { owner: 'shop', repo: 'answers' },
    {
      checkName: 'Stagegate',
      headSha: 'abc',
      conclusion: 'failure',
      title: 'Stage 2 · Automated',
      summary: 's',
      annotations,
    },
  );
  const batches = played.exchanges.map(({ body }) => outputOf(body).annotations.length);
  return { written, batches, first: played.exchanges[0]?.body };
}

function outputOf(body: unknown): { annotations: readonly unknown[] } {
  return (body as { output: { annotations: readonly unknown[] } }).output;
}

test('carries the stage as its title, and annotations at their lines', async () => {
  const { written, first } = await make(1);

  expect(written).toEqual({ ok: true, how: 'created' });
  expect(first).toMatchObject({
    name: 'Stagegate',
    head_sha: 'abc',
    status: 'completed',
    conclusion: 'failure',
    output: {
      title: 'Stage 2 · Automated',
      annotations: [
        { path: 'a.yml', start_line: 1, end_line: 1, annotation_level: 'failure', title: 't', message: 'm' },
      ],
    },
  });
});

test.each([
  [0, [0]],
  [ANNOTATIONS_AT_ONCE, [50]],
  [ANNOTATIONS_AT_ONCE + 1, [50, 1]],
  [MAX_CHECK_ANNOTATIONS + 1, Array(4).fill(50)],
])('sends %i annotations in batches', async (count, expected) => {
  expect((await make(count)).batches).toEqual(expected);
});

test('says which permission it lacks', async () => {
  const { written } = await make(1, { rights: new Set(['contents: read']) });

  expect(written).toEqual({ ok: false, note: 'no check run: grant the job `checks: write`' });
});
