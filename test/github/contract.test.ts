import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.ts';
import { connect } from '../../src/github/connect.ts';
import { makeCheckRun } from '../../src/github/writing/check-run.ts';
import { keepComment } from '../../src/github/writing/comment.ts';
import { publishFiles } from '../../src/github/writing/publish.ts';
import { type Contract, readContract } from '../support/github/contract.ts';
import { type OperationId, operations } from '../support/github/operations.ts';
import { environment, hasty, reviewRule, wellSet } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import { commitFiles, makeState, type State } from '../support/github/state.ts';

const name = { owner: 'shop', repo: 'answers' };
const description = join(import.meta.dirname, '../../.contract/github.json');
const isThere = existsSync(description);

test.skipIf(isThere)('npm run test:contract fetches the description of GitHub that the rest is tested against', () => {
  process.stderr.write("GitHub's description of its API is not here, so requests and replies were not checked\n");
});

describe.skipIf(!isThere)('what is sent and played fits what GitHub describes', () => {
  let contract: Contract;
  let played: PlayedGitHub | undefined;
  const seen = new Set<string>();

  beforeAll(() => {
    contract = readContract(JSON.parse(readFileSync(description, 'utf8')));
  });
  afterEach(() => played?.close());

  const protection = {
    required_pull_request_reviews: {
      required_approving_review_count: 2,
      dismiss_stale_reviews: false,
      require_code_owner_reviews: true,
    },
    required_status_checks: { contexts: ['test'], checks: [{ context: 'test', app_id: null }] },
    enforce_admins: { url: 'https://github.test/x', enabled: true },
  };
  const app = { id: 1, slug: 'x', integration_url: 'x', node_id: 'x' };
  const states: readonly (readonly [string, Partial<State>])[] = [
    ['all that is set', wellSet()],
    [
      'a classic protection and a service',
      {
        protection,
        rules: [reviewRule(0)],
        environments: [environment('production')],
        customRules: { production: [{ id: 1, node_id: 'x', enabled: true, app }] },
        workflows: [{ id: 4, path: '.github/workflows/ci.yml', state: 'active' }],
      },
    ],
    ['nothing that may be read', { rights: new Set(['metadata: read']) }],
  ];

  test.each(states)('settings: %s', async (_, state) => {
    played = await playGitHub(state);
    const options = { baseUrl: played.url, repository: 'shop/answers', version: '0', patience: hasty };

    await connect(options).readSettings({ name: null, host: null });

    expectNoBreach(played);
  });

  test('writing', async () => {
    const comment = (id: number) => ({ id, body: '<!-- s -->', login: 'github-actions[bot]', type: 'Bot' });
    played = await playGitHub();
    const { state } = played;
    const github = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });
    const annotation = { path: 'a.yml', line: 1, level: 'notice' as const, title: 't', message: 'm' };

    await keepComment(github, name, { issue: 1, marker: '<!-- s -->', body: '<!-- s -->', creates: true });
    state.comments.push(comment(8));
    await keepComment(github, name, { issue: 1, marker: '<!-- s -->', body: '<!-- s --> more', creates: true });
    const check = { checkName: 'c', headSha: 'abc', conclusion: 'neutral' as const, title: 't', summary: 's' };
    await makeCheckRun(github, name, { ...check, annotations: Array(51).fill(annotation) });
    const publish = { branch: 'stagegate', message: 'm', reads: ['h'] };
    for (const text of ['a', 'b']) await publishFiles(github, name, { ...publish, files: () => ({ h: text }) });
    state.login = 'amara';
    const asPerson = await openGitHub({ baseUrl: played.url, version: '0', patience: hasty });
    await keepComment(asPerson, name, { issue: 1, marker: '<!-- s -->', body: '<!-- s -->', creates: false });

    expectNoBreach(played);
  });

  test('a policy of another repository', async () => {
    const state = makeState();
    commitFiles(state, 'tags/v1', { 'a/b.yml': 'version: 1\n' });
    played = await playGitHub(state);
    const { fetchPolicy } = connect({ baseUrl: played.url, version: '0', patience: hasty });

    const found = await fetchPolicy({ owner: 'shop', repo: 'policies', path: 'a/b.yml', ref: 'v1' });

    expect(found.ok).toBe(true);
    expectNoBreach(played);
  });

  test('a body that GitHub would refuse is found', () => {
    const exchange = {
      operation: 'POST /repos/{owner}/{repo}/git/trees' satisfies OperationId,
      path: '',
      query: { depth: '1' },
      token: undefined,
      body: { tree: [{ path: 7 }] },
      status: 422,
      reply: { message: 'Validation Failed' },
    };

    expect(contract.breaches(exchange)).toEqual([
      'POST /repos/{owner}/{repo}/git/trees: it takes no depth',
      expect.stringContaining('request /tree/0/path must be string'),
    ]);
  });

  test('every operation was called', () => {
    expect(operations.filter((operation) => !seen.has(operation))).toEqual([]);
  });

  function expectNoBreach({ exchanges }: PlayedGitHub): void {
    for (const { operation } of exchanges) seen.add(operation);
    expect(exchanges.length).toBeGreaterThan(0);
    expect(exchanges.flatMap((exchange) => contract.breaches(exchange))).toEqual([]);
  }
});
