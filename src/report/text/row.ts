import type { Tone } from '../../lib/ansi.ts';
import { escapeControl, escapeRunnerCommands } from '../../lib/escape.ts';
import { measureWidth, shorten } from '../../lib/width.ts';
import { MAX_TEXT } from '../view/limits.ts';

/** A piece of a line. Only `span` and `place` make one, so nothing reaches the terminal unescaped. */
export type Span = { readonly text: string; readonly tone?: Tone; readonly whole?: true };

/** A line with a column in front: what is too long for the page goes on below, behind the column. */
export type Row = { readonly lead: readonly Span[]; readonly column: number; readonly body: readonly Span[] };

/** Text for the terminal, escaped and never longer than a reader can use. */
export function span(text: string, tone?: Tone): Span {
  const safe = escapeRunnerCommands(escapeControl(shorten(text, MAX_TEXT)));
  return tone === undefined ? { text: safe } : { text: safe, tone };
}

/** A place that a terminal can open, never broken over two lines. */
export function place({ path, line }: { readonly path: string; readonly line?: number | undefined }): Span {
  const text = line === undefined ? path : `${path}:${line}`;
  return { ...span(text, 'place'), whole: true };
}

export const blank: Row = { lead: [], column: 0, body: [] };

/** A line of its own, without a column. */
export function plainRow(indent: number, ...body: readonly Span[]): Row {
  return { lead: [], column: indent, body };
}

/** The columns that spans take. */
export function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + measureWidth(text), 0);
}
