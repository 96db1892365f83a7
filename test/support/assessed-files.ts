import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assessTree } from '../../src/assess-tree.ts';
import { type RepoPath, repoPath } from '../../src/model/location.ts';
import type { System } from '../../src/model/system.ts';
import { claimedPaths, extractOnce } from '../../src/pipeline.ts';
import { compileRule } from '../../src/rules/compile.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import { prepareFirstLook } from '../../src/rules/first-look.ts';
import { model, ruleSet, today } from './real-model.ts';
import { tools as allTools } from './tools.ts';

/** The texts of a repository by their paths. */
export type Files = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, '..', 'repositories');
const rules = ruleSet.rules.map((rule) => compileRule(rule, patternEngine));
const tools = { ...allTools, firstLook: prepareFirstLook(ruleSet.needs) };
const extract = extractOnce(tools);

/** A repository of test/repositories/, without what is expected of it. */
export function readRepository(name: string): Files {
  const root = join(folder, name);
  const paths = globSync(['**/*', '**/.*', '**/.*/**/*'], { cwd: root }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );
  const own = [...new Set(paths)].filter((path) => path !== 'expected.json').sort();
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The status of each aspect of one system, as a run of the product says it; files are extracted once while they stay the same. */
export function assessFiles(files: Files, declared: System): Readonly<Record<string, string>> {
  const paths = Object.keys(files).map(repoPath);
  const claimed = new Set(claimedPaths(paths));
  const texts = new Map<RepoPath, string>();
  for (const path of paths) if (claimed.has(path)) texts.set(path, files[path] ?? '');
  const context = {
    ...{ model, modelTables: ruleSet.modelTables, rules, tools, extract, today },
    declared: [declared],
    repository: undefined,
    repositoryName: 'repository',
    hold: (systems: readonly System[]) => ({ systems, conflicts: [] }),
    waivers: true,
    settings: [],
  };
  const { systems } = assessTree({ paths, texts, unread: [] }, context, (all) => all);
  const found = systems.flatMap(({ assessment }) => assessment.practices);
  return Object.fromEntries(
    found.flatMap(({ practice, aspects }) => aspects.map(({ id, status }) => [`${practice.id}/${id}`, status])),
  );
}

/** The aspects that are proven. */
export function provenIn(statuses: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(statuses).filter((aspect) => statuses[aspect] === 'proven');
}
