import type { Block } from '../markdown/blocks.ts';
import type { Line } from '../text-lines.ts';
import { plainText } from './inline.ts';

type Cell = { readonly text: string; readonly line: number };

/**
 * The rows of what stands between `|===` and `|===`. The first row is the head if the attributes say so, or if a blank
 * line parts it from the rest. Format: https://docs.asciidoctor.org/asciidoc/latest/tables/build-a-basic-table/
 */
export function readTable(lines: readonly Line[], attributes: string): readonly Block[] {
  const start = lines.findIndex(({ text }) => text.startsWith('|'));
  const first = lines[start];
  if (first === undefined) return [];
  const cells = readCells(lines);
  const columns = countColumns(attributes) ?? splitCells(first.text).length;
  const isBlankBelow = lines[start + 1]?.text === '' && !/%noheader/.test(attributes);
  const hasHead = /%header|options="?header|\bheader\b/.test(attributes) || isBlankBelow;
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, index) =>
    cells.slice(index * columns, (index + 1) * columns),
  );
  const head = hasHead ? (rows[0] ?? []).map(({ text }) => text) : [];
  return rows.map((row, index): Block => {
    const texts = row.map(({ text }) => text);
    const line = row[0]?.line ?? first.line;
    return hasHead && index === 0 ? { kind: 'head', cells: texts, line } : { kind: 'row', cells: texts, head, line };
  });
}

/** Cells in reading order; a line without a bar goes on with the cell above. */
function readCells(lines: readonly Line[]): readonly Cell[] {
  const cells: { text: string; line: number }[] = [];
  for (const { text, line } of lines) {
    const last = cells.at(-1);
    if (/(?:^|\s|[\d.+*<>^aehlmsd])\|/.test(text) && /^[\w.+*<>^]*\|/.test(text)) {
      for (const part of splitCells(text)) cells.push({ text: plainText(part), line });
    } else if (last && text !== '') last.text = `${last.text} ${plainText(text.trim())}`.trim();
  }
  return cells;
}

function splitCells(text: string): readonly string[] {
  return text
    .replace(/^[\w.+*<>^]*\|/, '')
    .split(/(?<!\\)\|/)
    .map((part) => part.trim());
}

/** `[cols="1,2*,3"]` */
function countColumns(attributes: string): number | undefined {
  const written = /\bcols\s*=\s*(?:"([^"]*)"|(\d+))/.exec(attributes);
  if (!written) return undefined;
  const parts = (written[1] ?? written[2] ?? '').split(/[,;]/);
  const counts = parts.map((part) => Number(/^\s*(\d+)\*/.exec(part)?.[1] ?? 1));
  return Math.max(
    1,
    Math.min(
      100,
      counts.reduce((sum, count) => sum + count, 0),
    ),
  );
}
