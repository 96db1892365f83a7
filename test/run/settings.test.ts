import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/github/connect.ts';
import type { AspectStatus, Report } from '../../src/model/report.ts';
import { builtInRuleSet } from '../../src/rules/built-in.ts';
import { run } from '../../src/run.ts';
import { makeRepository, type Repository } from '../support/git-repository.ts';
import { failure } from '../support/github/route.ts';
import { hasty, wellSet } from '../support/github/scenes.ts';
import { type Mishap, type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import type { State } from '../support/github/state.ts';

const ci = `on: pull_request
jobs:
  evaluate:
    runs-on: ubuntu-latest
    steps:
      - run: npx promptfoo eval -c evals/promptfooconfig.yaml
`;
const deploy = `on: { push: { branches: [main] } }
jobs:
  deploy:
    environment: production
    runs-on: ubuntu-latest
    steps:
      - run: gcloud run deploy answers --image registry.shop.internal/answers:\${{ github.sha }}
`;

let repository: Repository;
let played: PlayedGitHub | undefined;

beforeAll(() => {
  repository = makeRepository();
  repository.write('stagegate.yml', 'version: 1\nsystems:\n  answers: { root: ., target: 4 }\n');
  repository.write('.github/workflows/ci.yml', ci);
  repository.write('.github/workflows/deploy.yml', deploy);
  repository.commit();
});
afterEach(() => played?.close());

async function check(state?: Partial<State>, mishap?: Mishap): Promise<Report> {
  const options = { directory: repository.folder, today: '2026-11-24', version: '0' };
  if (state === undefined) return (await run(options, builtInRuleSet())).report;
  played = await playGitHub(state);
  if (mishap) played.disturb('*', ...Array(300).fill(mishap));
  const patience = { ...hasty, timeout: 50, total: 3000 };
  const { readSettings } = connect({ baseUrl: played.url, repository: 'shop/answers', version: '0', patience });
  return (await run({ ...options, readSettings }, builtInRuleSet())).report;
}

function statuses({ systems }: Report): Readonly<Record<string, AspectStatus>> {
  const practices = Object.entries(systems[0]?.practices ?? {});
  return Object.fromEntries(
    practices.flatMap(([practice, { aspects }]) =>
      Object.entries(aspects).map(([aspect, { status }]) => [`${practice}/${aspect}`, status] as const),
    ),
  );
}

const settable = ['ci-cd-deployment/code-review', 'production-approval/approval', 'quality-gates/gate'];

test('without a token what is set is unknown, and says what would settle it', async () => {
  const report = await check();

  for (const aspect of settable) expect(statuses(report)[aspect]).toBe('unknown');
  const fixes = report.findings.filter(({ kind }) => kind === 'unknown').map(({ fix }) => fix);
  expect(fixes.join()).toContain('permission actions: read');
  expect(report.scan).not.toHaveProperty('calls');
});

test('with all rights it is proven, where it is set', async () => {
  const report = await check(wellSet());

  for (const aspect of settable) expect(statuses(report)[aspect]).toBe('proven');
  expect(report.scan.calls).toBe(played?.exchanges.length);
});

test('with all rights it is missing, where it is not set', async () => {
  const report = await check({ environments: [], rules: [] });

  expect(statuses(report)['production-approval/approval']).toBe('absent');
  expect(statuses(report)['quality-gates/gate']).not.toBe('unknown');
  // Evaluations on pull requests still show the habit.
  expect(['hinted', 'absent']).toContain(statuses(report)['ci-cd-deployment/code-review']);
});

test('a rule that no approval satisfies is no review', async () => {
  const state = wellSet();
  const [review] = state.rules ?? [];
  const parameters = { ...(review?.parameters as object), required_approving_review_count: 0 };

  const report = await check({ ...state, rules: [{ ...review, parameters }] });

  expect(statuses(report)['ci-cd-deployment/code-review']).toBe('hinted');
});

test('a workflow that is switched off deploys nothing', async () => {
  const state = wellSet();
  const workflows = [{ id: 1, path: '.github/workflows/deploy.yml', state: 'disabled_inactivity' }];

  const report = await check({ ...state, workflows });

  expect(statuses(report)['ci-cd-deployment/automated-deploy']).not.toBe('proven');
  expect(report.diagnostics.map(({ message }) => message).join()).toContain(
    '.github/workflows/deploy.yml is switched off on GitHub (disabled_inactivity)',
  );
});

describe('trouble changes nothing but what is unknown', () => {
  const cases: readonly (readonly [string, Partial<State>, Mishap | undefined])[] = [
    ['contents: read only', { ...wellSet(), rights: new Set(['metadata: read', 'contents: read']) }, undefined],
    ['401', wellSet(), failure(401, 'Bad credentials')],
    ['403', wellSet(), failure(403, 'Resource not accessible by integration')],
    ['404', wellSet(), failure(404, 'Not Found')],
    ['409', wellSet(), failure(409, 'Conflict')],
    ['422', wellSet(), failure(422, 'Validation Failed')],
    ['429', wellSet(), failure(429, 'Too Many Requests', { 'retry-after': '3600' })],
    ['a secondary limit', wellSet(), failure(403, 'secondary rate limit', { 'retry-after': '3600' })],
    ['5xx', wellSet(), failure(503, 'Unavailable')],
    ['a time-out', wellSet(), 'silence'],
    ['malformed JSON', wellSet(), { raw: '{"default' }],
  ];

  test.each(cases)('%s', async (_, state, mishap) => {
    const [without, report] = [await check(), await check(state, mishap)];

    for (const [aspect, status] of Object.entries(statuses(report))) {
      const before = statuses(without)[aspect];
      if (status !== before) expect([aspect, before, status]).toEqual([aspect, before, 'unknown']);
    }
    for (const aspect of settable) expect(statuses(report)[aspect]).toBe('unknown');
    expect(report.diagnostics.map(({ code }) => code)).toContain('setting-unread');
  });

  test('errors that pass do not matter', async () => {
    played = await playGitHub(wellSet());
    played.disturb('GET /repos/{owner}/{repo}', failure(502, 'Bad Gateway'), failure(502, 'Bad Gateway'));
    const { readSettings } = connect({
      baseUrl: played.url,
      repository: 'shop/answers',
      version: '0',
      patience: hasty,
    });
    const options = { directory: repository.folder, today: '2026-11-24', version: '0', readSettings };

    const { report } = await run(options, builtInRuleSet());

    for (const aspect of settable) expect(statuses(report)[aspect]).toBe('proven');
  });
});
