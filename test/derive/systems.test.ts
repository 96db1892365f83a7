import { expect, test } from 'vitest';
import { discoverSystems } from '../../src/derive/systems.ts';
import type { DependencyFact, Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';

function file(path: string): Fact {
  const name = path.split('/').at(-1) ?? path;
  return { kind: 'file', at: { path: repoPath(path), line: 1 }, role: 'product', name };
}

function dependency(path: string): DependencyFact {
  return {
    kind: 'dependency',
    at: { path: repoPath(path), line: 3 },
    role: 'product',
    ecosystem: 'pypi',
    name: 'openai',
    scope: 'product',
  };
}

/** Each mark is a manifest that names an AI dependency, and the kind of system that this speaks for. */
function discover(paths: readonly string[], marked: Readonly<Record<string, string>>) {
  const marks = new Map<Fact, readonly string[]>(
    Object.entries(marked).map(([path, kind]) => [dependency(path), [`system/${kind}`]]),
  );
  const systems = discoverSystems([...paths.map(file), ...marks.keys()], marks, 'my-repo');
  return systems.map(({ name, root, kind }) => `${name} ${root || '.'} ${kind}`);
}

test('a manifest at the top with an image is one system, named after the repository', () => {
  expect(discover(['Dockerfile', 'pyproject.toml'], { 'pyproject.toml': 'llm-app' })).toEqual(['my-repo . llm-app']);
});

test('services in folders of their own are systems of their own', () => {
  const paths = ['services/a/Dockerfile', 'services/a/requirements.txt', 'services/b/requirements.txt'];

  expect(
    discover(paths, { 'services/a/requirements.txt': 'rag', 'services/b/requirements.txt': 'ml-service' }),
  ).toEqual(['a services/a rag', 'b services/b ml-service']);
});

test('what lies inside another system is part of it', () => {
  const paths = ['Dockerfile', 'pyproject.toml', 'worker/requirements.txt'];

  expect(discover(paths, { 'pyproject.toml': 'llm-app', 'worker/requirements.txt': 'agent' })).toEqual([
    'my-repo . agent',
  ]);
});

test('a library ships nothing that runs, so it is no system', () => {
  expect(discover(['pyproject.toml'], { 'pyproject.toml': 'llm-app' })).toEqual([]);
});

test('a repository without AI has no system', () => {
  expect(discover(['Dockerfile', 'pyproject.toml'], {})).toEqual([]);
});
