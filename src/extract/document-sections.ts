import { findDates } from '../lib/dates.ts';
import type { SectionFact } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import type { SourceFile } from '../model/source.ts';
import type { Block } from './markdown/blocks.ts';
import { countWords, foldSpace, headingText } from './markdown/prose.ts';
import { deriveSectionDate } from './markdown/section-date.ts';
import { blockText, readSections, type Section } from './markdown/sections.ts';
import { findUnfilled } from './markdown/unfilled.ts';

/** Characters of a section's text that a fact keeps. */
export const sectionTextLimit = 4000;

/** Code that draws and tells nobody what to do. */
const drawings = /^(?:mermaid|plantuml|puml|dot|graphviz|d2|ascii|text|txt)$/i;

/** What a document says of itself before its text begins. */
export type DocumentHead = { readonly title?: string; readonly date?: string };

/** The sections of a document in whatever format, from its blocks. */
export function describeSections(
  blocks: readonly Block[],
  head: DocumentHead,
  file: SourceFile,
): readonly SectionFact[] {
  const title = titleOf(blocks, head, file.path);
  const sections = readSections(blocks, title);
  const unfilled = findUnfilled(sections);
  const documentDate = head.date ?? dateOfName(file.path);
  return sections.map((section, index) => {
    const date = deriveSectionDate(section) ?? documentDate;
    const measures = { ...measureSection(section), unfilled: unfilled[index] ?? false };
    return sectionFact(section, title, measures, date, file);
  });
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

function titleOf(blocks: readonly Block[], head: DocumentHead, path: RepoPath): string {
  const top = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const written = top?.kind === 'heading' ? headingText(top.text) : '';
  return written || head.title || nameOf(path);
}

/** Records are often filed by their day: `drills/2026-03-04-failover.md`. */
function dateOfName(path: RepoPath): string | undefined {
  return findDates((/^\d{4}-\d\d-\d\d/.exec(nameOf(path)) ?? [''])[0])[0]?.date;
}

function nameOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
