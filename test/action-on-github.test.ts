import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Report } from '../src/model/report.ts';
import { examplePayload, pullRequest, runActionHere, shallowCopy, startAction, toJson } from './support/action.ts';
import { exampleRepository, type Repository } from './support/git-repository.ts';
import { failure } from './support/github/route.ts';
import { reviewRule } from './support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from './support/github/server.ts';
import { commitFiles, filesOf, type State } from './support/github/state.ts';

const policy = (target: number) => `version: 1\nsystems:\n  rag-service: { root: ., target: ${target} }\n`;
const pullHead = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';

let played: PlayedGitHub;
let repository: Repository;
let base: string;
beforeEach(() => {
  repository = exampleRepository(policy(4));
  base = repository.git('rev-parse', 'HEAD').trim();
});
afterEach(() => played.close());

// Each starts the whole product once or more.
vi.setConfig({ testTimeout: 240_000 });

type Scene = {
  readonly event?: string;
  readonly payload?: unknown;
  readonly state?: Partial<State>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  readonly prefix?: string;
  readonly prepare?: (github: PlayedGitHub) => void;
  /** As a process of its own. */
  readonly apart?: true;
};

/** A merge needs an approval, which nobody may go without. */
const reviewed: Partial<State> = {
  rules: [reviewRule(1)],
  rulesets: { 7: { id: 7, name: 'main', source: 'shop/answers', bypass_actors: [] } },
};

async function start(scene: Scene = {}) {
  played = await playGitHub({ ...reviewed, ...scene.state }, scene.prefix);
  scene.prepare?.(played);
  return again(scene);
}

/** Another run against the same GitHub. */
function again({ event = 'pull_request', payload = pullRequest(base), apart, inputs, env, workspace }: Scene = {}) {
  return (apart ? startAction : runActionHere)({
    workspace: workspace ?? repository.folder,
    event,
    payload,
    inputs: { token: 't0ken', ...inputs },
    env: { GITHUB_API_URL: played.url, GITHUB_SHA: base, ...env },
  });
}

const reading = new Set(['metadata: read', 'contents: read']);
const commands = (log: string) => log.match(/^::(?:error|warning|notice) .*file=/gm) ?? [];
const writes = () => played.exchanges.filter(({ operation }) => !operation.startsWith('GET'));
const reportOf = (outputs: Readonly<Record<string, string>>) =>
  Report.parse(JSON.parse(readFileSync(outputs['report-path'] ?? '', 'utf8')));

describe('a pull request', () => {
  test('with all rights gets a check run and one comment, which is then updated', async () => {
    const first = await start({ apart: true });
    const [made] = played.state.comments.map(({ body }) => body);
    repository.remove('.github/workflows/evals.yml');
    const second = await again();

    expect([first.status, second.status]).toEqual([1, 1]);
    expect(played.state.comments).toHaveLength(1);
    expect(made).toMatch(/^<!-- stagegate [0-9a-f]{16} -->\n## Stage 2 · Automated: ✗ Gate not met/);
    expect(played.state.comments[0]?.body).toContain('`.github/workflows/evals.yml:20` proved it on the base');
    const [check] = played.state.checkRuns;
    expect(check).toMatchObject({ name: 'Stagegate', head_sha: pullHead, conclusion: 'failure' });
    expect(toJson(check?.output)).toMatchObject({ title: 'Stage 2 · Automated' });
    expect(toJson(check?.output).annotations).not.toEqual([]);
    expect(commands(first.log)).toEqual([]);
    expect(first.summary).not.toContain('Not done');
    expect(first.outputs).toMatchObject({ stage: '2', passed: 'false' });
    expect(reportOf(first.outputs).scan.calls).toBeGreaterThan(5);
    expect(played.exchanges.every(({ token }) => token === 't0ken')).toBe(true);
  });

  test('with contents: read alone gets annotations and a summary that tells what is missing', async () => {
    const { status, log, summary } = await start({ state: { rights: reading } });

    expect(status).toBe(1);
    expect(commands(log).length).toBeGreaterThan(0);
    expect(commands(log).length).toBeLessThanOrEqual(10);
    expect(summary).toContain('no check run: grant the job `checks: write`');
    expect(summary).toContain('no comment: grant the job `pull-requests: write`');
    expect([played.state.comments, played.state.checkRuns]).toEqual([[], []]);
  });

  test('of a fork gets annotations and a summary, and nothing is tried that can not be', async () => {
    const { status, log, summary } = await start({
      state: { rights: reading },
      payload: pullRequest(base, 'stranger/answers'),
      apart: true,
    });

    expect(status).toBe(1);
    expect(commands(log).length).toBeGreaterThan(0);
    expect(summary).toContain('a pull request of a fork has a token that only reads');
    expect(writes()).toEqual([]);
  });

  test('that changes nothing and is not blocked gets a comment only where one is always wanted', async () => {
    repository.write('stagegate.yml', policy(1));
    base = repository.commit();

    await start();
    expect(played.state.comments).toEqual([]);
    await again({ inputs: { comment: 'always' } });

    expect(played.state.comments.map(({ body }) => body.split('\n').slice(1))).toEqual([
      [expect.stringMatching(/^\*\*Stage 2 · Automated: ✓ Gate passed.*this change moves nothing\.$/), ''],
    ]);
  });

  test('gets none where none is wanted', async () => {
    await start({ inputs: { comment: 'never' } });

    expect(played.state.comments).toEqual([]);
    expect(played.state.checkRuns).toHaveLength(1);
  });

  test('that edits the policy to pass does not pass, in a shallow clone either', async () => {
    let commit = '';
    repository.write('stagegate.yml', policy(1));

    const { status, log } = await start({
      workspace: shallowCopy(repository.folder),
      prepare: ({ state }) => {
        commit = commitFiles(state, 'main', { 'stagegate.yml': policy(4) });
      },
      payload: pullRequest('0'.repeat(40)),
    });
    expect([status, /the base 0{40} is not in this clone/.test(log)]).toEqual([0, true]);
    const known = await again({ workspace: shallowCopy(repository.folder), payload: pullRequest(commit) });

    expect(known.status).toBe(1);
    expect(reportOf(known.outputs).findings.map(({ kind }) => kind)).toContain('policy-change');
  });
});

describe("an organisation's policy in another repository", () => {
  const upper = 'version: 1\ntargets:\n  - target: 4\n';

  test('that the input names holds', async () => {
    repository.write('stagegate.yml', policy(1));
    base = repository.commit();

    const { status, outputs } = await start({
      inputs: { 'org-policy': 'shop/policies/ai.yml@v1' },
      prepare: ({ state }) => void commitFiles(state, 'tags/v1', { 'ai.yml': upper }),
      apart: true,
    });

    expect([status, reportOf(outputs).systems[0]?.target]).toEqual([1, 4]);
  });

  test('that can not be read fails the job, even where there is no target yet', async () => {
    repository.remove('stagegate.yml');
    base = repository.commit();

    const { status, outputs, log } = await start({ inputs: { 'org-policy': 'shop/policies/ai.yml@v1' } });

    expect([status, outputs.passed]).toEqual([1, 'false']);
    expect(log).toContain('the token may not read shop/policies');
  });
});

describe('pull_request_target', () => {
  const stranger = () => pullRequest(base, 'stranger/answers');

  test('is refused with the head of a fork checked out', async () => {
    const payload = stranger();
    repository.write('change.txt', 'x');
    repository.commit();

    const { status, log } = await start({ event: 'pull_request_target', payload });

    expect(status).toBe(1);
    expect(log).toContain('here the code of a fork is checked out');
    expect(log).toContain('let the workflow run on pull_request');
    expect(played.exchanges).toEqual([]);
  });

  test('runs on the base', async () => {
    const { log, outputs } = await start({ event: 'pull_request_target', payload: stranger() });

    expect(log).not.toContain('here the code of a fork');
    expect(outputs.stage).toBe('2');
  });
});

describe('publishing', () => {
  const push = { event: 'push', payload: { ...examplePayload('push'), ref: 'refs/heads/master' } };
  const master = { GITHUB_REF: 'refs/heads/master' };
  const wanted = { inputs: { publish: 'true' }, env: master };

  test('puts badge, history and report on a branch, and adds to the history', async () => {
    await start({ ...push, ...wanted, apart: true });
    repository.write('change.txt', 'x');
    repository.commit();
    const { status, summary } = await again({ ...push, ...wanted });

    expect(status).toBe(1);
    expect(summary).not.toContain('Not done');
    const files = filesOf(played.state, 'stagegate');
    expect(Object.keys(files).sort()).toEqual(['badge.json', 'badge.svg', 'history.jsonl', 'report.json']);
    expect(JSON.parse(files['badge.json'] ?? '')).toMatchObject({ schemaVersion: 1, message: '2 → 4' });
    expect(files['badge.svg']).toMatch(/^<svg /);
    expect(files['history.jsonl']?.trim().split('\n')).toHaveLength(2);
    expect(played.state.checkRuns.map((check) => check.head_sha)).toEqual([base, base]);
    expect(played.state.comments).toEqual([]);
  });

  test.each([
    ['a schedule', { event: 'schedule', payload: { schedule: '0 3 * * *' }, apart: true }, true],
    ['another branch', { ...push, env: { GITHUB_REF: 'refs/heads/topic' } }, false],
    ['a pull request', {}, false],
    ['a release', { event: 'release', payload: examplePayload('release') }, false],
    ['where nobody asked', { ...push, env: master, inputs: {} }, false],
  ] as const)('%s', async (_, scene, isPublished) => {
    await start({ inputs: { publish: 'true' }, ...scene });

    expect(Object.keys(filesOf(played.state, 'stagegate')).length > 0).toBe(isPublished);
  });

  test('without the right to is a line', async () => {
    const { status, summary } = await start({ ...push, ...wanted, state: { rights: reading } });

    expect(status).toBe(1);
    expect(summary).toContain('nothing published: grant the job `contents: write`');
  });
});

test('a group of the merge queue is compared with its base, and its head gets the check run', async () => {
  const example = examplePayload('merge_group');
  const group = { ...toJson(example.merge_group), base_sha: base };
  repository.remove('.github/workflows/evals.yml');

  const { status, log } = await start({
    event: 'merge_group',
    payload: { ...example, merge_group: group },
    apart: true,
  });

  expect(status).toBe(1);
  expect(log).toContain('proved it on the base');
  expect(played.state.checkRuns[0]?.head_sha).toBe('2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d');
  expect(played.state.comments).toEqual([]);
});

test('reports are written in each format that is asked for, whatever the verdict', async () => {
  const inputs = { 'sarif-file': 'out/a.sarif', 'junit-file': 'out/a.xml', 'html-file': 'out/a.html' };

  const { status } = await start({ inputs, apart: true });

  const [sarif = '', junit = '', page = ''] = Object.values(inputs).map((path) =>
    readFileSync(join(repository.folder, path), 'utf8'),
  );
  expect(status).toBe(1);
  expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'stagegate' } } }] });
  expect(junit).toMatch(/<testsuites [^>]*failures="[1-9]/);
  expect(page).toMatch(/^<!doctype html>/i);
});

test.each([
  ['comment', 'sometimes', 'comment has to be on-change, always or never'],
  ['publish', 'yes', 'publish has to be true or false'],
  ['mode', 'strict', 'mode has to be observe, ratchet or enforce'],
])('%s: %s is refused in words, before anything is asked', async (name, value, words) => {
  const { status, log } = await start({ inputs: { [name]: value }, apart: true });

  expect([status, log]).toEqual([1, expect.stringContaining(`::error::${words}`)]);
  expect(played.exchanges).toEqual([]);
});

test('a run by hand is judged as it is', async () => {
  const { status, outputs } = await start({
    event: 'workflow_dispatch',
    payload: examplePayload('workflow_dispatch'),
  });

  expect([status, outputs.stage]).toEqual([1, '2']);
});

test("an Enterprise Server's address is asked, and no other", async () => {
  const { status } = await start({ prefix: '/api/v3' });

  expect(status).toBe(1);
  expect(played.state.comments).toHaveLength(1);
});

describe("GitHub's trouble changes no result", () => {
  const cases = [
    ['503', failure(503, 'Unavailable')],
    ['401', failure(401, 'Bad credentials')],
    ['a limit', failure(429, 'Too Many Requests', { 'retry-after': '3600' })],
    ['malformed JSON', { raw: '{"id": ' }],
  ] as const;

  test.each(cases)('%s', async (_, mishap) => {
    repository.write('stagegate.yml', policy(2));
    base = repository.commit();
    const quiet = await start({ inputs: { token: '' } });
    await played.close();

    const troubled = await start({ prepare: (github) => github.disturb('*', ...Array(200).fill(mishap)) });

    expect(troubled.status).toBe(quiet.status);
    expect(troubled.outputs).toMatchObject({ stage: quiet.outputs.stage, passed: quiet.outputs.passed });
    expect(troubled.log).not.toContain('    at ');
    expect(troubled.summary).toContain('Not done');
  });
});
