import { expect, test } from 'vitest';
import { folderOf, resolvePath } from '../../src/lib/relative-path.ts';

test.each([
  ['a/b/c.tf', 'a/b'],
  ['c.tf', ''],
])('%s stands in %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});

test.each([
  ['a/b', './c', 'a/b/c'],
  ['a/b', '../../c//d/', 'c/d'],
  ['', 'c', 'c'],
  ['a', '..', ''],
  ['a', '../../c', undefined],
])('from %s, %s leads to %s', (folder, path, expected) => {
  expect(resolvePath(folder, path)).toBe(expected);
});
