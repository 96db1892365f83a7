import { expect, test } from 'vitest';
import { findUndeclared } from '../../src/derive/undeclared.ts';
import type { DependencyFact, Fact, FileFact, ResourceFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { system } from '../support/evidence.ts';

function dependency(path: string): DependencyFact {
  return {
    kind: 'dependency',
    at: { path: repoPath(path), line: 3 },
    role: 'product',
    ecosystem: 'pypi',
    name: 'sdk',
    scope: 'product',
  };
}

function file(path: string): FileFact {
  return { kind: 'file', at: { path: repoPath(path), line: 1 }, role: 'product', name: path.split('/').at(-1) ?? path };
}

const resource: ResourceFact = {
  kind: 'resource',
  at: { path: repoPath('infra/model.tf'), line: 1 },
  role: 'product',
  tool: 'terraform',
  type: 'cloud_model',
  name: 'answers',
  attributes: {},
};

/** A repository in which services a and b use a model, and both are shipped. */
const a = dependency('services/a/pyproject.toml');
const b = dependency('services/b/pyproject.toml');
const shipped = [
  file('services/a/Dockerfile'),
  file('services/b/Dockerfile'),
  file('services/a/pyproject.toml'),
  file('services/b/pyproject.toml'),
];

function found(declared: Parameters<typeof findUndeclared>[2], used: readonly Fact[] = [a, b]) {
  const marks = new Map<Fact, readonly string[]>([
    ...used.map((fact) => [fact, ['system/llm-app']] as const),
    ...shipped.filter(({ name }) => name === 'Dockerfile').map((fact) => [fact, ['system/runs']] as const),
  ]);
  return findUndeclared([...used, ...shipped], marks, declared).map(
    ({ name, folder, at }) => `${name} ${folder} ${at.path}:${at.line}`,
  );
}

const declaredA = system({ name: 'a', root: 'services/a' });

test('a system that no declared one covers is found, with the place that shows it', () => {
  expect(found([declaredA])).toEqual(['b services/b services/b/pyproject.toml:3']);
});

test.each([
  ['its own root', [declaredA, system({ name: 'b', root: 'services/b' })]],
  ['a root above it', [declaredA, system({ name: 'rest', root: 'services' })]],
  ['the whole repository', [system()]],
  ['an include', [{ ...declaredA, include: ['services/b/**'] }]],
  ['an exclude, which says that the team knows of it', [{ ...declaredA, exclude: ['services/b/**'] }]],
])('it is covered by %s', (_, declared) => {
  expect(found(declared)).toEqual([]);
});

test('with no system declared, all that are there are found', () => {
  expect(found([])).not.toEqual([]);
});

test('a manifest above the declared roots is shared by them', () => {
  expect(found([declaredA], [a, dependency('pyproject.toml')])).toEqual([]);
});

test('shared infrastructure is no sign of one more system', () => {
  expect(found([declaredA], [a, resource])).toEqual([]);
});

test('a repository in which nothing uses a model has none', () => {
  expect(found([declaredA], [])).toEqual([]);
});
