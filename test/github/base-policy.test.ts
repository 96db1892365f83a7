import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRemoteBase } from '../../src/github/base-policy.ts';
import { openGitHub } from '../../src/github/client.ts';
import { repoPath } from '../../src/model/location.ts';
import type { RemoteBase } from '../../src/model/remote-base.ts';
import { builtInRuleSet } from '../../src/rules/built-in.ts';
import { run } from '../../src/run.ts';
import { makeRepository, type Repository } from '../support/git-repository.ts';
import type { OperationId } from '../support/github/operations.ts';
import { failure, ok } from '../support/github/route.ts';
import { hasty } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import { commitFiles, makeState } from '../support/github/state.ts';

const trees: OperationId = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
const blobs: OperationId = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
const strict = 'version: 1\nsystems:\n  answers: { root: ., target: 4 }\n';
const lenient = 'version: 1\nmode: observe\nsystems:\n  answers: { root: ., target: 1 }\n';

let played: PlayedGitHub | undefined;
let repository: Repository;
beforeEach(() => {
  // A shallow clone of a change that lowers its own bar.
  repository = makeRepository();
  repository.write('stagegate.yml', lenient);
  repository.write('.github/workflows/ci.yml', 'on: push\njobs: {}\n');
  repository.commit();
});
afterEach(() => played?.close());

async function judge(files: Readonly<Record<string, string>>, prepare: (github: PlayedGitHub) => void = () => {}) {
  const state = makeState();
  const commit = commitFiles(state, 'main', files);
  played = await playGitHub(state);
  prepare(played);
  const github = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });
  const openBase = async (prefix: string): Promise<RemoteBase | undefined> => {
    const found = await readRemoteBase(github, { owner: 'shop', repo: 'answers' }, commit, prefix);
    return found.ok ? found.value : undefined;
  };
  const base = { revisions: ['0'.repeat(40)], isAsked: false };
  const options = { directory: repository.folder, today: '2026-11-24', version: '0', base, openBase };
  const { report, exitCode } = await run(options, builtInRuleSet());
  const kinds = report.findings.map(({ kind }) => kind);
  const words = report.diagnostics.map(({ message }) => message).join('\n');
  return { exitCode, kinds, words, mode: report.verdict.mode, target: report.systems[0]?.target };
}

test('a change that lowers its own bar does not pass', async () => {
  const { exitCode, kinds, words, mode, target } = await judge({ 'stagegate.yml': strict });

  expect([exitCode, mode, target]).toEqual([1, 'enforce', 4]);
  expect(kinds).toContain('policy-change');
  expect(words).toContain('it is unknown what this change loses;');
});

test('nor one that takes its policy away', async () => {
  repository.remove('stagegate.yml');

  expect(await judge({ '.github/stagegate.yml': strict })).toMatchObject({ exitCode: 1, target: 4 });
});

test('what the policy of the base names is read there too', async () => {
  const upper = 'version: 1\ntargets:\n  - target: 3\n';
  const policy = 'version: 1\nextends: policies/upper.yml\nsystems:\n  answers: { root: ., lifecycle: production }\n';

  const { target } = await judge({ 'stagegate.yml': policy, 'policies/upper.yml': upper });

  expect(target).toBe(3);
});

test('a repository that is too large to be listed still has its policy read', async () => {
  const { exitCode, target } = await judge({ 'stagegate.yml': strict }, (github) => {
    const [tree = ''] = github.state.trees.keys();
    github.disturb(trees, ok({ sha: tree, truncated: true, tree: [] }));
  });

  expect([exitCode, target]).toEqual([1, 4]);
});

test('a folder below the top is read from there', async () => {
  const state = makeState();
  const commit = commitFiles(state, 'main', { 'services/rag/stagegate.yml': strict, 'stagegate.yml': lenient });
  played = await playGitHub(state);
  const github = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });

  const found = await readRemoteBase(github, { owner: 'shop', repo: 'answers' }, commit, 'services/rag/');

  if (!found.ok) throw new Error(found.message);
  expect(found.value.paths).toEqual(['stagegate.yml']);
  expect(await found.value.read(repoPath('stagegate.yml'))).toEqual({ ok: true, text: strict });
});

describe('where GitHub does not give it, the own policy counts, and that is told', () => {
  test.each([
    ['a commit that it has not', trees, failure(404, 'Not Found')],
    ['its trouble with a text', blobs, failure(500, 'Server Error')],
  ] as const)('%s', async (_, operation, mishap) => {
    const { mode, words } = await judge({ 'stagegate.yml': strict }, (github) =>
      github.disturb(operation, mishap, mishap, mishap),
    );

    expect(mode).toBe('observe');
    expect(words).toContain('its own policy counts');
  });
});
