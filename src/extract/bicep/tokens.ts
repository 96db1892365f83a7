/** A part of a string: its text, or the range of an expression in it. */
export type Segment = string | { readonly start: number; readonly end: number };

export type Token = {
  readonly kind: 'word' | 'number' | 'string' | 'mark' | 'newline' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly segments?: readonly Segment[];
};

const plain =
  /(?<space>[ \t\r]+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<newline>\n)|(?<word>[A-Za-z_]\w*)|(?<number>\d+)|(?<mark>\.\.\.|=>|\?\?|\|\||&&|[=!<>]=|=~|!~|\.\?|::|[\s\S])/y;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The tokens of a range of a text, the last one an `end`. Comments are none. */
export function readTokens(text: string, start = 0, end = text.length): readonly Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const token = readString(text, at, end) ?? readPlain(text, at);
    if (token.text !== '') tokens.push(token);
    at = token.end;
  }
  return [...tokens, { kind: 'end', text: '', start: end, end }];
}

function readPlain(text: string, at: number): Token {
  plain.lastIndex = at;
  const { newline, word, number, mark } = plain.exec(text)?.groups ?? {};
  const end = Math.max(plain.lastIndex, at + 1);
  if (word !== undefined) return { kind: 'word', text: word, start: at, end };
  if (number !== undefined) return { kind: 'number', text: number, start: at, end };
  if (newline !== undefined) return { kind: 'newline', text: newline, start: at, end };
  return { kind: 'mark', text: mark ?? '', start: at, end };
}

function readString(text: string, at: number, end: number): Token | undefined {
  const opening = /\$?'''|'/y;
  opening.lastIndex = at;
  const mark = opening.exec(text)?.[0];
  if (mark === undefined) return undefined;
  return mark === "'" ? readLine(text, at, end) : readBlock(text, at, end, mark);
}

/** A string on one line; what is broken off ends with the line. */
function readLine(text: string, start: number, limit: number): Token {
  const segments: Segment[] = [];
  let literal = '';
  let at = start + 1;
  while (at < limit && text[at] !== "'" && text[at] !== '\n') {
    const inserted = text.startsWith('${', at) ? { start: at + 2, end: closingBrace(text, at + 2, limit) } : undefined;
    if (inserted) {
      segments.push(literal, inserted);
      literal = '';
      at = inserted.end + 1;
    } else if (text[at] === '\\') {
      const escaped = unescapeAt(text, at);
      literal += escaped.text;
      at += escaped.length;
    } else {
      literal += text[at];
      at += 1;
    }
  }
  const end = text[at] === "'" ? at + 1 : at;
  return { kind: 'string', text: text.slice(start, end), start, end, segments: [...segments, literal] };
}

function unescapeAt(text: string, at: number): { readonly text: string; readonly length: number } {
  const letter = text[at + 1] ?? '';
  const [whole = '', code = ''] = /^\\u\{([\da-f]{1,6})\}/i.exec(text.slice(at, at + 12)) ?? [];
  const point = Number.parseInt(code, 16);
  if (point <= 0x10ffff) return { text: String.fromCodePoint(point), length: whole.length };
  return { text: escapes[letter] ?? letter, length: 2 };
}

/** `'''…'''`, in which only a `$` before it makes expressions. The line break behind the opening is none of it. */
function readBlock(text: string, start: number, limit: number, mark: string): Token {
  const from = start + mark.length;
  const found = text.indexOf("'''", from);
  const close = found === -1 || found > limit ? limit : found;
  const end = Math.min(limit, close + 3);
  const body = text.slice(from, close).replace(/^\r?\n/, '');
  const offset = close - body.length;
  const segments: Segment[] = [];
  let at = 0;
  for (let next = body.indexOf('${'); mark.startsWith('$') && next !== -1; next = body.indexOf('${', at)) {
    const last = closingBrace(text, offset + next + 2, close);
    segments.push(body.slice(at, next), { start: offset + next + 2, end: last });
    at = last - offset + 1;
  }
  return { kind: 'string', text: text.slice(start, end), start, end, segments: [...segments, body.slice(at)] };
}

/** The place of the brace that closes an expression inside a string, which may hold strings itself. */
function closingBrace(text: string, from: number, limit: number): number {
  let depth = 0;
  let isString = false;
  for (let at = from; at < limit; at += 1) {
    const character = text[at];
    if (character === '\n' && !isString) continue;
    if (isString && character === '\\') at += 1;
    else if (character === "'") isString = !isString;
    else if (character === '{' && (!isString || text[at - 1] === '$')) depth += 1;
    else if (character === '}' && !isString && depth === 0) return at;
    else if (character === '}' && depth > 0) depth -= 1;
  }
  return limit;
}
