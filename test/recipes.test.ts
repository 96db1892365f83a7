import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { azurePipelines } from '../src/extract/azure-pipelines.ts';
import { gitlabCi } from '../src/extract/gitlab-ci.ts';
import { jenkins } from '../src/extract/jenkins.ts';
import type { Extractor } from '../src/model/source.ts';
import { exampleRepository } from './support/git-repository.ts';
import { readPipeline } from './support/pipelines.ts';
import { stagegate } from './support/scratch.ts';
import { readSnippets } from './support/snippets.ts';

const root = join(import.meta.dirname, '..');
const recipes = [
  {
    name: 'gitlab',
    extractor: gitlabCi,
    path: '.gitlab-ci.yml',
    base: 'CI_MERGE_REQUEST_DIFF_BASE_SHA',
    revision: 'main',
  },
  {
    name: 'azure',
    extractor: azurePipelines,
    path: 'azure-pipelines.yml',
    base: 'SYSTEM_PULLREQUEST_TARGETBRANCHNAME',
    revision: 'main',
  },
  { name: 'jenkins', extractor: jenkins, path: 'Jenkinsfile', base: 'CHANGE_TARGET', revision: 'main' },
] as const;

function snippetOf(name: string): string {
  const found = readSnippets().filter(({ info }) => info.split(' ')[1] === name);
  expect(found).toHaveLength(1);
  return found[0]?.text ?? '';
}

/** The command of a recipe that checks. */
function checkOf(extractor: Extractor, path: string, name: string): string {
  const { steps } = readPipeline(extractor, path, snippetOf(name));
  return steps.find(({ command = '' }) => command.includes('dist/cli/index.js'))?.command ?? '';
}

/**
 * Runs a command line: a shell puts in the variables and parts the words, and the sources take them, in the folder. So
 * no recipe is tried on a bundle of before.
 */
async function runHere(command: string, folder: string, env: Readonly<Record<string, string>> = {}) {
  const shell = spawnSync('bash', ['--norc', '-e', '-c', `node() { printf '%s\\0' "$@"; }\n${command}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  expect([shell.status, shell.stderr]).toEqual([0, '']);
  const [program, ...args] = shell.stdout.split('\0').slice(0, -1);
  expect(program).toMatch(/\/dist\/cli\/index\.js$/);
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await stagegate(...args);
  } finally {
    process.chdir(before);
  }
}

describe.each(recipes)('the recipe for $name', ({ name, extractor, path, base, revision }) => {
  const { steps, diagnostics } = readPipeline(extractor, path, snippetOf(name));
  const command = checkOf(extractor, path, name);
  const reports = [...command.matchAll(/--report \w+=(\S+)/g)].map(([, file = '']) => file);

  test('is read by our own extractor without a complaint', () => {
    expect(diagnostics).toEqual([]);
    expect(steps.some(({ command = '' }) => /git clone .*--branch \S+ https/.test(command))).toBe(true);
    expect(reports.length).toBeGreaterThan(0);
  });

  test('fails for what a change loses, and writes every report that it publishes', async () => {
    const repository = exampleRepository('version: 1\nmode: ratchet\nsystems:\n  rag-service: { target: 2 }\n');
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.remove('.github/workflows/evals.yml');
    repository.commit();

    const { code, out } = await runHere(command, repository.folder, { [base]: revision });

    expect(out).toContain('eval-in-ci');
    expect(code).toBe(1);
    for (const file of reports) {
      expect(existsSync(join(repository.folder, file))).toBe(true);
      expect(snippetOf(name).split(file).length).toBeGreaterThan(2);
    }
  });
});

test('a recipe passes on the main branch, where nothing names a base', async () => {
  const { folder } = exampleRepository('version: 1\nsystems:\n  rag-service: { target: 2 }\n');

  const { code, out, errors } = await runHere(checkOf(gitlabCi, '.gitlab-ci.yml', 'gitlab'), folder);

  expect([code, errors]).toEqual([0, '']);
  expect(out).toContain('Stage 2 · Automated');
});

describe('the hook for pre-commit', () => {
  const Hooks = z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      entry: z.string(),
      language: z.literal('node'),
      pass_filenames: z.literal(false),
      always_run: z.literal(true),
      stages: z.array(z.enum(['pre-commit', 'pre-push', 'manual'])),
      minimum_pre_commit_version: z.string(),
    }),
  );
  const Config = z.strictObject({
    repos: z.array(
      z.strictObject({
        repo: z.string(),
        rev: z.string(),
        hooks: z.array(z.strictObject({ id: z.string(), args: z.array(z.string()) })),
      }),
    ),
  });
  const [hook] = Hooks.parse(parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')));
  const use = Config.parse(parse(snippetOf('pre-commit'))).repos[0]?.hooks[0];

  test('is the one that the recipe names, and starts what the package installs', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

    expect(use?.id).toBe(hook?.id);
    expect(Object.keys(bin)).toContain(hook?.entry.split(' ')[0]);
  });

  test.each([
    ['passes without a change', 0, false],
    ['fails for what a change loses', 1, true],
  ])('%s', async (_, status, isLost) => {
    const repository = exampleRepository();
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    if (isLost) repository.remove('.github/workflows/evals.yml');
    const entry = hook?.entry.replace(/^stagegate/, 'node /hooks/dist/cli/index.js');

    const { code, errors } = await runHere([entry, ...(use?.args ?? [])].join(' '), repository.folder);

    expect([code, errors]).toEqual([status, '']);
  });
});
