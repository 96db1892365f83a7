import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { describeSections } from './document-sections.ts';
import { readBlocks } from './markdown/blocks.ts';
import { cutFrontMatter } from './markdown/front-matter.ts';

/**
 * Sections of Markdown documents with what they say of themselves: how full they are and of what day.
 * Format: https://spec.commonmark.org/, with the tables of https://github.github.com/gfm/
 */
export const markdown: Extractor = {
  name: 'markdown',
  languages: [],
  gives: ['section'],
  claims: (path) => /\.(?:md|mdx|markdown)$/i.test(path),
  extract: extractSections,
};

function extractSections(file: SourceFile): Extraction {
  const { body, ...about } = cutFrontMatter(file.text);
  return { facts: describeSections(readBlocks(body), about, file), diagnostics: [] };
}
