import type { Capture } from '../../model/source.ts';
import { type Outline, spanKey } from './outline.ts';

/** Characters of a literal that are kept. */
export const literalTextLimit = 500;
/** Characters of other source text that are kept. */
export const sourceTextLimit = 120;

const quoted = /^[@$a-zA-Z]{0,3}("""|'''|"|'|`)([\s\S]*)\1$/;
const percentQuoted = /^%[qQ]?[([{<|]([\s\S]*)[)\]}>|]$/;

/** A string literal without its outer quotes. All within stays as it is written, so that it can be found in the source. */
export function unquote(text: string): string {
  return quoted.exec(text)?.[2] ?? percentQuoted.exec(text)?.[1] ?? text;
}

/** Cuts a text, at the end of a word, so that no word stands there that the source does not have. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/(?:[\p{L}\p{N}_]|\p{Cs})+$/u, '')}…`;
}

/** The text of a string or number literal, undefined for all else. */
export function literalText({ literals }: Outline, capture: Capture): string | undefined {
  const kind = literals.get(spanKey(capture));
  if (kind === undefined) return undefined;
  return cutText(kind === 'text' ? unquote(capture.text) : capture.text, literalTextLimit);
}

/** The text of a key: of an object, a keyword argument, a hash with its colon. */
export function keyText(outline: Outline, key: Capture): string {
  return literalText(outline, key) ?? cutText(key.text.replace(/^:|:$/g, ''), sourceTextLimit);
}

/** Any expression as text on one line. */
export function sourceText({ text }: Capture): string {
  return cutText(cutText(text, sourceTextLimit * 4).replace(/\s+/g, ' '), sourceTextLimit);
}
