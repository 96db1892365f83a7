import { readString } from './strings.ts';

export type Token =
  | { readonly kind: 'word' | 'sign' | 'end-of-line'; readonly text: string; readonly line: number }
  | { readonly kind: 'string'; readonly text: string; readonly line: number; readonly endLine: number };

const word = /[A-Za-z_$@][\w$]*(?:\s*\??\.\s*[A-Za-z_][\w$]*)*|\d[\w.]*/y;

const sign = /==~|=~|==|!=|&&|\|\||->|\?:|<=|>=|\+=|-=|\+\+|--|[\s\S]/y;

/** A slash starts a string where a value is due. */
const beforeValue = /^(?:[(,:[{!?+]|[=!]=|=|==?~|&&|\|\||return)$/;

/**
 * Cuts Groovy into words (`env.X` is one), signs and strings; comments are left out. Undefined where a string or a
 * comment never ends.
 * Format: https://groovy-lang.org/syntax.html
 */
export function readTokens(source: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  while (at < source.length) {
    const blank = skipBlank(source, at);
    if (blank === undefined) return undefined;
    if (blank > at) {
      line += countLines(source, at, blank);
      at = blank;
      continue;
    }
    const token = readToken(source, at, tokens.at(-1), line);
    if (token === undefined) return undefined;
    tokens.push(token.token);
    line += countLines(source, at, token.end);
    at = token.end;
  }
  return tokens;
}

/** The offset behind blanks and a comment at an offset; undefined where the comment never ends. */
function skipBlank(source: string, at: number): number | undefined {
  if (/[ \t\r\f\uFEFF]/.test(source[at] ?? '')) return at + 1;
  if (source.startsWith('\\\n', at)) return at + 2;
  const isHash = at === 0 && source.startsWith('#!');
  if (source.startsWith('//', at) || isHash) {
    const end = source.indexOf('\n', at);
    return end === -1 ? source.length : end;
  }
  if (!source.startsWith('/*', at)) return at;
  const end = source.indexOf('*/', at + 2);
  return end === -1 ? undefined : end + 2;
}

type Read = { readonly token: Token; readonly end: number };

function readToken(source: string, at: number, before: Token | undefined, line: number): Read | undefined {
  const character = source[at] ?? '';
  if (character === '\n') return { token: { kind: 'end-of-line', text: '\n', line }, end: at + 1 };
  if (character === '"' || character === "'") return readQuoted(source, at, line);
  word.lastIndex = at;
  const found = word.exec(source)?.[0];
  if (found !== undefined) {
    return { token: { kind: 'word', text: found.replace(/\s+|\?/g, ''), line }, end: at + found.length };
  }
  const slashy = character === '/' && beforeValue.test(before?.text ?? '') ? readSlashy(source, at, line) : undefined;
  sign.lastIndex = at;
  const text = sign.exec(source)?.[0] ?? character;
  return slashy ?? { token: { kind: 'sign', text, line }, end: at + text.length };
}

function readQuoted(source: string, at: number, line: number): Read | undefined {
  const found = readString(source, at);
  if (found === undefined) return undefined;
  const endLine = line + countLines(source, at, found.end);
  return { token: { kind: 'string', text: found.text, line, endLine }, end: found.end };
}

function readSlashy(source: string, at: number, line: number): Read | undefined {
  const text = /^\/((?:\\.|[^/\\\n])+)\//.exec(source.slice(at, at + 500))?.[1];
  if (text === undefined) return undefined;
  return { token: { kind: 'string', text: `/${text}/`, line, endLine: line }, end: at + text.length + 2 };
}

function countLines(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = source.indexOf('\n', start); at !== -1 && at < end; at = source.indexOf('\n', at + 1)) count += 1;
  return count;
}
