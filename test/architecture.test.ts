import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each folder of src/ may import beside itself; `doors` are the files directly in src/. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lib: [],
  generated: [],
  extract: ['model', 'lib'],
  derive: ['model', 'lib'],
  rules: ['model', 'lib', 'generated'],
  policy: ['model', 'lib'],
  assess: ['model', 'lib'],
  judge: ['model', 'lib', 'assess'],
  report: ['model', 'lib'],
  io: ['model', 'lib'],
  github: ['model', 'lib'],
  'pipeline.ts': ['model', 'lib', 'extract', 'derive', 'rules'],
  'rule-examples.ts': ['model', 'lib', 'rules', 'pipeline.ts'],
  'assess-tree.ts': ['model', 'lib', 'derive', 'rules', 'assess', 'pipeline.ts'],
  'compare-base.ts': ['model', 'lib', 'io', 'judge', 'pipeline.ts', 'assess-tree.ts'],
  'policy-references.ts': ['model', 'io'],
  'fetch-references.ts': ['model'],
  'read-policies.ts': ['model', 'lib', 'io', 'rules', 'policy', 'policy-references.ts'],
  'read-facts.ts': ['model', 'lib', 'io', 'derive', 'rules', 'pipeline.ts', 'read-policies.ts'],
  'read-remote-policies.ts': ['model', 'rules', 'read-policies.ts'],
  'build-report.ts': ['model', 'lib', 'rules', 'assess', 'judge'],
  'read-run.ts': [
    'model',
    'io',
    'rules',
    'pipeline.ts',
    'assess-tree.ts',
    'read-policies.ts',
    'read-remote-policies.ts',
    'fetch-references.ts',
  ],
  'judge-run.ts': ['model', 'derive', 'policy', 'judge', 'assess-tree.ts', 'compare-base.ts', 'read-run.ts'],
  'describe-run.ts': [
    'model',
    'lib',
    'rules',
    'policy',
    'judge',
    'pipeline.ts',
    'assess-tree.ts',
    'build-report.ts',
    'read-run.ts',
    'judge-run.ts',
  ],
  'run.ts': ['model', 'rules', 'assess-tree.ts', 'compare-base.ts', 'read-run.ts', 'judge-run.ts', 'describe-run.ts'],
  commands: [
    'model',
    'lib',
    'io',
    'github',
    'policy',
    'judge',
    'report',
    'rules',
    'generated',
    'run.ts',
    'read-facts.ts',
    'rule-examples.ts',
  ],
  action: ['model', 'lib', 'io', 'github', 'report', 'rules', 'generated', 'run.ts'],
  'cli.ts': ['commands', 'generated'],
  'action.ts': ['action'],
};

/** Only these may touch files, processes, the network and GitHub's clients. */
const mayReach = new Set(['io', 'github', 'commands', 'action', 'cli.ts', 'action.ts']);

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.ts', { cwd: root }).filter((path) => !path.startsWith('src/generated/'));

function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name);
}

/** `src/model/fact.ts` → `model`, `src/run.ts` → `run.ts`. */
function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(40);
});

test('the command line loads nothing but its version until it knows what is asked', () => {
  const text = readFileSync(join(root, 'src/cli.ts'), 'utf8');

  const loaded = [...text.matchAll(/^import .* from '([^']+)'/gm)].map(([, name]) => name);

  expect(loaded).toEqual(['./generated/version.ts']);
});

describe.each(files)('%s', (path) => {
  const layer = layerOf(path);

  test('imports only what its layer may', () => {
    const layers = importsOf(path)
      .filter((name) => name.startsWith('.'))
      .map((name) => layerOf(normalize(join(dirname(path), name))));

    const others = layers.filter((other) => other !== layer && !allowed[layer]?.includes(other));

    expect(others).toEqual([]);
  });

  test('reaches out only where it may', () => {
    const reaching = importsOf(path).filter((name) => /^(?:node:|@actions\/(?:core|github)|@octokit\/)/.test(name));

    expect(mayReach.has(layer) ? [] : reaching).toEqual([]);
  });
});
