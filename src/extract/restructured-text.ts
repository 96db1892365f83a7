import { findDates } from '../lib/dates.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { type DocumentHead, describeSections } from './document-sections.ts';
import { isDateKey } from './markdown/front-matter.ts';
import { readRestructuredBlocks } from './restructured-text/blocks.ts';
import { splitLines } from './text-lines.ts';

/**
 * Sections of reStructuredText, with what they say of themselves.
 * Format: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 */
export const restructuredText: Extractor = {
  name: 'restructured-text',
  languages: [],
  gives: ['section'],
  claims: (path) => /\.rst$/i.test(path),
  extract: extractDocument,
};

function extractDocument(file: SourceFile): Extraction {
  const lines = splitLines(file.text);
  const head = readFields(lines.slice(0, headLimit).map(({ text }) => text));
  return { facts: describeSections(readRestructuredBlocks(lines), head, file), diagnostics: [] };
}

/** Lines at the beginning of a document in which it says what it is. */
const headLimit = 40;

/** The day that the fields of a document (`:Date: 2026-03-04`) give it. */
function readFields(lines: readonly string[]): DocumentHead {
  const dates = lines.flatMap((line) => {
    const [, key = '', value = ''] = /^:([\w -]+):\s+(.*)$/.exec(line) ?? [];
    return isDateKey(key) ? findDates(value) : [];
  });
  const date = dates
    .map((found) => found.date)
    .sort()
    .at(-1);
  return date === undefined ? {} : { date };
}
