import { describe, expect, it } from 'vitest';
import { npmDependencies } from '../../src/extract/npm-dependencies.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string) {
  return npmDependencies.extract(sourceFile('app/package.json', text), tools);
}

function packages(text: string) {
  return extract(text).facts.map((fact) =>
    fact.kind === 'dependency' ? [fact.name, fact.version, fact.scope, fact.at.line] : [],
  );
}

it.each([
  ['package.json', true],
  ['apps/web/package.json', true],
  ['package-lock.json', false],
  ['my-package.json', false],
])('claims %s: %s', (path, expected) => {
  expect(npmDependencies.claims(repoPath(path))).toBe(expected);
});

describe('packages', () => {
  it('carry their scope and their own line', () => {
    const found = packages(`{
  "name": "web",
  "devDependencies": { "vitest": "5.1.1" },
  "dependencies": {
    "@acme/ui": "^2.0.0",
    "react": "19"
  },
  "peerDependencies": { "zod": ">=4" },
  "optionalDependencies": { "fsevents": "*" }
}`);

    expect(found).toEqual([
      ['vitest', '5.1.1', 'dev', 3],
      ['@acme/ui', '^2.0.0', 'product', 5],
      ['react', '19', 'product', 6],
      ['zod', '>=4', 'optional', 8],
      ['fsevents', '*', 'optional', 9],
    ]);
  });

  it('belong to npm, and to the role of their file', () => {
    expect(extract('{"dependencies":{"a":"1"}}').facts).toEqual([
      {
        kind: 'dependency',
        at: { path: 'app/package.json', line: 1 },
        role: 'product',
        ecosystem: 'npm',
        name: 'a',
        version: '1',
        scope: 'product',
      },
    ]);
  });

  it.each([
    ['another name', 'npm:real@^1', ['real', '^1']],
    ['another name with a scope', 'npm:@acme/real@^1', ['@acme/real', '^1']],
    ['another name without a version', 'npm:real', ['real', 'npm:real']],
    ['the workspace', 'workspace:*', ['a', 'workspace:*']],
    ['an address with a password', 'git+https://me:pass@host/a.git', ['a', 'git+https://host/a.git']],
  ])('under %s', (_, version, expected) => {
    expect(packages(JSON.stringify({ dependencies: { a: version } }))[0]?.slice(0, 2)).toEqual(expected);
  });
});

describe('a file', () => {
  it.each([
    ['without dependencies', '{"name":"a"}'],
    ['with dependencies of another form', '{"dependencies":["a"]}'],
    ['with a version of another form', '{"dependencies":{"a":{"b":1}}}'],
  ])('%s gives nothing', (_, text) => {
    expect(extract(text)).toEqual({ facts: [], diagnostics: [] });
  });

  it.each([
    ['is empty', '', 1],
    ['is no object', '[]', 1],
    ['has a comment', '{\n// a\n"dependencies": {"a":"1"}}', 2],
    ['is cut off', '{\n"dependencies": {"a":', 2],
    ['nests deeper than the stack', '['.repeat(300_000), 1],
  ])('that %s gives a diagnostic', (_, text, line) => {
    const { facts, diagnostics } = extract(text);

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { path: 'app/package.json', line } }]);
  });
});
