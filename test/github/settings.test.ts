import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/github/connect.ts';
import { rulesetLimit } from '../../src/github/settings/rulesets.ts';
import type { SettingFact, SettingTopic } from '../../src/model/fact.ts';
import type { OperationId } from '../support/github/operations.ts';
import { failure } from '../support/github/route.ts';
import { checkRule, environment, hasty, reviewRule, wellSet } from '../support/github/scenes.ts';
import { type PlayedGitHub, playGitHub } from '../support/github/server.ts';
import type { State } from '../support/github/state.ts';

let played: PlayedGitHub | undefined;
afterEach(() => played?.close());

async function settingsOf(known: Partial<State>, prepare: (github: PlayedGitHub) => void = () => {}) {
  played = await playGitHub(known);
  prepare(played);
  const options = { baseUrl: played.url, token: 't', repository: 'shop/answers', version: '0', patience: hasty };
  return connect(options).readSettings({ name: null, host: null });
}

function told(facts: readonly SettingFact[], topic: SettingTopic) {
  return facts
    .filter((fact) => fact.topic === topic)
    .map(({ name, values, unread }) => ({ name, ...values, ...(unread === undefined ? {} : { unread }) }));
}

test('reads all that is set', async () => {
  const { facts, diagnostics, calls } = await settingsOf(wellSet());

  expect(told(facts, 'branch')).toEqual([{ name: 'main' }]);
  expect(told(facts, 'branch-rule')).toEqual([
    {
      name: 'main',
      source: 'ruleset',
      bypass: 'none',
      reviews: '1',
      'code-owners': 'false',
      'last-push-approval': 'false',
      'dismiss-stale': 'true',
      'checks.0': 'evaluate',
    },
  ]);
  expect(told(facts, 'environment')).toMatchObject([{ name: 'production', reviewers: '1', branches: 'any' }]);
  expect(told(facts, 'workflow')).toMatchObject([
    { name: '.github/workflows/deploy.yml', state: 'active', runs: 'passing', 'last-run': '2026-11-20' },
    { name: '.github/workflows/old.yml', state: 'disabled_manually' },
  ]);
  expect(told(facts, 'deployment')).toMatchObject([{ name: 'production', by: 'github-actions[bot]', count: '1' }]);
  expect(told(facts, 'repository')).toMatchObject([{ archived: 'false', private: 'true', 'default-branch': 'main' }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['workflow-disabled']);
  expect(calls).toBe(played?.exchanges.length);
});

describe('whom a ruleset lets by', () => {
  const role = (id: number, mode = 'always') => ({ actor_id: id, actor_type: 'RepositoryRole', bypass_mode: mode });
  const cases: readonly (readonly [string, readonly object[], string])[] = [
    ['nobody', [], 'none'],
    ['administrators', [role(5)], 'some'],
    ['maintainers', [role(2)], 'some'],
    ['everybody who can push', [role(4)], 'everyone'],
    ['everybody who can push, by a pull request', [role(4, 'pull_request')], 'everyone'],
    ['a team', [{ actor_id: 9, actor_type: 'Team', bypass_mode: 'always' }], 'some'],
    ['owners', [{ actor_id: null, actor_type: 'OrganizationAdmin', bypass_mode: 'always' }], 'some'],
  ];

  test.each(cases)('%s', async (_, actors, bypass) => {
    const rulesets = { 7: { id: 7, name: 'main', source: 'shop/answers', bypass_actors: actors } };

    const { facts } = await settingsOf({ rules: [reviewRule(1)], rulesets });

    expect(told(facts, 'branch-rule')).toMatchObject([{ bypass }]);
  });

  test('is unread without administration: read', async () => {
    const { facts } = await settingsOf({ ...wellSet(), rights: new Set(['metadata: read', 'contents: read']) });

    expect(told(facts, 'branch-rule')).toMatchObject([{ bypass: 'unread', reviews: '1' }]);
  });
});

test('reads more rules than fit on a page', async () => {
  const rules = Array.from({ length: 130 }, (_, index) => checkRule([`check ${index}`], index));

  const { facts } = await settingsOf({ rules });

  expect(told(facts, 'branch-rule')).toHaveLength(130);
  expect(played?.calls('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}')).toHaveLength(rulesetLimit);
});

test('reads a classic protection', async () => {
  const protection = {
    required_pull_request_reviews: {
      required_approving_review_count: 2,
      dismiss_stale_reviews: false,
      require_code_owner_reviews: true,
    },
    required_status_checks: { contexts: ['test'], checks: [{ context: 'test', app_id: null }] },
    enforce_admins: { url: 'https://github.test/x', enabled: true },
  };

  const { facts } = await settingsOf({ protection });

  expect(told(facts, 'branch-rule')).toMatchObject([
    { source: 'protection', bypass: 'none', reviews: '2', 'code-owners': 'true', 'checks.0': 'test' },
  ]);
});

test('asks which services guard an environment without reviewers', async () => {
  const environments = [environment('production'), environment('staging', ['amara'])];
  const customRules = { production: [{ id: 1, node_id: 'x', enabled: true }] };

  const { facts } = await settingsOf({ environments, customRules });

  expect(told(facts, 'environment')).toMatchObject([
    { name: 'production', reviewers: '0', 'custom-rules': '1' },
    { name: 'staging', reviewers: '1', 'custom-rules': '0' },
  ]);
});

test('says that there are no environments', async () => {
  expect(told((await settingsOf({})).facts, 'environment')).toEqual([{ name: '' }]);
});

describe('the latest runs', () => {
  const run = (conclusion: string, day: string) => ({ workflow_id: 1, conclusion, created_at: `${day}T10:00:00Z` });
  const cases: readonly (readonly [string, readonly ReturnType<typeof run>[], string | undefined])[] = [
    ['passed', [run('failure', '2026-11-01'), run('success', '2026-11-02')], 'passing'],
    ['all failed', Array.from({ length: 5 }, () => run('failure', '2026-11-01')), 'failing'],
    ['failed four times', Array.from({ length: 4 }, () => run('failure', '2026-11-01')), 'passing'],
    ['are of two years ago', [run('success', '2024-11-01')], 'dormant'],
    ['were called off', [run('cancelled', '2026-11-01'), run('skipped', '2026-11-01')], undefined],
    ['are none', [], undefined],
  ];

  test.each(cases)('%s', async (_, runs, expected) => {
    const workflows = [{ id: 1, path: '.github/workflows/ci.yml', state: 'active' }];

    const { facts } = await settingsOf({ workflows, runs });

    expect(told(facts, 'workflow')).toEqual([
      {
        name: '.github/workflows/ci.yml',
        state: 'active',
        ...(expected === undefined ? {} : { runs: expected, 'last-run': expect.any(String) }),
      },
    ]);
  });
});

describe('what can not be read says what would settle it', () => {
  const refused: readonly (readonly [string, string, SettingTopic, string])[] = [
    ['contents: read', 'metadata: read', 'branch', 'contents: read'],
    ['administration: read', 'metadata: read,contents: write', 'branch', 'administration: read'],
    ['actions: read', 'metadata: read', 'environment', 'actions: read'],
    ['actions: read', 'metadata: read', 'workflow', 'actions: read'],
    ['deployments: read', 'metadata: read', 'deployment', 'deployments: read'],
    ['metadata: read', '', 'repository', 'metadata: read'],
  ];

  test.each(refused)('without %s, with %s: %s', async (_, rights, topic, permission) => {
    const { facts, diagnostics } = await settingsOf({ ...wellSet(), rights: new Set(rights.split(',')) });

    const unread = facts.filter((fact) => fact.topic === topic && fact.unread === 'forbidden');
    expect(unread.map(({ settle }) => settle)).toEqual([`give the token the permission ${permission}`]);
    expect(diagnostics.map(({ message }) => message).join()).toContain(permission);
  });

  const troubles = [
    ['401', failure(401, 'Bad credentials'), 'refused', 'valid'],
    ['a limit', failure(429, 'Too Many Requests', { 'retry-after': '3600' }), 'limited', 'limit'],
    ['JSON that breaks off', { raw: '{"default_branch": "ma' }, 'malformed', 'could not be read'],
  ] as const;

  test.each(troubles)('%s', async (_, mishap, unread, words) => {
    const { facts } = await settingsOf(wellSet(), (github) => github.disturb('GET /repos/{owner}/{repo}', mishap));

    expect(facts.map((fact) => fact.unread)).toEqual(Array(5).fill(unread));
    expect(facts.every(({ settle = '' }) => settle.includes(words))).toBe(true);
  });

  const parts: readonly (readonly [OperationId, SettingTopic])[] = [
    ['GET /repos/{owner}/{repo}/rules/branches/{branch}', 'branch'],
    ['GET /repos/{owner}/{repo}/branches/{branch}', 'branch'],
    ['GET /repos/{owner}/{repo}/environments', 'environment'],
    ['GET /repos/{owner}/{repo}/actions/workflows', 'workflow'],
    ['GET /repos/{owner}/{repo}/deployments', 'deployment'],
  ];

  test.each(parts)('%s fails alone', async (operation, topic) => {
    const { facts } = await settingsOf(wellSet(), (github) =>
      github.disturb(operation, ...Array(3).fill(failure(500, 'Server Error'))),
    );

    const unread = facts.filter((fact) => fact.unread !== undefined);
    expect(unread.map((fact) => [fact.topic, fact.unread])).toEqual([[topic, 'unavailable']]);
  });
});

describe('which repository is asked about', () => {
  const clone = { name: 'shop/answers', host: '127.0.0.1' };

  test('the one that the clone is called, of the same host', async () => {
    played = await playGitHub(wellSet());

    await connect({ baseUrl: played.url, version: '0', patience: hasty }).readSettings(clone);

    expect(played.exchanges[0]?.path).toBe('/repos/shop/answers');
    expect(played.exchanges[0]?.token).toBeUndefined();
  });

  test('none for a clone of another host, whose namesake it would be', async () => {
    played = await playGitHub(wellSet());

    const { facts, diagnostics } = await connect({ baseUrl: played.url, version: '0' }).readSettings({
      ...clone,
      host: 'gitlab.com',
    });

    expect(facts).toEqual([]);
    expect(diagnostics[0]?.message).toContain('is of gitlab.com');
    expect(played.exchanges).toEqual([]);
  });

  test('an address that is none is told', () => {
    expect(() => connect({ baseUrl: 'github', version: '0' })).toThrow('GITHUB_API_URL is github');
  });
});
