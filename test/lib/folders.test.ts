import { describe, expect, test } from 'vitest';
import { folderOf, joinFolder, topOfCheckout } from '../../src/lib/folders.ts';

describe('a path seen from a folder', () => {
  test.each([
    ['', '', ''],
    ['', '.', ''],
    ['', './a//b/', 'a/b'],
    ['a', 'b', 'a/b'],
    ['a/b', '..', 'a'],
    ['a', '../..', '..'],
    ['a', '../../b', '../b'],
    ['..', '..', '../..'],
    ['a', '/b', '/b'],
    ['a', '~/b', '~/b'],
    ['~', 'b', '~/b'],
    ['a', '$X/b', '$X/b'],
    ['a', '$PWD/b', 'a/b'],
    ['a', `${topOfCheckout}/b/..`, ''],
    ['a', '$GITHUB_WORKSPACE', ''],
    ['a', '$GITHUB_WORKSPACES/b', '$GITHUB_WORKSPACES/b'],
    ['a', '${{ github.workspace }}/b', 'b'],
    ['a', '$(git rev-parse --show-toplevel)/b', 'b'],
  ])('from %j %j is %j', (base, relative, expected) => {
    expect(joinFolder(base, relative)).toBe(expected);
  });
});

test.each([
  ['a/b/c', 'a/b'],
  ['a', ''],
])('%s lies in %j', (path, expected) => {
  expect(folderOf(path)).toBe(expected);
});
