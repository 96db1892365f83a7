import { expect, test } from 'vitest';
import { compareWithBase } from '../../src/compare-base.ts';
import { readBase } from '../../src/io/commit.ts';
import { repoPath } from '../../src/model/location.ts';
import type { SourceFile } from '../../src/model/source.ts';
import { extractOnce } from '../../src/pipeline.ts';
import { compileRule } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import { evals, ruleSet } from '../support/changes.ts';
import { system } from '../support/evidence.ts';
import { exampleRepository } from '../support/git-repository.ts';
import { modelTables } from '../support/model-tables.ts';
import { sourceFile, tools } from '../support/tools.ts';

const operations = repoPath('docs/operations.md');
const state = {
  tool: { name: 'stagegate', version: '0', model: '1' },
  repository: { name: null, commit: null },
} as const;

test('what is the same on the head is taken from there, and all else is read from the commit', async () => {
  const repository = exampleRepository();
  const base = await readBase(repository.folder, ['HEAD']);
  if (!base) throw new Error('there is no base');
  const ofHead = repository.git('show', `HEAD:${evals}`);
  const texts = new Map([
    [repoPath(evals), ofHead],
    [operations, 'changed'],
  ]);
  const seen = new Map<string, string>();
  const context = {
    directory: repository.folder,
    tools,
    modelTables,
    extract: ({ path, text }: SourceFile) => {
      seen.set(path, text);
      return [];
    },
    system: undefined,
    model: ruleSet.model,
    rules: ruleSet.rules.map((rule) => compileRule(rule, patternEngine)),
    today: '2026-11-24',
    declared: [system({ name: 'rag-service' })],
    repository: undefined,
    repositoryName: 'rag-service',
    hold: (systems: readonly ReturnType<typeof system>[]) => ({ systems, conflicts: [] }),
    waivers: true,
    settings: [],
    describe: () => ({ ...state, systems: [] }),
  };

  compareWithBase(base, { paths: [...texts.keys()], texts, unread: [] }, { ...state, systems: [] }, context);

  expect(seen.get(evals)).toBe(ofHead);
  expect(seen.get(operations)).toBe(repository.git('show', `HEAD:${operations}`));
  expect(seen.get('infra/model.tf')).toBe(repository.git('show', 'HEAD:infra/model.tf'));
});

test('a file is extracted again only if its text is another', () => {
  const extract = extractOnce(tools);
  const first = extract(sourceFile('README.md', '# One\n\nText.'), undefined);

  expect(first[0]?.facts.length).toBeGreaterThan(0);
  expect(extract(sourceFile('README.md', '# One\n\nText.'), undefined)).toBe(first);
  expect(extract(sourceFile('README.md', '# Two\n\nText.'), undefined)).not.toBe(first);
  expect(extract(sourceFile('docs/README.md', '# One\n\nText.'), undefined)).not.toBe(first);
});
