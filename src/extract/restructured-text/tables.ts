import type { Block } from '../markdown/blocks.ts';
import { dedent, isBlank, type Line } from '../text-lines.ts';
import { plainText } from './inline.ts';

type Row = { readonly cells: readonly string[]; readonly line: number; readonly isHead: boolean };

export type Table = { readonly blocks: readonly Block[]; readonly end: number };

/** A table that begins at an index: drawn with `+---+`, or with columns below `=== ===`. */
export function findTable(lines: readonly Line[], at: number): Table | undefined {
  const text = lines[at]?.text ?? '';
  if (/^\+(?:[-=]+\+)+$/.test(text)) return readGrid(lines, at);
  return /^=+(?: +=+)+$/.test(text) ? readColumns(lines, at) : undefined;
}

/** The blocks of rows; the cells of the last head stand beside each. */
export function rowBlocks(rows: readonly Row[]): readonly Block[] {
  let head: readonly string[] = [];
  return rows.map(({ cells, line, isHead }): Block => {
    const plain = cells.map((cell) => plainText(cell.trim()));
    if (isHead) head = plain;
    return isHead ? { kind: 'head', cells: plain, line } : { kind: 'row', cells: plain, head, line };
  });
}

function readGrid(lines: readonly Line[], at: number): Table {
  let end = at;
  while (!isBlank(lines[end]) && /^[+|]/.test(lines[end]?.text ?? '')) end += 1;
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 0;
  for (const { text, line: number } of lines.slice(at + 1, end)) {
    if (text.startsWith('|')) {
      const parts = text.replace(/^\||\|$/g, '').split('|');
      if (cells.length === 0) line = number;
      cells = parts.map((part, column) => `${cells[column] ?? ''} ${part.trim()}`.trim());
    } else if (cells.length > 0) {
      rows.push({ cells, line, isHead: /^\+=/.test(text) });
      cells = [];
    }
  }
  return { blocks: rowBlocks(rows), end };
}

/** Columns begin where the runs of the border do; the last one has no end. */
function readColumns(lines: readonly Line[], at: number): Table {
  const border = lines[at]?.text ?? '';
  const starts = [...border.matchAll(/=+/g)].map(({ index }) => index);
  const isBorder = (index: number) => /^=+(?: +=+)+$/.test(lines[index]?.text ?? '');
  let last = at + 1;
  // The border of the head; one that a blank line follows ends the table.
  let headEnd = at;
  for (; last < lines.length && !(isBorder(last) && isBlank(lines[last + 1])); last += 1)
    if (headEnd === at && isBorder(last)) headEnd = last;
  const rows = lines.slice(at + 1, last).flatMap(({ text, line }, offset): readonly Row[] => {
    const index = at + 1 + offset;
    if (text === '' || /^[=-]+(?: +[=-]+)*$/.test(text)) return [];
    return [
      { cells: starts.map((start, column) => text.slice(start, starts[column + 1])), line, isHead: index < headEnd },
    ];
  });
  return { blocks: rowBlocks(rows), end: last + 1 };
}

/** The rows of a `list-table`: `* - first`, `  - second`. */
export function readListTable(body: readonly Line[], headRows: number): readonly Block[] {
  const rows: { cells: string[]; line: number; isHead: boolean }[] = [];
  for (const { text, line } of dedent(body)) {
    const [, opening, cell = ''] = /^([*-] +-|[* ] +-)(?: +(.*))?$/.exec(text) ?? [];
    if (opening !== undefined && /^[*-]/.test(opening))
      rows.push({ cells: [cell], line, isHead: rows.length < headRows });
    else if (opening !== undefined) rows.at(-1)?.cells.push(cell);
    else {
      const cells = rows.at(-1)?.cells;
      if (cells && text.trim() !== '') cells[cells.length - 1] = `${cells.at(-1)} ${text.trim()}`.trim();
    }
  }
  return rowBlocks(rows);
}

/** The rows of a `csv-table`; quotes may hold commas. */
export function readCsvTable(body: readonly Line[], header: string | undefined): readonly Block[] {
  const head = header === undefined ? [] : [{ cells: splitCsv(header), line: body[0]?.line ?? 1, isHead: true }];
  const rows = body.filter((line) => !isBlank(line));
  return rowBlocks([...head, ...rows.map(({ text, line }) => ({ cells: splitCsv(text), line, isHead: false }))]);
}

function splitCsv(text: string): readonly string[] {
  return [...text.matchAll(/\s*(?:"([^"]*)"|([^,]*))(?:,|$)/g)]
    .filter(({ 0: whole, index }) => whole !== '' || index === 0)
    .map(([, quoted, plain = '']) => (quoted ?? plain).trim());
}
