import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { lineFinder } from '../../lib/line-finder.ts';

/** The code of all cells, and for each of its lines the line of the file that holds it. */
export type NotebookCode = { readonly code: string; readonly lines: readonly number[]; readonly language?: string };

/** Reads a notebook's code cells as one text. Undefined if it is no valid JSON of an object. */
export function readNotebook(text: string): NotebookCode | undefined {
  const root = readJson(text);
  if (root?.type !== 'object') return undefined;
  const lineOf = lineFinder(text);
  const cells = findNodeAtLocation(root, ['cells'])?.children ?? [];
  const pieces = cells.filter((cell) => textAt(cell, 'cell_type') === 'code').flatMap(readCell);
  const rows = pieces.flatMap(({ value, offset }) => value.split('\n').map((row) => ({ row, line: lineOf(offset) })));
  const language = languageOf(root);
  return {
    code: rows.map(({ row }) => row).join('\n'),
    lines: rows.map(({ line }) => line),
    ...(language !== undefined && { language }),
  };
}

function readJson(text: string): Node | undefined {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true });
    return errors.length === 0 ? root : undefined;
  } catch {
    // The parser descends by recursion, and a hostile file nests deeper than the stack.
    return undefined;
  }
}

function textAt(node: Node, ...path: readonly string[]): string | undefined {
  const value: unknown = findNodeAtLocation(node, [...path])?.value;
  return typeof value === 'string' ? value : undefined;
}

function languageOf(root: Node): string | undefined {
  return textAt(root, 'metadata', 'language_info', 'name') ?? textAt(root, 'metadata', 'kernelspec', 'language');
}

type Piece = { readonly value: string; readonly offset: number };

/** A cell is one string or a list of lines that bring their own line ends. */
function readCell(cell: Node): readonly Piece[] {
  const source = findNodeAtLocation(cell, ['source']);
  const strings = (source?.type === 'array' ? source.children : [source]) ?? [];
  const pieces = strings.flatMap((node) =>
    typeof node?.value === 'string' ? [{ value: node.value.replace(/\r?\n$/, ''), offset: node.offset }] : [],
  );
  const [first] = pieces;
  // The whole cell is in another language, or a file to be written.
  if (first && /^%%(?!time|capture|prun)/.test(first.value)) return [];
  return pieces.map(({ value, offset }) => ({ value: value.replace(/^(\s*)[%!?].*/gm, '$1pass'), offset }));
}
