import { expect, it } from 'vitest';
import { contents } from '../../src/extract/contents.ts';
import { repoPath } from '../../src/model/location.ts';

it.each([
  ['evals/golden.jsonl', true],
  ['services/chat/evaluation/cases/refunds.csv', true],
  ['prompts/answer.txt', true],
  ['infra/production.bicepparam', true],
  ['data/customers.csv', false],
  ['src/answer.txt', false],
])('claims %s: %s', (path, expected) => {
  const claimed = contents.claims(repoPath(path));

  expect(claimed).toBe(expected);
});
