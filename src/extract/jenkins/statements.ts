import type { Token } from './tokens.ts';

/** A part of a statement: a token, what stands in parentheses or brackets, or a closure. */
export type Item =
  | Token
  | { readonly kind: 'group'; readonly open: '(' | '['; readonly items: readonly Item[]; readonly line: number }
  | { readonly kind: 'block'; readonly statements: readonly Statement[]; readonly line: number };

export type Block = Extract<Item, { kind: 'block' }>;
export type Statement = { readonly items: readonly Item[]; readonly line: number };

type Reader = { readonly tokens: readonly Token[]; at: number };

/** Deeper nesting is not read; the stack ends somewhere. */
const depthLimit = 150;

/** Words that go on with the statement before them although a line has ended. */
const continuing = new Set(['else', 'catch', 'finally']);

/** Signs after which a statement goes on in the next line. */
const open = new Set([',', ':', '=', '+', '&&', '||', '?', '?:', '.', '-', '->']);

/** Builds statements out of tokens; undefined where a bracket has no other half. */
export function parseStatements(tokens: readonly Token[]): readonly Statement[] | undefined {
  const reader = { tokens, at: 0 };
  const statements = readStatements(reader, 0);
  return statements !== undefined && reader.at === tokens.length ? statements : undefined;
}

function readStatements(reader: Reader, depth: number): readonly Statement[] | undefined {
  if (depth > depthLimit) return undefined;
  const statements: Statement[] = [];
  while (reader.at < reader.tokens.length && !isSign(reader, '}')) {
    const before = reader.at;
    const items = readItems(reader, depth, false);
    if (items === undefined) return undefined;
    const [first] = items;
    if (first) statements.push({ items, line: first.line });
    if (isSign(reader, ';') || reader.tokens[reader.at]?.kind === 'end-of-line') reader.at += 1;
    else if (reader.at === before) return isSign(reader, '}') ? statements : undefined;
  }
  return statements;
}

/** Items up to the end of the statement, or inside of brackets up to their end. */
function readItems(reader: Reader, depth: number, isInside: boolean): readonly Item[] | undefined {
  const items: Item[] = [];
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at];
    if (token === undefined || isCloser(token)) break;
    if (token.kind === 'end-of-line') {
      if (!isInside && !goesOn(reader, items.at(-1))) break;
      reader.at += 1;
      continue;
    }
    if (!isInside && token.kind === 'sign' && token.text === ';') break;
    const item = readItem(token, reader, depth);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function readItem(token: Token, reader: Reader, depth: number): Item | undefined {
  reader.at += 1;
  if (token.kind !== 'sign') return token;
  if (token.text === '{') {
    const statements = readStatements(reader, depth + 1);
    return statements && takeSign(reader, '}') ? { kind: 'block', statements, line: token.line } : undefined;
  }
  if (token.text !== '(' && token.text !== '[') return token;
  if (depth > depthLimit) return undefined;
  const items = readItems(reader, depth + 1, true);
  const close = token.text === '(' ? ')' : ']';
  return items && takeSign(reader, close) ? { kind: 'group', open: token.text, items, line: token.line } : undefined;
}

function goesOn(reader: Reader, last: Item | undefined): boolean {
  if (last === undefined) return false;
  if (last.kind === 'sign' && open.has(last.text)) return true;
  let at = reader.at;
  while (reader.tokens[at]?.kind === 'end-of-line') at += 1;
  const next = reader.tokens[at];
  if (next?.kind === 'word') return last.kind === 'block' && continuing.has(next.text);
  // A brace may stand in a line of its own, and a call be chained in the next one.
  return next?.kind === 'sign' && (next.text === '.' || (next.text === '{' && isCall(last)));
}

function isCall(item: Item): boolean {
  return item.kind === 'group' || item.kind === 'word' || item.kind === 'string';
}

function isCloser(token: Token): boolean {
  return token.kind === 'sign' && ['}', ')', ']'].includes(token.text);
}

function isSign({ tokens, at }: Reader, text: string): boolean {
  const token = tokens[at];
  return token?.kind === 'sign' && token.text === text;
}

function takeSign(reader: Reader, text: string): boolean {
  if (!isSign(reader, text)) return false;
  reader.at += 1;
  return true;
}
