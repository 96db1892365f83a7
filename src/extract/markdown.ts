import { findDates } from '../lib/dates.ts';
import type { SectionFact } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { type Block, readBlocks } from './markdown/blocks.ts';
import { cutFrontMatter, type FrontMatter } from './markdown/front-matter.ts';
import { countWords, foldSpace, headingText } from './markdown/prose.ts';
import { deriveSectionDate } from './markdown/section-date.ts';
import { blockText, readSections, type Section } from './markdown/sections.ts';
import { findUnfilled } from './markdown/unfilled.ts';

/** Characters of a section's text that a fact keeps. */
export const sectionTextLimit = 4000;

/** Code that draws and tells nobody what to do. */
const drawings = /^(?:mermaid|plantuml|puml|dot|graphviz|d2|ascii|text|txt)$/i;

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
  const front = cutFrontMatter(file.text);
  const blocks = readBlocks(front.body);
  const title = titleOf(blocks, front, file.path);
  const sections = readSections(blocks, title);
  const unfilled = findUnfilled(sections);
  const documentDate = front.date ?? dateOfName(file.path);
  const facts = sections.map((section, index) => {
    const date = deriveSectionDate(section) ?? documentDate;
    const measures = { ...measureSection(section), unfilled: unfilled[index] ?? false };
    return sectionFact(section, title, measures, date, file);
  });
  return { facts, diagnostics: [] };
}

type Measures = Pick<SectionFact, 'text' | 'words' | 'steps' | 'unfilled'>;

function sectionFact(
  { heading, level, line }: Section,
  title: string,
  measures: Measures,
  date: string | undefined,
  { path, role }: SourceFile,
): SectionFact {
  const at = { path, line };
  return { kind: 'section', at, role, title, heading, level, ...measures, ...(date === undefined ? {} : { date }) };
}

function measureSection({ blocks }: Section): Omit<Measures, 'unfilled'> {
  const text = foldSpace(blocks.map(blockText).join('\n'));
  return {
    text: text.slice(0, sectionTextLimit).trimEnd(),
    words: countWords(text),
    steps: blocks.reduce((sum, block) => sum + stepsOf(block), 0),
  };
}

function stepsOf(block: Block): number {
  if (block.kind === 'item') return 1;
  if (block.kind !== 'code' || drawings.test(block.language)) return 0;
  return block.text.split('\n').filter((line) => line.trim() !== '').length;
}

function titleOf(blocks: readonly Block[], front: FrontMatter, path: RepoPath): string {
  const top = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const written = top?.kind === 'heading' ? headingText(top.text) : '';
  return written || front.title || nameOf(path);
}

/** Records are often filed by their day: `drills/2026-03-04-failover.md`. */
function dateOfName(path: RepoPath): string | undefined {
  return findDates((/^\d{4}-\d\d-\d\d/.exec(nameOf(path)) ?? [''])[0])[0]?.date;
}

function nameOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
