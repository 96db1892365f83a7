import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderDocs } from '../scripts/docs.ts';

const root = join(import.meta.dirname, '..');
const pages = renderDocs();

function readCommitted(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

test.each([...pages])('%s is what the rules say', (path, text) => {
  expect(readCommitted(path) === text, `${path} is stale; run: npm run docs`).toBe(true);
});

test('no page is left of what is gone', () => {
  const committed = globSync('docs/{practices,capabilities,symptoms}/*.md', { cwd: root });

  expect(committed.filter((path) => !pages.has(path.replaceAll('\\', '/')))).toEqual([]);
});

test('every link of a page leads to a file', () => {
  const broken = [...pages].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)#:]+)\)/g)]
      .map(([, target = '']) => join(dirname(path), decodeURIComponent(target)))
      .filter((target) => !existsSync(join(root, target))),
  );

  expect(broken).toEqual([]);
});
