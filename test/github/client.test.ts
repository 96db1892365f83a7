import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openGitHub } from '../../src/github/client.ts';
import { type Patience, usualPatience } from '../../src/github/patience.ts';
import { failure } from '../support/github/route.ts';
import { type Mishap, type PlayedGitHub, playGitHub } from '../support/github/server.ts';

const hasty: Patience = { ...usualPatience, second: 1, timeout: 300 };
const route = 'GET /repos/{owner}/{repo}';
const name = { owner: 'shop', repo: 'answers' };
const Repository = z.object({ full_name: z.string() });

let played: PlayedGitHub | undefined;
afterEach(() => played?.close());

async function open(patience: Partial<Patience> = {}, prefix = '') {
  played = await playGitHub({}, prefix);
  const options = { baseUrl: `${played.url}/`, token: 't0ken', version: '1.2.3', patience: { ...hasty, ...patience } };
  return { github: await openGitHub(options), played };
}

test('reads, with the token', async () => {
  const { github, played } = await open();

  const answer = await github.read(route, name, Repository);

  expect(answer).toEqual({ ok: true, value: { full_name: 'shop/answers' } });
  expect(played.exchanges.map(({ token }) => token)).toEqual(['t0ken']);
});

test("asks below the address of an Enterprise Server's API", async () => {
  const { github, played } = await open({}, '/api/v3');

  expect(await github.read(route, name, Repository)).toMatchObject({ ok: true });
  expect(played.url).toMatch(/\/api\/v3$/);
});

test('asks once in a run for the same', async () => {
  const { github, played } = await open();

  await Promise.all([github.read(route, name, Repository), github.read(route, name, Repository)]);

  expect(played.exchanges).toHaveLength(1);
  expect(github.calls()).toBe(1);
});

const limited = (headers: Readonly<Record<string, string>>) => failure(403, 'API rate limit exceeded', headers);
const secondary = failure(403, 'You have exceeded a secondary rate limit', { 'retry-after': '1' });
const soon = () => String(Math.floor(Date.now() / 1000));

describe('tries again after', () => {
  const mishaps: readonly (readonly [string, readonly Mishap[]])[] = [
    ['two errors of the server', [failure(502, 'Bad Gateway'), failure(503, 'Unavailable')]],
    ['a time-out', ['silence']],
    ['a secondary limit', [secondary]],
    ['the limit, if it ends soon', [limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon() })]],
    ['429 with Retry-After', [failure(429, 'Too Many Requests', { 'retry-after': '2' })]],
  ];

  test.each(mishaps)('%s', async (_, happening) => {
    const { github, played } = await open();
    played.disturb(route, ...happening);

    const answer = await github.read(route, name, Repository);

    expect(answer).toMatchObject({ ok: true });
    expect(github.calls()).toBe(happening.length + 1);
  });
});

describe('gives up with a reason after', () => {
  const far = String(Math.floor(Date.now() / 1000) + 3000);
  const down = failure(500, 'Server Error');
  const mishaps: readonly (readonly [string, readonly Mishap[], string])[] = [
    ['401', [failure(401, 'Bad credentials')], 'refused'],
    ['403', [failure(403, 'Resource not accessible by integration')], 'forbidden'],
    ['404', [failure(404, 'Not Found')], 'missing'],
    ['409', [failure(409, 'Conflict')], 'conflict'],
    ['422', [failure(422, 'Validation Failed')], 'invalid'],
    ['451', [failure(451, 'Unavailable for legal reasons')], 'forbidden'],
    ['a limit that ends in an hour', [limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': far })], 'limited'],
    ['a secondary limit of an hour', [failure(403, 'secondary rate limit', { 'retry-after': '3600' })], 'limited'],
    ['429 for an hour', [failure(429, 'Too Many Requests', { 'retry-after': '3600' })], 'limited'],
    ['429 that stays', Array(5).fill(failure(429, 'Too Many Requests', { 'retry-after': '1' })), 'limited'],
    ['errors that stay', [down, down, down], 'unavailable'],
    ['time-outs that stay', ['silence', 'silence', 'silence'], 'unavailable'],
    ['JSON that breaks off', [{ raw: '{"full_name": "sho' }], 'malformed'],
    ['another form', [{ raw: '{"name": 7}' }], 'malformed'],
    ['nothing', [{ raw: '' }], 'malformed'],
  ];

  test.each(mishaps)('%s', async (_, happening, reason) => {
    const { github, played } = await open();
    played.disturb(route, ...happening);

    expect(await github.read(route, name, Repository)).toMatchObject({ ok: false, reason });
  });

  test('a server that is not there', async () => {
    const { github, played } = await open();
    await played.close();

    expect(await github.read(route, name, Repository)).toMatchObject({ ok: false, reason: 'unavailable' });
  });

  test('two outages in a row, and asks no more', async () => {
    const { github, played } = await open();
    played.disturb('*', ...Array(9).fill(down));
    for (const repo of ['a', 'b']) await github.read(route, { ...name, repo }, Repository);

    const answer = await github.read(route, name, Repository);

    expect(answer).toMatchObject({ ok: false, reason: 'unavailable', message: 'GitHub did not answer before' });
    expect(github.calls()).toBe(6);
  });

  test('all requests of a run', async () => {
    const { github } = await open({ calls: 1 });
    await github.read(route, name, Repository);

    const answer = await github.read(route, { ...name, repo: 'other' }, Repository);

    expect(answer).toMatchObject({ ok: false, reason: 'limited', message: 'a run asks GitHub at most 1 times' });
    expect(github.calls()).toBe(1);
  });

  test('all the time of a run', async () => {
    const { github } = await open({ total: 0 });

    expect(await github.read(route, name, Repository)).toMatchObject({ ok: false, reason: 'limited' });
  });
});
