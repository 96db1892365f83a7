import { expect, test } from 'vitest';
import { nearest } from '../../src/lib/nearest.ts';

const keys = ['lifecycle', 'audience', 'root', 'due', 'kind'];

test.each([
  ['lifecyle', 'lifecycle'],
  ['roots', 'root'],
  ['knid', 'kind'],
  ['du', 'due'],
  ['lifecycle', 'lifecycle'],
])('%s was meant as %s', (word, meant) => {
  expect(nearest(word, keys)).toBe(meant);
});

test.each(['colour', 'x', 'eud', ''])('%j was meant as none of them', (word) => {
  expect(nearest(word, keys)).toBeUndefined();
});

test('of two that are as near the first is taken', () => {
  expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
});
