import { expect, test } from 'vitest';
import { besideReference, nameOfReference, parseReference } from '../../src/model/policy-reference.ts';

test.each([
  ['shop/policies/stagegate.yml@v1', { owner: 'shop', repo: 'policies', path: 'stagegate.yml', ref: 'v1' }],
  ['shop/p/a/b.yaml@release/2', { owner: 'shop', repo: 'p', path: 'a/b.yaml', ref: 'release/2' }],
  ['.github/org.yml', undefined],
  ['../org/policies/x.yml@v1', undefined],
  ['shop/policies/../x.yml@v1', undefined],
  ['shop/policies/x.yml', undefined],
  ['shop/policies/x.yml@', undefined],
  ['policies/team@2/x.yml', undefined],
])('%s', (text, expected) => {
  expect(parseReference(text)).toEqual(expected);
});

test.each([
  ['x.yml', 'shop/p/a/x.yml@v1'],
  ['./b/x.yml', 'shop/p/a/b/x.yml@v1'],
  ['../x.yml', 'shop/p/x.yml@v1'],
  ['../../x.yml', undefined],
])('beside shop/p/a/b.yml@v1 %s is %s', (path, expected) => {
  const found = besideReference({ owner: 'shop', repo: 'p', path: 'a/b.yml', ref: 'v1' }, path);

  expect(found && nameOfReference(found)).toBe(expected);
});
