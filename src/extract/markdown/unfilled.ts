import type { Block } from './blocks.ts';
import { countWords } from './prose.ts';
import { blockText, type Section } from './sections.ts';

/** Fewer words beside placeholders are a beginning, and not content. */
export const filledWordsFrom = 25;

const placeholders: readonly RegExp[] = [
  /\b(?:TODO|TBD|TBC|FIXME|WIP)\b/,
  /^\W*todo\W*(?::|$)/i,
  /\bto be (?:written|defined|determined|decided|completed|added|documented|done|filled|provided|confirmed|announced|agreed)\b/i,
  /\bcoming soon\b|\blorem ipsum\b|\bwork in progress\b|\bunder construction\b|\b(?:is|as) an? (?:stub|placeholder)\b|\bfill (?:this|these|me) in\b/i,
  /<(?:your|insert|enter|add|describe|placeholder|name|date|owner|team|todo|tbd|yyyy)\b[^<>\n]{0,80}>/i,
  /(?<![\w\])])\[(?:insert|your|name|date|tbd|todo|describe|add|enter|specify|fill|placeholder|company|organi[sz]ation|system|team|owner|link)\b[^[\]\n]{0,80}\](?![([:])/i,
  /\{\{\s*\w{1,60}\s*\}\}/,
  /\buse this section to\b|\btell (?:them|people|readers) (?:about|how|what|where)\b/i,
  /_{5,}|\bYYYY-MM-DD\b/,
];

/**
 * Tells for each section of a document whether it is left to be written: its placeholders outweigh what else it says, or
 * it says nothing and neither does any section below it.
 */
export function findUnfilled(sections: readonly Section[]): readonly boolean[] {
  const own = sections.map(({ blocks }) => judgeText(blocks));
  const unfilled: boolean[] = own.map((state) => state === 'open');
  for (let index = sections.length - 1; index >= 0; index -= 1)
    if (own[index] === 'empty') unfilled[index] = isEmptyBelow(index, sections, unfilled);
  return unfilled;
}

function isEmptyBelow(index: number, sections: readonly Section[], unfilled: readonly boolean[]): boolean {
  const level = sections[index]?.level ?? 0;
  for (let below = index + 1; (sections[below]?.level ?? 0) > level; below += 1)
    if (unfilled[below] === false) return false;
  return true;
}

function judgeText(blocks: readonly Block[]): 'open' | 'empty' | 'filled' {
  const units = blocks.flatMap(readUnits);
  const filled = units.filter(({ isOpen }) => !isOpen).reduce((sum, { words }) => sum + words, 0);
  if (units.some(({ isOpen }) => isOpen)) return filled < filledWordsFrom ? 'open' : 'filled';
  return filled === 0 ? 'empty' : 'filled';
}

type Unit = { readonly words: number; readonly isOpen: boolean };

/** The sentences, rows and pieces of code of a block. The head of a table is a form, and no content. */
function readUnits(block: Block): readonly Unit[] {
  if (block.kind === 'head') return [];
  const text = blockText(block);
  if (block.kind === 'row')
    return [{ words: countWords(text), isOpen: hasPlaceholder(text) || isBlankForm(block.cells) }];
  // In code, `<name>` is what a reader has to put in.
  if (block.kind === 'code') return [{ words: countWords(text), isOpen: false }];
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]) /)
    .map((sentence) => ({ words: countWords(sentence), isOpen: hasPlaceholder(sentence) }));
}

function isBlankForm(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.slice(1).every((cell) => cell.trim() === '');
}

function hasPlaceholder(text: string): boolean {
  const prose = text.replace(/`[^`]*`/g, ' ');
  return placeholders.some((placeholder) => placeholder.test(prose));
}
