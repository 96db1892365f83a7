import { expect, it } from 'vitest';
import { codeowners, codeownersSizeLimit } from '../../src/extract/codeowners.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

function owners(text: string) {
  const { facts } = codeowners.extract(sourceFile('.github/CODEOWNERS', text), tools);
  return facts.map((fact) => (fact.kind === 'owner' ? [fact.at.line, fact.pattern, ...fact.owners] : []));
}

it.each([
  ['CODEOWNERS', true],
  ['.github/CODEOWNERS', true],
  ['.gitlab/CODEOWNERS', true],
  ['docs/CODEOWNERS', true],
  ['src/CODEOWNERS', false],
  ['OWNERS', false],
])('claims %s: %s', (path, expected) => {
  expect(codeowners.claims(repoPath(path))).toBe(expected);
});

it('gives each rule its line, its pattern and its owners', () => {
  expect(owners('# who\n*  @acme/ml me@acme.org # all\n/docs/my\\ notes/ @ann\n')).toEqual([
    [2, '*', '@acme/ml', 'me@acme.org'],
    [3, '/docs/my notes/', '@ann'],
  ]);
});

it.each([
  ['nothing', ''],
  ['comments', '# * @acme/ml\n  # /src @ann\n'],
  ['a heading', '[Backend] @acme/ml\n'],
])('finds no rule in %s', (_, text) => {
  expect(owners(text)).toEqual([]);
});

it('takes a path out by a rule without owners', () => {
  expect(owners('* @ann\n/web/\n/lib/ nobody\n')).toEqual([
    [1, '*', '@ann'],
    [2, '/web/'],
    [3, '/lib/'],
  ]);
});

it('gives rules the owners of their section where they name none', () => {
  expect(owners('^[Backend][2] @acme/ml\n*.py\n*.go @ann\n[Docs]\n*.md\n')).toEqual([
    [2, '*.py', '@acme/ml'],
    [3, '*.go', '@ann'],
    [5, '*.md'],
  ]);
});

it.each([
  ['as long as is read', codeownersSizeLimit, 1],
  ['longer', codeownersSizeLimit + 1, 0],
])('of a file %s', (_, size, count) => {
  expect(owners(`* @ann\n#${' '.repeat(size - 8)}`)).toHaveLength(count);
});
