import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRulesFolder } from '../scripts/compile-rules.ts';
import { generatedParts, readCommitted } from '../scripts/docs.ts';
import { kindWords } from '../src/report/view/kinds.ts';

const root = join(import.meta.dirname, '..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

test.each(generatedParts)('$file is what its sources say', ({ file, text }) => {
  const committed = readCommitted(file);

  expect(committed === text(committed), `${file} is stale; run: npm run docs`).toBe(true);
});

test('whatever a rule of SARIF links to has a heading of its own', () => {
  const { model } = loadRulesFolder().ruleSet;
  const headings = [...readCommitted('docs/practices.md').matchAll(/^### (.+)$/gm)].map(([, name]) => name);

  const linked = [...model.practices, ...model.capabilities].map(({ id }) => id).concat(Object.keys(kindWords));
  expect(headings).toEqual(expect.arrayContaining(linked));
  expect(new Set(headings).size).toBe(headings.length);
});

describe('action.yml', () => {
  test('sets no default, which would override a policy', () => {
    for (const input of Object.values(action.inputs)) expect(input).not.toHaveProperty('default');
  });

  test('asks for nothing', () => {
    for (const input of Object.values(action.inputs)) expect(input).toHaveProperty('required', false);
  });
});
