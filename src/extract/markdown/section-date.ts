import { type FoundDate, findDates } from '../../lib/dates.ts';
import type { Block } from './blocks.ts';
import type { Section } from './sections.ts';

/** Words that speak of what is still to come, or of anything but a day on which something was done. */
const ahead =
  /\b(?:next|due|plans?|planned|planning|target|schedul\w*|until|till|expir\w*|deadline|upcoming|proposed|will|shall|should|must|before|since|valid|intended|start|end|ends|deprecated|sunset|not)\b/i;

/** A row that says so of itself. */
const aheadCell = /^\W*(?:planned|scheduled|pending|upcoming|proposed|todo|tbd|not started|open)\W*$/i;

const done =
  'dated|updated|modified|reviewed|revised|tested|exercised|drilled|rehearsed|practi[cs]ed|conducted|performed|held|completed|executed|carried out|took place|ran|run|audited|assessed|accepted|approved|signed off|verified|validated|confirmed|published|issued|as of';
const occasion =
  'drill|exercise|game[ -]?day|tabletop|rehearsal|simulation|audit|assessment|review|test|pen(?:etration)?[ -]?test';
const dated = 'report|incident|meeting|approval|publication|release|effective|issue';

/** A label at the end of what stands before a date. */
const label = new RegExp(
  `(?:^|[\\s(,;])(?:(?:(?:${occasion}|${dated})\\s)?date|${done}|(?:${occasion})(?=\\s*[:=|]|\\s(?:on|in)\\b)|(?:last|latest)\\s(?:${occasion}|update|change|revision|run))` +
    '(?:\\sby\\s[^:]{1,40})?\\s*(?:was|is)?\\s*(?:on|in|at)?\\s*[:=–—-]*\\s*$',
  'i',
);

/** What may follow a date at the beginning of a paragraph or an item that makes it the date of the entry. */
const entryEnd = /^[\s)\]]*(?:$|[:|–—-])/;

/** Characters before a date in which a label may stand. */
const clauseLimit = 120;

/** The latest day that a section says of itself: in its heading, under a label, or as the date of a row or an entry. */
export function deriveSectionDate({ heading, level, blocks }: Section): string | undefined {
  const inHeading = level === 0 || ahead.test(heading) ? [] : findDates(heading).map(({ date }) => date);
  return [...inHeading, ...blocks.flatMap(readBlockDates)].sort().at(-1);
}

function readBlockDates(block: Block): readonly string[] {
  if (block.kind === 'prose') return readProseDates(block.text);
  if (block.kind === 'row') return readRowDates(block.cells, block.head);
  return [];
}

function readProseDates(text: string): readonly string[] {
  const plain = text.replace(/[*`_~]/g, '');
  return findDates(plain)
    .filter((found) => isLabelled(plain, found))
    .map(({ date }) => date);
}

function isLabelled(text: string, { start, end }: FoundDate): boolean {
  const [line = '', above = ''] = text
    .slice(Math.max(0, start - clauseLimit), start)
    .split('\n')
    .reverse();
  if (/^[\s[(]*$/.test(line)) {
    if (entryEnd.test(lineAfter(text, end))) return true;
    // The sentence began on the line above.
    return isLabel(/[.:!?]\s*$/.test(above) ? '' : above);
  }
  return isLabel(line);
}

/** Asks only the sentence that a date stands in. */
function isLabel(before: string): boolean {
  const clause = before.slice(before.search(/[^.!?;|]*$/)).trimStart();
  return !ahead.test(clause) && label.test(clause);
}

function lineAfter(text: string, end: number): string {
  return text.slice(end, end + clauseLimit).split('\n', 1)[0] ?? '';
}

/** A cell that is a date dates its row, unless its column, its row or a word beside it speak of what is to come. */
function readRowDates(cells: readonly string[], head: readonly string[]): readonly string[] {
  if (cells.some((cell) => aheadCell.test(cell)) || ahead.test(cells[0] ?? '')) return [];
  return cells.flatMap((cell, column) => {
    const plain = cell.replace(/[*`_~]/g, '').trim();
    const [found] = findDates(plain);
    if (found && found.start === 0 && found.end === plain.length)
      return ahead.test(head[column] ?? '') ? [] : [found.date];
    return readProseDates(cell);
  });
}
