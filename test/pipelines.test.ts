import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../scripts/compile-rules.ts';
import { readFacts } from '../src/read-facts.ts';
import { describePipelines } from './support/describe-pipelines.ts';

const folder = join(import.meta.dirname, 'pipelines');
const { ruleSet } = loadRulesFolder();
const kinds = ['job', 'step', 'resource'] as const;

/** A whole small repository for each system that runs or declares pipelines, and what it comes to, reviewed. */
describe.each(readdirSync(folder))('the pipelines of %s', async (name) => {
  const { facts, diagnostics } = await readFacts(
    { directory: join(folder, name), kinds, today: '2026-11-24' },
    ruleSet,
  );

  test('come to what is written down', async () => {
    const text = describePipelines(facts.map(({ fact }) => fact));

    await expect(text).toMatchFileSnapshot(`golden/pipelines/${name}.txt`);
  });

  test('are read in full', () => {
    expect(diagnostics).toEqual([]);
  });
});
