import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEvent } from '../../src/action/event.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

function baseOf(event: unknown, env: Readonly<Record<string, string>> = {}) {
  const path = join(mkdtempSync(join(tmpdir(), 'stagegate-event-')), 'event.json');
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event));
  return readEvent({ GITHUB_EVENT_PATH: path, ...env }).change;
}

const base = (...revisions: readonly string[]) => ({ base: { revisions, isAsked: false } });
const unchanged = { isUnchanged: true };

test.each<[string, unknown, Readonly<Record<string, string>>, unknown]>([
  ['a pull request', { pull_request: { base: { sha, ref: 'main' } } }, {}, base(sha)],
  [
    'its branch too, if the runner names it',
    { pull_request: { base: { sha } } },
    { GITHUB_BASE_REF: 'main' },
    base(sha, 'origin/main'),
  ],
  ['a group of the merge queue', { merge_group: { base_sha: sha } }, {}, base(sha)],
  ['a push, which proposes nothing', { before: sha, after: sha }, {}, unchanged],
  ['a schedule', { schedule: '0 3 * * *' }, { GITHUB_BASE_REF: '' }, unchanged],
  ['a commit that is none', { pull_request: { base: { sha: '--upload-pack=x' } } }, {}, unchanged],
  ['a broken event', '{', {}, unchanged],
])('%s', (_, event, env, expected) => {
  expect(baseOf(event, env)).toEqual(expected);
});

test('no event at all', () => {
  expect(readEvent({}).change).toEqual(unchanged);
});
