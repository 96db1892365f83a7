import { expect, it } from 'vitest';
import { plainText, plainTextLimit } from '../../src/extract/plain-text.ts';
import type { Role } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { outlineOf } from '../support/sections.ts';
import { sourceFile, tools } from '../support/tools.ts';

it.each([
  ['RUNBOOK.txt', true],
  ['ops/INCIDENT_RESPONSE.txt', true],
  ['docs/rollback.txt', true],
  ['runbooks/answers/failover.txt', true],
  ['docs/requirements.txt', false],
  ['LICENSE.txt', false],
  ['prompts/answer.txt', false],
  ['robots.txt', false],
  ['docs/llms.txt', false],
])('claims %s: %s', (path, expected) => {
  expect(plainText.claims(repoPath(path))).toBe(expected);
});

it('gives a section a title that is underlined', () => {
  const text = 'Runbook\n=======\n\nRoll back\n---------\n1. Find the tag.\n2. Run it.\n';

  expect(outlineOf(plainText, 'docs/runbook.txt', text)).toEqual([
    [1, 'Runbook', 1],
    [2, 'Roll back', 4],
  ]);
});

it.each<[string, Role, string, number]>([
  ['a document without a title', 'docs', 'Find the tag.\n', 1],
  ['another text without a title', 'product', 'Find the tag.\n', 0],
  ['another text with one', 'product', 'Roll back\n---------\n', 1],
])('takes %s for a document or not', (_, role, text, count) => {
  expect(plainText.extract(sourceFile('RUNBOOK.txt', text, role), tools).facts).toHaveLength(count);
});

it.each([
  ['as long as is read', plainTextLimit, 1],
  ['longer', plainTextLimit + 1, 0],
])('of a text %s', (_, size, count) => {
  const file = sourceFile('RUNBOOK.txt', 'A title\n=======\n'.padEnd(size, 'a\n'), 'docs');

  expect(plainText.extract(file, tools).facts).toHaveLength(count);
});
