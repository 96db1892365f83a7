/** A part of a word that keeps its own quotes: an expansion or a substitution. Offsets count from the word's start. */
export type Verbatim = { readonly start: number; readonly end: number };

const openings = ["'", '"', "$'", '$"'] as const;
type Quote = (typeof openings)[number] | '';

const escapedInDouble = new Set(['$', '`', '"', '\\']);
const ansiEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/**
 * The word that a shell hands on: quotes removed, lines joined, expansions left as they are written.
 * https://www.gnu.org/software/bash/manual/html_node/Quote-Removal.html
 */
export function unquote(source: string, verbatims: readonly Verbatim[]): string {
  const ends = new Map(verbatims.map(({ start, end }) => [start, end]));
  let quote: Quote = '';
  let word = '';
  let at = 0;
  while (at < source.length) {
    const end = ends.get(at);
    if (end !== undefined) {
      word += source.slice(at, end);
      at = end;
      continue;
    }
    const mark = openingQuote(source, at, quote);
    if (mark !== '') {
      quote = mark;
      at += mark.length;
    } else if (quote !== '' && source[at] === quote.at(-1)) {
      quote = '';
      at += 1;
    } else if (source[at] === '\\' && quote !== "'") {
      word += escapedBy(source[at + 1] ?? '\\', quote);
      at += 2;
    } else {
      word += source[at];
      at += 1;
    }
  }
  return word;
}

function openingQuote(source: string, at: number, quote: Quote): Quote {
  return quote === '' ? (openings.find((opening) => source.startsWith(opening, at)) ?? '') : '';
}

function escapedBy(character: string, quote: Quote): string {
  if (quote === "$'") return ansiEscapes[character] ?? character;
  if (character === '\n') return '';
  return quote.endsWith('"') && !escapedInDouble.has(character) ? `\\${character}` : character;
}
