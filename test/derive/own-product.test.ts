import { expect, test } from 'vitest';
import { deriveOwnProduct } from '../../src/derive/own-product.ts';
import type { Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';

const file: Fact = {
  kind: 'file',
  at: { path: repoPath('ragas/__init__.py'), line: 1 },
  role: 'product',
  name: '__init__.py',
};
const call: Fact = {
  kind: 'call',
  at: { path: repoPath('ragas/run.py'), line: 3 },
  role: 'product',
  language: 'python',
  callee: 'ragas.evaluate',
  arguments: {},
  decorator: false,
};

test('the code of a tool of this field is no evidence', () => {
  const facts = deriveOwnProduct([file, call], new Map([[file, ['system/domain-product']]]));

  expect(facts.map(({ disabled }) => disabled !== undefined)).toEqual([false, true]);
});

test('the code of any other repository stays as it is', () => {
  const facts = [file, call];

  expect(deriveOwnProduct(facts, new Map([[file, ['system/runs']]]))).toBe(facts);
});
