import type { Expression, LoopHead, MapEntry } from '../../model/expression.ts';
import {
  type Cursor,
  expectMark,
  isMark,
  isWord,
  newCursor,
  noteFault,
  peek,
  skipBalanced,
  skipNewlines,
  skipSeparators,
  take,
  takeMark,
  textFrom,
} from './cursor.ts';
import { readOperations } from './operators.ts';
import { readTokens, type Token } from './tokens.ts';

/** Reads one expression. What can't be read is only known by its text, and a fault. */
export function readExpression(cursor: Cursor): Expression {
  return readOperations(cursor, readTerm, readExpression);
}

/** A term with what follows it: `a.b[0](c)`. */
function readTerm(cursor: Cursor): Expression {
  const first = peek(cursor);
  return readPostfixes(cursor, readPrimary(cursor), first);
}

function readPostfixes(cursor: Cursor, start: Expression, first: Token): Expression {
  let expression = start;
  for (;;) {
    const isBroken = peek(cursor).kind === 'newline' && /^\.\??$/.test(peek(cursor, 1).text);
    if (isBroken) skipNewlines(cursor);
    const { kind, text: mark } = peek(cursor);
    if (kind !== 'mark' || !['.', '.?', '::', '[', '(', '!'].includes(mark)) return expression;
    take(cursor);
    if (mark === '!') continue;
    expression = { ...readPostfix(cursor, expression, mark), text: textFrom(cursor, first) };
  }
}

function readPostfix(cursor: Cursor, of: Expression, mark: string): Expression {
  if (mark === '(') {
    const given = readArguments(cursor);
    const isOwn = of.kind === 'member' && of.of.kind === 'name' && /^(?:sys|az)$/.test(of.of.name);
    const name = of.kind === 'name' ? of.name : isOwn ? of.key.text : undefined;
    if (name === undefined) return { kind: 'opaque', text: '' };
    return { kind: 'call', name: name.toLowerCase(), arguments: given, isSpread: false, text: '' };
  }
  if (mark === '[') {
    const isSafe = takeMark(cursor, '?');
    const key = readExpression(cursor);
    expectMark(cursor, ']');
    return member(of, key, isSafe);
  }
  const { kind, text } = take(cursor);
  if (kind !== 'word') noteFault(cursor);
  return member(of, { kind: 'literal', value: text, text }, mark === '.?');
}

/** `a.?b` is null where there is no b. */
function member(of: Expression, key: Expression, isSafe: boolean): Expression {
  const plain: Expression = { kind: 'member', of, key, text: `${of.text}.${key.text}` };
  return isSafe
    ? { kind: 'operation', operator: '??', operands: [plain, { kind: 'none', text: 'null' }], text: '' }
    : plain;
}

function readArguments(cursor: Cursor): readonly Expression[] {
  const given: Expression[] = [];
  skipSeparators(cursor);
  while (!isMark(peek(cursor), ')') && peek(cursor).kind !== 'end') {
    const before = cursor.at;
    given.push(readExpression(cursor));
    skipSeparators(cursor);
    if (cursor.at === before) skipBalanced(cursor);
  }
  expectMark(cursor, ')');
  return given;
}

function readPrimary(cursor: Cursor): Expression {
  const token = take(cursor);
  const { text } = token;
  if (token.kind === 'number') return { kind: 'literal', value: text, text };
  if (token.kind === 'string') return readString(cursor, token);
  if (token.kind === 'word') return readWord(cursor, text);
  if (isMark(token, '{')) return { ...readObject(cursor), text: textFrom(cursor, token) };
  if (isMark(token, '[')) return { ...readArray(cursor), text: textFrom(cursor, token) };
  if (isMark(token, '(')) return readBrackets(cursor, token);
  cursor.at -= 1;
  noteFault(cursor);
  return { kind: 'opaque', text };
}

function readWord(cursor: Cursor, text: string): Expression {
  if (takeMark(cursor, '=>')) {
    readExpression(cursor);
    return { kind: 'opaque', text: `${text} => …` };
  }
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text, text };
  return text === 'null' ? { kind: 'none', text } : { kind: 'name', name: text, text };
}

/** An expression, or what a function takes: `(a, b) => a`. */
function readBrackets(cursor: Cursor, first: Token): Expression {
  const inside = readArguments(cursor);
  const text = textFrom(cursor, first);
  if (takeMark(cursor, '=>')) {
    readExpression(cursor);
    return { kind: 'opaque', text: `${text} => …` };
  }
  const [only] = inside;
  return only && inside.length === 1 ? { ...only, text } : { kind: 'opaque', text };
}

/** The text of a string stands for it as it would inside another one. */
function readString(cursor: Cursor, { segments = [], text }: Token): Expression {
  const [first = ''] = segments;
  if (segments.length === 1 && typeof first === 'string') return { kind: 'literal', value: first, text };
  const parts = segments.map((segment): string | Expression => {
    if (typeof segment === 'string') return segment;
    const inner = newCursor(cursor.source, readTokens(cursor.source, segment.start, segment.end), cursor.depth);
    return readExpression(inner);
  });
  return { kind: 'template', parts: parts.filter((part) => part !== ''), text };
}

/** What stands behind `{`. Declarations inside are left to whoever reads them. */
export function readObject(cursor: Cursor, readDeclared: () => boolean = () => false): Expression {
  const entries: MapEntry[] = [];
  const spread: Expression[] = [];
  skipSeparators(cursor);
  while (!isMark(peek(cursor), '}') && peek(cursor).kind !== 'end') {
    const before = cursor.at;
    if (takeMark(cursor, '...')) spread.push(readExpression(cursor));
    else if (!readDeclared()) entries.push(readProperty(cursor));
    skipSeparators(cursor);
    if (cursor.at === before) skipBalanced(cursor);
  }
  expectMark(cursor, '}');
  const map: Expression = { kind: 'map', entries, text: '' };
  if (spread.length === 0) return map;
  return { kind: 'call', name: 'union', arguments: [...spread, map], isSpread: false, text: '' };
}

function readProperty(cursor: Cursor): MapEntry {
  const token = take(cursor);
  const isName = token.kind === 'word' || token.kind === 'string';
  if (!isName) noteFault(cursor);
  const key: Expression =
    token.kind === 'string' ? readString(cursor, token) : { kind: 'literal', value: token.text, text: token.text };
  expectMark(cursor, ':');
  skipNewlines(cursor);
  return { key: { ...key, text: token.text.replace(/^'|'$/g, '') }, value: readExpression(cursor) };
}

/** What stands behind `[`: items, or a loop that makes them. */
function readArray(cursor: Cursor): Expression {
  skipSeparators(cursor);
  if (isWord(peek(cursor), 'for')) {
    const head = readLoopHead(cursor);
    const condition = readCondition(cursor);
    const value = readExpression(cursor);
    skipSeparators(cursor);
    expectMark(cursor, ']');
    return { kind: 'loop', ...head, ...(condition && { condition }), value, isBlock: false, text: '' };
  }
  const lists: Expression[] = [];
  let items: Expression[] = [];
  while (!isMark(peek(cursor), ']') && peek(cursor).kind !== 'end') {
    const before = cursor.at;
    if (takeMark(cursor, '...')) {
      lists.push({ kind: 'list', items, text: '' }, readExpression(cursor));
      items = [];
    } else items.push(readExpression(cursor));
    skipSeparators(cursor);
    if (cursor.at === before) skipBalanced(cursor);
  }
  expectMark(cursor, ']');
  const last: Expression = { kind: 'list', items, text: '' };
  return lists.length === 0
    ? last
    : { kind: 'call', name: 'concat', arguments: [...lists, last], isSpread: false, text: '' };
}

/** `for item in items:` or `for (item, index) in items:` */
export function readLoopHead(cursor: Cursor): LoopHead {
  take(cursor);
  const isPair = takeMark(cursor, '(');
  const valueName = take(cursor).text;
  const keyName = isPair && takeMark(cursor, ',') ? take(cursor).text : undefined;
  if (isPair) expectMark(cursor, ')');
  if (!isWord(take(cursor), 'in')) noteFault(cursor);
  const collection = readExpression(cursor);
  expectMark(cursor, ':');
  skipNewlines(cursor);
  return { collection, valueName, ...(keyName !== undefined && { keyName }) };
}

/** `if (condition)` */
export function readCondition(cursor: Cursor): Expression | undefined {
  if (!isWord(peek(cursor), 'if')) return undefined;
  take(cursor);
  expectMark(cursor, '(');
  skipNewlines(cursor);
  const condition = readExpression(cursor);
  skipNewlines(cursor);
  expectMark(cursor, ')');
  skipNewlines(cursor);
  return condition;
}
