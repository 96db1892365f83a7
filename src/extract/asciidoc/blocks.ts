import type { Block } from '../markdown/blocks.ts';
import { isBlank, joinLines, type Line, nestedTextLimit } from '../text-lines.ts';
import { plainText } from './inline.ts';
import { readTable } from './tables.ts';

const heading = /^(={1,6}|#{1,6}) +(\S.*)$/;
const listItem = /^\s*(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-zA-Z]\.|<\d{1,3}>|<\.>)\s+(?:\[[ x*]\]\s+)?(?=\S)/;

/** Blocks between two equal lines, with what they hold. */
const delimiters: readonly (readonly [RegExp, 'code' | 'text' | 'table' | 'nothing'])[] = [
  [/^(?:-{4,}|\.{4,}|`{3}.*)$/, 'code'],
  [/^(?:={4,}|\*{4,}|_{4,}|--)$/, 'text'],
  [/^[|,:!]={3,}$/, 'table'],
  [/^(?:\/{4,}|\+{4,})$/, 'nothing'],
];

/** Lines that stand for something else than text: attributes, conditions, pictures, other files, pieces of a page. */
const mechanics =
  /^(?::!?[\w-]+!?:(?:\s|$)|(?:ifdef|ifndef|ifeval|endif|include|image|video|audio|toc)::|\/\/(?!\/)|'{3,}$|<{3,}$|\+$|\.\w)/;

/** A piece of a document, and the index behind its last line. */
type Piece = { readonly blocks: readonly Block[]; readonly end: number };

/** Takes AsciiDoc apart into blocks. The title of a document is a heading of level 1. */
export function readAsciidocBlocks(lines: readonly Line[]): readonly Block[] {
  return scan(lines, 0);
}

function scan(lines: readonly Line[], depth: number): readonly Block[] {
  if (depth > nestedTextLimit) return lines.map(({ text, line }) => ({ kind: 'prose', text, line }));
  const blocks: Block[] = [];
  let attributes = '';
  for (let at = 0; at < lines.length; ) {
    const { text = '', line = 1 } = lines[at] ?? {};
    if (/^\[.*\]$/.test(text)) attributes += text;
    const [, marks, title] = depth === 0 ? (heading.exec(text) ?? []) : [];
    if (marks !== undefined && title !== undefined) {
      blocks.push({ kind: 'heading', level: marks.length, text: plainText(title), line });
    }
    const isSkipped = marks !== undefined || isBlank(lines[at]) || /^\[.*\]$/.test(text) || mechanics.test(text);
    const piece: Piece = isSkipped ? { blocks: [], end: at + 1 } : readPiece(lines, at, attributes, depth);
    blocks.push(...piece.blocks);
    if (!isSkipped || marks !== undefined) attributes = '';
    at = piece.end;
  }
  return blocks;
}

function readPiece(lines: readonly Line[], at: number, attributes: string, depth: number): Piece {
  const { text = '' } = lines[at] ?? {};
  const holds = delimiters.find(([pattern]) => pattern.test(text))?.[1];
  if (holds !== undefined) {
    const fence = text.startsWith('```') ? '```' : text;
    let end = at + 1;
    while (end < lines.length && lines[end]?.text !== fence) end += 1;
    const inner = lines.slice(at + 1, end);
    const language = text.startsWith('```') ? text.slice(3).trim() : languageOf(attributes);
    return { blocks: readDelimited(holds, inner, attributes, language, depth), end: end + 1 };
  }
  const marker = listItem.exec(text)?.[0];
  return readParagraph(lines, at, marker?.length ?? 0);
}

function readDelimited(
  holds: (typeof delimiters)[number][1],
  inner: readonly Line[],
  attributes: string,
  language: string,
  depth: number,
): readonly Block[] {
  if (holds === 'nothing') return [];
  if (holds === 'code') return [{ kind: 'code', text: joinLines(inner), language, line: inner[0]?.line ?? 1 }];
  return holds === 'table' ? readTable(inner, attributes) : scan(inner, depth + 1);
}

/** `[source,bash]`, `[,bash]`, `[mermaid]` */
function languageOf(attributes: string): string {
  const [, style = '', language] = /^\[([\w%-]*)(?:,\s*([\w-]+))?/.exec(attributes) ?? [];
  return language ?? (style === 'source' || style === 'listing' ? '' : style);
}

/** Lines up to a blank one or to the next item; a paragraph that begins with a blank is literal. */
function readParagraph(lines: readonly Line[], at: number, width: number): Piece {
  const first = lines[at];
  if (first === undefined) return { blocks: [], end: at + 1 };
  let end = at + 1;
  while (!isBlank(lines[end]) && isSameParagraph(lines[end]?.text ?? '')) end += 1;
  const own = [{ text: first.text.slice(width), line: first.line }, ...lines.slice(at + 1, end)];
  if (width === 0 && first.text.startsWith(' '))
    return { blocks: [{ kind: 'code', text: joinLines(own), language: '', line: first.line }], end };
  const text = plainText(
    own
      .map((line) => line.text.trim().replace(/ \+$/, ''))
      .join('\n')
      .replace(/:{2,4}(?=\s|$)/, ':'),
  );
  const prose: Block = { kind: 'prose', text, line: first.line };
  return { blocks: width === 0 ? [prose] : [{ kind: 'item', line: first.line }, prose], end };
}

function isSameParagraph(text: string): boolean {
  return (
    !listItem.test(text) &&
    !mechanics.test(text) &&
    !/^\[.*\]$/.test(text) &&
    !delimiters.some(([pattern]) => pattern.test(text))
  );
}
