import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { CommandWords } from '../src/model/command-words.ts';
import { MaturityModel } from '../src/model/maturity.ts';
import { ModelTables } from '../src/model/model-tables.ts';
import { QueryTables } from '../src/model/query-tables.ts';
import { type LoadedRule, loadRules } from '../src/rules/load.ts';
import { collectAllNeeds } from '../src/rules/look-for-models.ts';
import { collectPrefilters } from '../src/rules/prefilters.ts';
import type { RuleSet } from '../src/rules/rule-set.ts';
import { chooseSnippet } from '../src/rules/snippet.ts';
import { expandRegimes, Regime } from './expand-regimes.ts';

const root = join(import.meta.dirname, '..');
const rulesFolder = join(root, 'rules');

const Regimes = z.looseObject({ regimes: z.array(Regime) });

function readYaml(path: string): unknown {
  return parse(readFileSync(join(rulesFolder, path), 'utf8'));
}

export type RulesFolder = {
  readonly ruleSet: RuleSet;
  readonly loaded: readonly LoadedRule[];
  /** The files that rules came from, relative to the folder, by id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly regimes: readonly Regime[];
};

/** Reads and checks everything under rules/; throws a UserError that names file and key at fault. */
export function loadRulesFolder(): RulesFolder {
  const model = MaturityModel.parse(readYaml('model.yml'));
  const { regimes } = Regimes.parse(readYaml('data/regimes.yml'));
  const commandWords = CommandWords.parse(readYaml('data/commands.yml'));
  const modelTables = ModelTables.parse(readYaml('data/models.yml'));
  const queryTables = QueryTables.parse(readYaml('data/queries.yml'));
  const paths = globSync('*/**/*.yml', { cwd: rulesFolder }).filter((path) => !path.startsWith('data/'));
  const sources = new Map<string, string>();
  const files = paths.flatMap((path) => {
    const file = { path: path.replaceAll('\\', '/'), text: readFileSync(join(rulesFolder, path), 'utf8') };
    const expanded = expandRegimes(file, regimes);
    for (const each of expanded) sources.set(each.path.replace(/\.yml$/, ''), file.path);
    return expanded;
  });
  const loaded = loadRules(files, { model, regimes: new Set(regimes.map(({ id }) => id)) });
  const rules = loaded.map(({ examples, ...rule }) => {
    const snippet = chooseSnippet({ ...rule, examples });
    return snippet ? { ...rule, snippet } : rule;
  });
  return {
    ruleSet: {
      model,
      regimes: regimes.map(({ id, name }) => ({ id, name })),
      commandWords,
      modelTables,
      queryTables,
      rules,
      needs: collectAllNeeds(rules, modelTables),
      prefilters: collectPrefilters(rules),
    },
    loaded,
    sources,
    regimes,
  };
}

const PackageJson = z.looseObject({ version: z.string() });

/** Writes src/generated/: the rules and the version that a build takes in. */
export async function compileRules(): Promise<void> {
  const { ruleSet } = loadRulesFolder();
  const json = JSON.stringify(ruleSet);
  const { version } = PackageJson.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  mkdirSync(join(root, 'src/generated'), { recursive: true });
  writeFileSync(join(root, 'src/generated/version.ts'), `export const version: string = ${JSON.stringify(version)};\n`);
  writeFileSync(
    join(root, 'src/generated/rule-set.ts'),
    `export const ruleSetJson: string =\n  ${JSON.stringify(json)};\n`,
  );
}

if (import.meta.main) await compileRules();
