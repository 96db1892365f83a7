import MarkdownIt, { type Token } from 'markdown-it';
import { withoutMarkup } from './prose.ts';

/** A piece of a document, in reading order; lines count from 1. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  /** A paragraph with its line breaks, also that of a list item. */
  | { readonly kind: 'prose'; readonly text: string; readonly line: number }
  | { readonly kind: 'item'; readonly line: number }
  | { readonly kind: 'head'; readonly cells: readonly string[]; readonly line: number }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly head: readonly string[]; readonly line: number }
  | { readonly kind: 'code'; readonly text: string; readonly language: string; readonly line: number };

const parser = new MarkdownIt({ html: true });
// Blocks are all that is asked for, and the inline rules are where the time goes.
parser.core.ruler.enableOnly(['normalize', 'block']);

/** Takes Markdown apart into its blocks. Headings in lists and quotes open no section and are prose. */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const tokens = parser.parse(text, {});
  let line = 1;
  let head: readonly string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1;
    if (token.type === 'list_item_open') blocks.push({ kind: 'item', line });
    else if (token.type === 'fence' || token.type === 'code_block')
      blocks.push({ kind: 'code', text: token.content, language: token.info.trim().split(/\s/, 1)[0] ?? '', line });
    else if (token.type === 'html_block') blocks.push({ kind: 'prose', text: withoutMarkup(token.content), line });
    else if (token.type === 'tr_open') {
      const cells = readCells(tokens, index + 1);
      const isHead = tokens[index + 1]?.type === 'th_open';
      if (isHead) head = cells;
      blocks.push(isHead ? { kind: 'head', cells, line } : { kind: 'row', cells, head, line });
    } else if (token.type === 'inline') blocks.push(...readInline(tokens[index - 1], token, line));
  }
  return blocks;
}

function readInline(opened: Token | undefined, { content }: Token, line: number): readonly Block[] {
  const opener = opened?.type ?? '';
  // Cells are read with their row.
  if (opener === 'td_open' || opener === 'th_open') return [];
  if (opener === 'heading_open' && opened?.level === 0)
    return [{ kind: 'heading', level: Number(opened.tag.slice(1)), text: content, line }];
  return [{ kind: 'prose', text: withoutMarkup(content), line }];
}

function readCells(tokens: readonly Token[], from: number): readonly string[] {
  const cells: string[] = [];
  for (let index = from; index < tokens.length && tokens[index]?.type !== 'tr_close'; index += 1) {
    const token = tokens[index];
    if (token?.type === 'inline') cells.push(withoutMarkup(token.content));
  }
  return cells;
}
