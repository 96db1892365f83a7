import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/github/connect.ts';
import { builtInRuleSet } from '../../src/rules/built-in.ts';
import { run } from '../../src/run.ts';
import { makeRepository, type Repository } from '../support/git-repository.ts';
import type { OperationId } from '../support/github/operations.ts';
import { failure, type Reply } from '../support/github/route.ts';
import { hasty } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import { commitFiles, makeState } from '../support/github/state.ts';

const contents: OperationId = 'GET /repos/{owner}/{repo}/contents/{path}';
const upper = 'version: 1\ntargets:\n  - target: 3\n';
const policy = (extended: string, more = '') =>
  `version: 1\nextends: ${extended}\nsystems:\n  answers: { root: . }\n${more}`;

let played: PlayedGitHub;
let repository: Repository;
let commit: string;
beforeEach(async () => {
  const state = makeState();
  commit = commitFiles(state, 'tags/v1', {
    'ai/stagegate.yml': upper,
    'ai/chained.yml': 'version: 1\nextends: ../group.yml\n',
    'group.yml': 'version: 1\ntargets:\n  - target: 2\n',
    'ai/wrong.yml': 'version: 1\nmode: hidden-word\n',
  });
  commitFiles(state, 'main', { 'ai/stagegate.yml': upper });
  played = await playGitHub(state);
  repository = makeRepository();
  repository.write(
    '.github/workflows/ci.yml',
    'on: push\njobs:\n  a: { runs-on: ubuntu-latest, steps: [{ run: make }] }\n',
  );
});
afterEach(() => played.close());

async function judge(text: string, more: Partial<Parameters<typeof run>[0]> = {}) {
  repository.write('stagegate.yml', text);
  repository.commit();
  const { fetchPolicy } = connect({ baseUrl: played.url, token: 't0ken', version: '0', patience: hasty });
  const options = { directory: repository.folder, today: '2026-11-24', version: '0', fetchPolicy, ...more };
  const { report, exitCode } = await run(options, builtInRuleSet());
  return { exitCode, verdict: report.verdict, target: report.systems[0]?.target, told: report.diagnostics };
}

describe('a policy of another repository', () => {
  test.each([
    ['at a commit', () => commit],
    ['at a tag', () => 'v1'],
  ])('holds, %s', async (_, ref) => {
    const { exitCode, target, told } = await judge(policy(`shop/policies/ai/stagegate.yml@${ref()}`));

    expect([exitCode, target, told]).toEqual([1, 3, []]);
    expect(played.calls(contents)[0]).toMatchObject({
      path: expect.stringContaining('/repos/shop/policies/contents/'),
    });
  });

  test('may extend a file beside it, at the same ref', async () => {
    const { target } = await judge(policy('shop/policies/ai/chained.yml@v1'));

    expect(target).toBe(2);
    expect(played.calls(contents).map(({ query }) => query)).toEqual([
      { ref: 'refs/tags/v1' },
      { ref: 'refs/tags/v1' },
    ]);
  });

  test('may be named by an option', async () => {
    const orgPolicyPaths = [`shop/policies/ai/stagegate.yml@${commit}`];

    const { target } = await judge('version: 1\nsystems:\n  answers: { root: . }\n', { orgPolicyPaths });

    expect(target).toBe(3);
  });

  test('that the base extends holds although the change takes it away', async () => {
    repository.write('stagegate.yml', policy('shop/policies/ai/stagegate.yml@v1'));
    const before = repository.commit();

    const { exitCode, target } = await judge('version: 1\nsystems:\n  answers: { root: . }\n', {
      base: { revisions: [before], isAsked: true },
    });

    expect([exitCode, target]).toEqual([1, 3]);
  });

  test('at a branch is refused, with the reason and what to name', async () => {
    await expect(judge(policy('shop/policies/ai/stagegate.yml@main'))).rejects.toThrow(
      /^stagegate\.yml:2 {2}extends: .*: main is a branch, so .* name a commit \(40 digits\) or a tag$/,
    );
  });

  test('with mistakes is told by their places, without its lines', async () => {
    await expect(judge(policy('shop/policies/ai/wrong.yml@v1'))).rejects.toThrow(
      /^shop\/policies\/ai\/wrong\.yml@v1:2:7 {2}mode takes [^\n]*$/,
    );
  });
});

describe('a policy of another repository that can not be read makes the run incomplete', () => {
  const cases: readonly (readonly [string, Reply, string])[] = [
    ['404', failure(404, 'Not Found'), 'or the token may not read shop/policies'],
    ['403', failure(403, 'Resource not accessible by integration'), 'hand in one with contents: read there'],
    ['trouble', failure(502, 'Bad Gateway'), 'HTTP 502'],
  ];

  test.each(cases)('%s', async (_, reply, words) => {
    played.disturb(contents, ...Array(9).fill(reply));

    const { exitCode, verdict, target, told } = await judge(policy(`shop/policies/ai/stagegate.yml@${commit}`));

    expect([exitCode, verdict.passed, target]).toEqual([3, false, null]);
    expect(verdict.reasons[0]).toContain(words);
    expect(told).toEqual([expect.objectContaining({ level: 'error', code: 'policy-unread' })]);
  });

  test('a tag that is not there', async () => {
    const { exitCode, verdict } = await judge(policy('shop/policies/ai/stagegate.yml@v9'));

    expect([exitCode, verdict.passed]).toEqual([3, false]);
  });

  test('without GitHub', async () => {
    repository.write('stagegate.yml', policy('shop/policies/ai/stagegate.yml@v1'));
    const options = { directory: repository.folder, today: '2026-11-24', version: '0' };

    const { exitCode, report } = await run(options, builtInRuleSet());

    expect([exitCode, report.verdict.passed]).toEqual([3, false]);
    expect(report.verdict.reasons[0]).toContain('GitHub was not asked');
  });
});
