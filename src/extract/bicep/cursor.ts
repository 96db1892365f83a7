import type { Token } from './tokens.ts';

/** A place among tokens. The first token that is not what it should be is the fault. */
export type Cursor = {
  readonly source: string;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  fault?: Token;
};

const end: Token = { kind: 'end', text: '', start: 0, end: 0 };

export function newCursor(source: string, tokens: readonly Token[], depth = 0): Cursor {
  return { source, tokens, at: 0, depth };
}

export function peek({ tokens, at }: Cursor, ahead = 0): Token {
  return tokens[at + ahead] ?? tokens.at(-1) ?? end;
}

export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.at += 1;
  return token;
}

export function skipNewlines(cursor: Cursor): void {
  while (peek(cursor).kind === 'newline') cursor.at += 1;
}

/** Lines and commas part what stands in a list. */
export function skipSeparators(cursor: Cursor): void {
  while (peek(cursor).kind === 'newline' || isMark(peek(cursor), ',')) cursor.at += 1;
}

export function isMark(token: Token, text: string): boolean {
  return token.kind === 'mark' && token.text === text;
}

export function isWord(token: Token, text: string): boolean {
  return token.kind === 'word' && token.text === text;
}

/** Takes a mark if it is next. */
export function takeMark(cursor: Cursor, text: string): boolean {
  const isNext = isMark(peek(cursor), text);
  if (isNext) cursor.at += 1;
  return isNext;
}

/** Takes a mark that has to be next. */
export function expectMark(cursor: Cursor, text: string): void {
  if (!takeMark(cursor, text)) noteFault(cursor);
}

export function noteFault(cursor: Cursor): void {
  cursor.fault ??= peek(cursor);
}

/** The source from a token to what was taken last. */
export function textFrom({ source, tokens, at }: Cursor, first: Token): string {
  return source.slice(first.start, Math.max(first.start, tokens[at - 1]?.end ?? first.end));
}

/** Goes on behind brackets that belong together, or behind one token. */
export function skipBalanced(cursor: Cursor): void {
  let open = 0;
  do {
    const token = take(cursor);
    if (token.kind === 'end') return;
    if (token.kind !== 'mark') continue;
    if ('([{'.includes(token.text)) open += 1;
    else if (')]}'.includes(token.text)) open -= 1;
  } while (open > 0);
}
