import { paint } from '../../lib/ansi.ts';
import { type Row, type Span, widthOf } from './row.ts';
import { wrapSpans } from './wrap.ts';

const NARROWEST = 40;
/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 120;
const NARROWEST_BODY = 28;
const NARROW_INDENT = 6;

/** The columns to set text in, for a terminal of some width. */
export function pageWidth(terminal: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, terminal));
}

/** Sets rows as lines of at most `width` columns, where no single word is wider. */
export function printRows(rows: readonly Row[], width: number, colors: boolean): readonly string[] {
  return rows.flatMap((row) => layOut(row, width)).map((line) => line.map((part) => print(part, colors)).join(''));
}

function layOut(row: Row, width: number): readonly (readonly Span[])[] {
  const { lead, body, column } = row;
  const leadWidth = widthOf(lead);
  const isNarrow = width - column < NARROWEST_BODY;
  const indent = isNarrow ? Math.min(column, NARROW_INDENT) : column;
  const lines = wrapSpans(body, width - indent);
  if (leadWidth >= indent && lead.length > 0) return [lead, ...lines.map((line) => behind(indent, line))];
  const [first = [], ...rest] = lines;
  const head = first.length === 0 ? lead : [...lead, pad(indent - leadWidth), ...first];
  return [head, ...rest.map((line) => behind(indent, line))];
}

function behind(indent: number, line: readonly Span[]): readonly Span[] {
  return indent > 0 ? [pad(indent), ...line] : line;
}

function pad(columns: number): Span {
  return { text: ' '.repeat(Math.max(0, columns)) };
}

function print({ text, tone }: Span, colors: boolean): string {
  return colors && tone !== undefined && text !== '' ? paint(text, tone) : text;
}
