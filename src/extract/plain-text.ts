import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { describeSections } from './document-sections.ts';
import { readRestructuredBlocks } from './restructured-text/blocks.ts';
import { splitLines } from './text-lines.ts';

/** Characters; longer texts are what a program reads, and no document. */
export const plainTextLimit = 200_000;

/** Among documents, or called as documents are: `RUNBOOK.txt`. Other texts are prompts, data and lists of packages. */
const documents =
  /(?:^|\/)(?:docs?|documentation|wiki|runbooks?|playbooks?|policies|compliance)\/(?:.*\/)?[^/]+\.txt$|(?:^|\/)[A-Z][A-Z0-9_-]{3,}\.txt$/;
const others =
  /(?:^|\/)(?:[^/]*(?:requirements|constraints|robots|llms)[^/]*|LICEN[CS]E|COPYING|NOTICE|VERSION|CMAKELISTS)\.txt$/i;

/**
 * Sections of texts whose titles are underlined; by these marks of plain text reStructuredText came to be, so that it is
 * read by the same ones. A text among documents without a title is one section.
 */
export const plainText: Extractor = {
  name: 'plain-text',
  languages: [],
  gives: ['section'],
  claims: (path) => documents.test(path) && !others.test(path),
  extract: extractText,
};

function extractText(file: SourceFile): Extraction {
  if (file.text.length > plainTextLimit) return { facts: [], diagnostics: [] };
  const blocks = readRestructuredBlocks(splitLines(file.text));
  const isDocument = file.role === 'docs' || blocks.some(({ kind }) => kind === 'heading');
  return { facts: isDocument ? describeSections(blocks, {}, file) : [], diagnostics: [] };
}
