/** A string of Groovy: its value, and the offset behind it. */
export type ReadString = { readonly text: string; readonly end: number };

/** Longest first, so that three quotes are not taken for an empty string. */
const quotes = ['"""', "'''", '"', "'"] as const;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/**
 * Reads the string that starts at an offset; undefined where none does, or where it never ends. Code in it (`${a.b}`) is
 * written as `${{=a.b}}`, so that the shell's parser lets it pass; `revealCode` undoes that.
 * Format: https://groovy-lang.org/syntax.html#all-strings
 */
export function readString(source: string, start: number): ReadString | undefined {
  const quote = quotes.find((mark) => source.startsWith(mark, start));
  if (quote === undefined) return undefined;
  const hasCode = quote.startsWith('"');
  let text = '';
  let at = start + quote.length;
  while (at < source.length) {
    if (source.startsWith(quote, at)) return { text, end: at + quote.length };
    if (quote.length === 1 && source[at] === '\n') return undefined;
    const piece = readEscape(source, at) ?? (hasCode ? readCode(source, at) : undefined);
    text += piece?.text ?? source[at];
    at = piece?.end ?? at + 1;
  }
  return undefined;
}

function readEscape(source: string, at: number): ReadString | undefined {
  if (source[at] !== '\\') return undefined;
  const next = source[at + 1] ?? '';
  // Groovy joins the lines; a shell does so too, and can still tell them apart.
  if (next === '\n') return { text: '\\\n', end: at + 2 };
  return { text: escapes[next] ?? next, end: at + 2 };
}

function readCode(source: string, at: number): ReadString | undefined {
  if (!source.startsWith('${', at)) return undefined;
  const end = findBrace(source, at + 2);
  if (end === undefined) return undefined;
  const code = source.slice(at + 2, end);
  const isWord = /^\w+$/.test(code);
  return { text: isWord ? source.slice(at, end + 1) : `\${{=${code.replaceAll('}', ')')}}}`, end: end + 1 };
}

/** How far code in a string may reach. */
const codeLimit = 500;

function findBrace(source: string, from: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = from; at < Math.min(source.length, from + codeLimit); at += 1) {
    const character = source[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}' && depth === 0) return at;
    else if (character === '}') depth -= 1;
  }
  return undefined;
}

/** A string as it was written, as far as code in it goes. */
export function revealCode(text: string): string {
  return text.replace(/\$\{\{=([^}]*)\}\}/g, (_, code: string) => `\${${code}}`);
}
