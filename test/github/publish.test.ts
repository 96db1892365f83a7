import { afterEach, describe, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { publishFiles } from '../../src/github/writing/publish.ts';
import type { OperationId } from '../support/github/operations.ts';
import { failure, ok } from '../support/github/route.ts';
import { hasty } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import { commitFiles, filesOf, makeState, type State } from '../support/github/state.ts';

let played: PlayedGitHub | undefined;
afterEach(() => played?.close());

async function publish(known: Partial<State>, prepare: (github: PlayedGitHub) => void = () => {}) {
  played = await playGitHub(known);
  prepare(played);
  const github = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });
  const written = await publishFiles(
    github,
    { owner: 'shop', repo: 'answers' },
    {
      branch: 'stagegate',
      message: 'result',
      reads: ['history.jsonl'],
      files: (before) => ({ 'history.jsonl': `${before.get('history.jsonl') ?? ''}new\n`, 'badge.json': '{}' }),
    },
  );
  return { written, files: filesOf(played.state, 'stagegate') };
}

function stateWith(files: Readonly<Record<string, string>>): State {
  const state = makeState();
  commitFiles(state, 'stagegate', files);
  return state;
}

test('makes the branch where there is none', async () => {
  const { written, files } = await publish({});

  expect(written).toEqual({ ok: true, how: 'created' });
  expect(files).toEqual({ 'history.jsonl': 'new\n', 'badge.json': '{}' });
});

test('adds to the history, and leaves other files alone', async () => {
  const { written, files } = await publish(stateWith({ 'history.jsonl': 'old\n', 'README.md': 'data' }));

  expect(written).toEqual({ ok: true, how: 'updated' });
  expect(files).toEqual({ 'history.jsonl': 'old\nnew\n', 'badge.json': '{}', 'README.md': 'data' });
});

const moves: OperationId = 'PATCH /repos/{owner}/{repo}/git/refs/{ref}';

test('reads all again where another run was faster', async () => {
  const { written, files } = await publish(stateWith({ 'history.jsonl': 'old\n' }), (github) =>
    github.before(moves, () => {
      commitFiles(github.state, 'stagegate', { 'history.jsonl': 'old\nof another run\n' });
    }),
  );

  expect(written).toEqual({ ok: true, how: 'updated' });
  expect(files['history.jsonl']).toBe('old\nof another run\nnew\n');
});

test('reads all again where another run made the branch', async () => {
  const { written, files } = await publish({}, (github) =>
    github.before('POST /repos/{owner}/{repo}/git/refs', () => {
      commitFiles(github.state, 'stagegate', { 'history.jsonl': 'first\n' });
    }),
  );

  expect(written).toEqual({ ok: true, how: 'updated' });
  expect(files['history.jsonl']).toBe('first\nnew\n');
});

test('forces nothing', async () => {
  await publish(stateWith({ 'history.jsonl': 'old\n' }));

  expect(played?.calls(moves).map(({ body }) => body)).toEqual([expect.objectContaining({ force: false })]);
});

describe('publishes nothing and says why', () => {
  const conflict = failure(409, 'Conflict');
  test.each([
    ['without contents: write', { rights: new Set(['contents: read']) }, undefined, 'grant the job `contents: write`'],
    ['where it always comes too late', undefined, [moves, Array(9).fill(conflict)], 'HTTP 409'],
    [
      'where the branch is not listed whole',
      undefined,
      ['GET /repos/{owner}/{repo}/git/trees/{tree_sha}', [ok({ sha: 'x', truncated: true, tree: [] })]],
      'too many files',
    ],
    [
      'where the history can not be read',
      undefined,
      ['GET /repos/{owner}/{repo}/git/blobs/{file_sha}', Array(3).fill(failure(502, 'Bad Gateway'))],
      'HTTP 502',
    ],
    ['where the branch can not be asked for', undefined, ['*', [{ raw: '{"ref' }]], 'documented form'],
  ] as const)('%s', async (_, rights, mishap, words) => {
    const state = { ...stateWith({ 'history.jsonl': 'old\n' }), ...rights };

    const { written, files } = await publish(state, (github) => {
      if (mishap) github.disturb(mishap[0], ...mishap[1]);
    });

    expect(written).toEqual({ ok: false, note: expect.stringContaining(words) });
    expect(files).toEqual({ 'history.jsonl': 'old\n' });
  });
});
