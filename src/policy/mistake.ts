import type { LineCounter } from 'yaml';
import { countOf } from '../lib/english.ts';
import { escapeControl } from '../lib/escape.ts';
import { maskSecrets, withoutCredentials } from '../lib/secret-names.ts';
import { measureWidth, shorten } from '../lib/width.ts';

/** A stretch of the file, from the offset of its first character to the one behind its last. */
export type Span = { readonly start: number; readonly end: number };

/** Something wrong in the policy. The message may hold the file's own words, and is escaped when it is shown. */
export type Mistake = { readonly span: Span; readonly message: string };

/** The steps from the top of the policy to a key or to an item of a list. */
export type KeyPath = readonly (string | number)[];

/** Mistakes that are shown; the rest is counted. */
export const mistakeLimit = 100;

/** Characters of a line that are shown before the place and after it. */
const frameMargin = 60;
/** Carets under one mistake. */
const longestMark = 60;

/** Characters of a name or a word from the file that a message repeats. */
const longestWord = 60;

/** `systems.assistant.attest.0`; a name that is no plain word is quoted, a long one shortened. */
export function keyPath(path: KeyPath): string {
  return path
    .map((part) => shortWord(String(part)))
    .map((part) => (/^[\w-]+$/.test(part) ? part : JSON.stringify(part)))
    .join('.');
}

/** A word from the file, as long as a message may repeat it. */
export function shortWord(word: string): string {
  return shorten(word, longestWord);
}

/** Every mistake in the order of its place: `path:line:column  message`, and unless it is kept back, the line with a mark below it. */
export function renderMistakes(
  mistakes: readonly Mistake[],
  text: string,
  path: string,
  positions: LineCounter,
  showsLines = true,
): string {
  const sorted = [...mistakes].sort((a, b) => a.span.start - b.span.start);
  const shown = sorted
    .slice(0, mistakeLimit)
    .map((mistake) => renderMistake(mistake, text, path, positions, showsLines));
  const rest = sorted.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${escapeControl(path)}: and ${countOf(rest, 'more mistake')}`] : [])].join('\n');
}

function renderMistake(
  { span, message }: Mistake,
  text: string,
  path: string,
  positions: LineCounter,
  showsLines: boolean,
): string {
  // What is missing at the end of the file is missed after its last word, not on an empty line below.
  const start = Math.min(span.start, text.trimEnd().length);
  const { line, col } = positions.linePos(start);
  const head = `${escapeControl(path)}:${line}:${col}  ${escapeControl(withoutCredentials(message))}`;
  if (!showsLines) return head;
  return [head, ...renderFrame({ start, end: span.end }, text, line, start - col + 1)].join('\n');
}

function renderFrame(span: Span, text: string, line: number, lineStart: number): readonly string[] {
  const newline = text.indexOf('\n', span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const from = Math.max(lineStart, span.start - frameMargin);
  const shown = maskSecrets(text.slice(lineStart, lineEnd));
  const before = `${from > lineStart ? '…' : ''}${escapeControl(shown.slice(from - lineStart, span.start - lineStart))}`;
  const after = shown.slice(span.start - lineStart, span.start - lineStart + frameMargin).trimEnd();
  const cut = lineEnd > span.start + frameMargin ? '…' : '';
  const marked = escapeControl(after.slice(0, span.end - span.start));
  const gutter = `${String(line).padStart(4)} | `;
  const indent = ' '.repeat(gutter.length + measureWidth(before));
  const mark = '^'.repeat(Math.min(longestMark, Math.max(1, measureWidth(marked.trimEnd()))));
  return [`${gutter}${before}${escapeControl(after)}${cut}`.trimEnd(), `${indent}${mark}`];
}
