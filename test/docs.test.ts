import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderDocs } from '../scripts/docs.ts';
import { kindWords } from '../src/report/view/kinds.ts';

const root = join(import.meta.dirname, '..');
const pages = renderDocs();

function readCommitted(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

test.each([...pages])('%s is what its sources say', (path, text) => {
  expect(readCommitted(path) === text, `${path} is stale; run: npm run docs`).toBe(true);
});

test('no page is left of what is gone', () => {
  const committed = globSync('docs/{practices,capabilities,symptoms}/*.md', { cwd: root });

  expect(committed.filter((path) => !pages.has(path.replaceAll('\\', '/')))).toEqual([]);
});

/** A page without what it shows as code, fenced or indented. */
function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/^ {4}.*$/gm, '');
}

test('every link of a page leads to a file', () => {
  const broken = [...pages].flatMap(([path, text]) =>
    [...withoutCode(text).matchAll(/\]\(([^)#:]+)\)/g)]
      .map(([, target = '']) => join(dirname(path), decodeURIComponent(target)))
      .filter((target) => !existsSync(join(root, target))),
  );

  expect(broken).toEqual([]);
});

test('every kind of finding has a heading of its own, which rules of SARIF link to', () => {
  const headings = [...(pages.get('docs/findings.md') ?? '').matchAll(/^## (.+)$/gm)].map(([, name]) => name);

  expect(headings).toEqual(Object.keys(kindWords));
});

describe('action.yml', () => {
  const action = parse(readCommitted('action.yml'));

  test('sets no default, which would override a policy', () => {
    const { token, ...others } = action.inputs;

    for (const input of Object.values(others)) expect(input).not.toHaveProperty('default');
    // No policy speaks of it.
    expect(token.default).toBe('${{ github.token }}');
  });

  test('asks for nothing', () => {
    for (const input of Object.values(action.inputs)) expect(input).toHaveProperty('required', false);
  });
});
