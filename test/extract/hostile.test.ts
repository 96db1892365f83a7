import { expect, it } from 'vitest';
import { extractors } from '../../src/extract/index.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from '../support/tools.ts';

/** Pieces of text that once made a reader slow, by the file that they stood in. */
it.each([
  ['setup.cfg', '[a]\nb =\n', ' a\n'],
  ['a.properties', '', 'a\\\n'],
  ['.env', '', "A='\n"],
  ['CODEOWNERS', '', '[a] '],
  ['setup.py', '', 'install_requires=['],
  ['setup.py', 'extras_require={', "'a': ["],
  ['Gemfile', '', 'group('],
  ['build.gradle', '', '/* '],
  ['build.gradle', '', "implementation '"],
  ['DESCRIPTION', 'Imports: ', 'a '],
  ['pom.xml', '', '<'],
  ['pom.xml', '<project>', '<a>'],
  ['db/a.sql', 'CREATE TABLE a (x int);', '/* '],
  ['db/a.sql', 'CREATE TABLE a (x int);', "'"],
  ['schema.prisma', 'model a {\n', 'a b'],
  ['docs/a.rst', '', '`a <'],
  ['docs/a.rst', '', ':a:`'],
  ['docs/a.adoc', '', 'http::'],
])('%s that begins with %j and goes on with %j is read in time', (path, lead, piece) => {
  const file = sourceFile(path, lead + piece.repeat(40_000), 'docs');
  const reading = extractors.filter(({ claims, languages }) => claims(repoPath(path)) && languages.length === 0);
  const started = performance.now();

  for (const extractor of reading) extractor.extract(file, tools);

  expect(reading.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(3_000);
});
