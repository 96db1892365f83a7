import { escapeControl } from '../../lib/escape.ts';
import { shorten } from '../../lib/width.ts';
import { MAX_TEXT } from '../view/limits.ts';

/**
 * A text as a plain message, in which neither an embedded link (`[a](b)`) nor a placeholder (`{0}`) can come about.
 * Syntax: SARIF 2.1.0, 3.11.
 */
export function plainMessage(text: string): string {
  const plain = escapeControl(shorten(text.replace(/\s+/gu, ' ').trim(), MAX_TEXT));
  return plain.replaceAll('](', '] (').replace(/\{(?=\d+\})/gu, '{ ');
}

/** A path as a relative reference: https://www.rfc-editor.org/rfc/rfc3986#section-4.2 */
export function uriOf(path: string): string {
  return escapeControl(path).split('/').map(encodeURIComponent).join('/');
}
