import { findDates } from '../lib/dates.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { readAsciidocBlocks } from './asciidoc/blocks.ts';
import { type DocumentHead, describeSections } from './document-sections.ts';
import { isDateKey } from './markdown/front-matter.ts';
import { type Line, splitLines } from './text-lines.ts';

/** Sections of AsciiDoc, with what they say of themselves. Format: https://docs.asciidoctor.org/asciidoc/latest/ */
export const asciidoc: Extractor = {
  name: 'asciidoc',
  languages: [],
  gives: ['section'],
  claims: (path) => /\.(?:adoc|asciidoc)$/i.test(path),
  extract: extractDocument,
};

function extractDocument(file: SourceFile): Extraction {
  const lines = splitLines(file.text);
  return { facts: describeSections(readAsciidocBlocks(lines), readHead(lines), file), diagnostics: [] };
}

/** The day in the head of a document, which ends at a blank line: `v1.2, 2026-03-04` or `:revdate: 2026-03-04`. */
function readHead(lines: readonly Line[]): DocumentHead {
  const start = lines.findIndex(({ text }) => text !== '' && !text.startsWith('//'));
  const length = lines.slice(start).findIndex(({ text }) => text === '');
  const head = start === -1 ? [] : lines.slice(start, length === -1 ? undefined : start + length);
  const dates = head.flatMap(({ text }) => {
    const [, key, value = ''] = /^:([\w-]+):\s+(.*)$/.exec(text) ?? [];
    if (key !== undefined) return key === 'revdate' || isDateKey(key) ? findDates(value) : [];
    return /^v?\d[\w.-]*, /.test(text) ? findDates(text) : [];
  });
  const date = dates
    .map((found) => found.date)
    .sort()
    .at(-1);
  return date === undefined ? {} : { date };
}
