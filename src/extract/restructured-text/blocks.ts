import type { Block } from '../markdown/blocks.ts';
import { dedent, endOfIndented, indentOf, isBlank, joinLines, type Line, nestedTextLimit } from '../text-lines.ts';
import { readDirective } from './directives.ts';
import { findHeading, isTransition } from './headings.ts';
import { plainText } from './inline.ts';
import { findTable } from './tables.ts';

const listItem = /^(?:[-*+•]|(?:\d{1,4}|#|[a-zA-Z])\.|\(?(?:\d{1,4}|#|[a-zA-Z])\))(?: +|$)/;

/** A piece of a document, and the index behind its last line. */
type Piece = { readonly blocks: readonly Block[]; readonly end: number };

/** Takes reStructuredText apart into blocks. Levels of headings come in the order in which their styles first appear. */
export function readRestructuredBlocks(lines: readonly Line[]): readonly Block[] {
  const styles: string[] = [];
  return scan(lines, 0, (style) => {
    if (!styles.includes(style)) styles.push(style);
    return styles.indexOf(style) + 1;
  });
}

function scan(lines: readonly Line[], depth: number, levelOf: (style: string) => number): readonly Block[] {
  if (depth > nestedTextLimit) return lines.map(({ text, line }) => ({ kind: 'prose', text, line }));
  const blocks: Block[] = [];
  const nested = (inner: readonly Line[]) => scan(dedent(inner), depth + 1, levelOf);
  for (let at = 0; at < lines.length; ) {
    const heading = depth === 0 ? findHeading(lines, at) : undefined;
    if (heading) {
      const { text, style, line, height } = heading;
      blocks.push({ kind: 'heading', level: levelOf(style), text: plainText(text), line });
      at += height;
      continue;
    }
    const piece = readPiece(lines, at, nested);
    blocks.push(...piece.blocks);
    at = piece.end;
  }
  return blocks;
}

type Nested = (lines: readonly Line[]) => readonly Block[];

function readPiece(lines: readonly Line[], at: number, nested: Nested): Piece {
  const line = lines[at];
  if (line === undefined || isBlank(line) || isTransition(line)) return { blocks: [], end: at + 1 };
  const indent = indentOf(line);
  if (indent > 0) return readIndented(lines, at, 1, nested);
  if (/^\.\.(?: |$)/.test(line.text)) {
    const end = endOfIndented(lines, at + 1, 1);
    const first = { text: line.text.slice(2).trim(), line: line.line };
    return { blocks: readDirective(first, lines.slice(at + 1, end), nested), end };
  }
  if (line.text.startsWith('>>> ')) return readCode(lines, at);
  const table = findTable(lines, at);
  if (table) return table;
  const marker = listItem.exec(line.text)?.[0];
  if (marker !== undefined) return readItem(lines, at, marker.length, nested);
  return readParagraph(lines, at);
}

/** A quote, or what belongs to a term. */
function readIndented(lines: readonly Line[], at: number, indent: number, nested: Nested): Piece {
  const end = endOfIndented(lines, at, indent);
  return { blocks: nested(lines.slice(at, end)), end };
}

function readItem(lines: readonly Line[], at: number, width: number, nested: Nested): Piece {
  const first = lines[at];
  if (first === undefined) return { blocks: [], end: at + 1 };
  const end = endOfIndented(lines, at + 1, 1);
  const own: Line = { text: ' '.repeat(width) + first.text.slice(width), line: first.line };
  const content = nested([own, ...lines.slice(at + 1, end)].map((line) => alignTo(line, width)));
  return { blocks: [{ kind: 'item', line: first.line }, ...content], end };
}

/** A line that goes on with an item may be indented by less than its text. */
function alignTo(line: Line, width: number): Line {
  return isBlank(line) || indentOf(line) >= width ? line : { ...line, text: ' '.repeat(width) + line.text.trimStart() };
}

function readCode(lines: readonly Line[], at: number): Piece {
  let end = at;
  while (!isBlank(lines[end])) end += 1;
  const line = lines[at]?.line ?? 1;
  return { blocks: [{ kind: 'code', text: joinLines(lines.slice(at, end)), language: '', line }], end };
}

/** Lines up to a blank one. Behind `::` what is indented is literal. */
function readParagraph(lines: readonly Line[], at: number): Piece {
  let end = at + 1;
  while (!isBlank(lines[end]) && indentOf(lines[end]) === 0 && !listItem.test(lines[end]?.text ?? '')) end += 1;
  const text = joinLines(lines.slice(at, end));
  const line = lines[at]?.line ?? 1;
  const said: Block = { kind: 'prose', text: plainText(text.replace(/\s+::$|^::$/, '').replace(/::$/, ':')), line };
  if (!text.endsWith('::')) return { blocks: [said], end };
  const literalEnd = endOfIndented(lines, end, 1);
  const literal = dedent(lines.slice(end, literalEnd)).filter((each, index) => !isBlank(each) || index > 0);
  const code: Block = { kind: 'code', text: joinLines(literal), language: '', line: literal[0]?.line ?? line };
  return { blocks: literal.length === 0 ? [said] : [said, code], end: Math.max(end, literalEnd) };
}
