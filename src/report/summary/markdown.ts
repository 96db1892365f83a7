import { codeSpan, escapeControl, escapeProse } from '../../lib/escape.ts';
import { shorten } from '../../lib/width.ts';
import { EVIDENCE_SHOWN, MAX_TEXT } from '../view/limits.ts';

/** A sentence of the model or of the repository, without markup but for code between backticks. */
export function prose(text: string): string {
  return escapeProse(shorten(text.replace(/\s+/gu, ' ').trim(), MAX_TEXT));
}

/** A name or an id as code. */
export function code(text: string): string {
  return codeSpan(shorten(text, MAX_TEXT));
}

type Place = { readonly path: string; readonly line?: number | undefined };

/** `path:line`, as a link where it is known where the files can be read. */
export function placeText({ path, line }: Place, source: string | undefined): string {
  const text = code(line === undefined ? path : `${path}:${line}`);
  if (source === undefined) return text;
  const anchor = line === undefined ? '' : `#L${line}`;
  return `[${text}](${source}${encodePath(path)}${anchor})`;
}

/** The first places, and how many more there are. */
export function placesText(places: readonly Place[], source: string | undefined): string {
  const shown = places.slice(0, EVIDENCE_SHOWN).map((place) => placeText(place, source));
  const rest = places.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

// A parenthesis would end the link's destination, and a lone surrogate cannot be encoded.
function encodePath(path: string): string {
  const encoded = escapeControl(path).split('/').map(encodeURIComponent).join('/');
  return encoded.replaceAll('(', '%28').replaceAll(')', '%29');
}
