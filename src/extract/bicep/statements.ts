import type { Expression, LoopHead } from '../../model/expression.ts';
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
} from './cursor.ts';
import { readCondition, readExpression, readLoopHead, readObject } from './expressions.ts';
import { readTokens, type Token } from './tokens.ts';

/** What a resource or a module is declared to be. */
export type BicepBody = {
  readonly body: Expression;
  readonly condition?: Expression;
  readonly each?: LoopHead;
  /** Resources that are declared inside. */
  readonly children: readonly BicepStatement[];
};

export type BicepStatement =
  | { readonly kind: 'param'; readonly name: string; readonly isSecure: boolean; readonly value?: Expression }
  | { readonly kind: 'var'; readonly name: string; readonly value: Expression }
  | (BicepBody & {
      readonly kind: 'resource' | 'module';
      readonly name: string;
      /** Type with version, or path. */
      readonly target: string;
      readonly isExisting: boolean;
      readonly offset: number;
    })
  | { readonly kind: 'using'; readonly path: string };

export type BicepFile = {
  readonly statements: readonly BicepStatement[];
  /** Where the first thing stands that could not be read. */
  readonly fault?: number;
};

const keywords = new Set('param var resource module using output targetScope metadata func type import'.split(' '));

/**
 * The statements of a file that tell what it deploys. What can't be read costs its own statement.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/file
 */
export function readStatements(text: string): BicepFile {
  const cursor = newCursor(text, readTokens(text));
  const statements: BicepStatement[] = [];
  for (skipNewlines(cursor); peek(cursor).kind !== 'end'; skipNewlines(cursor)) {
    const before = cursor.at;
    const found = readStatement(cursor);
    if (found) statements.push(found);
    if (peek(cursor).kind !== 'newline' && peek(cursor).kind !== 'end') recover(cursor);
    if (cursor.at === before) take(cursor);
  }
  return { statements, ...(cursor.fault && { fault: cursor.fault.start }) };
}

/** Goes on at the next line that begins a statement. */
function recover(cursor: Cursor): void {
  noteFault(cursor);
  while (peek(cursor).kind !== 'end') {
    const isFirst = peek(cursor).kind === 'newline' && peek(cursor, 1).start === peek(cursor).end;
    const next = peek(cursor, 1);
    if (isFirst && (isMark(next, '@') || keywords.has(next.text))) return;
    take(cursor);
  }
}

function readStatement(cursor: Cursor): BicepStatement | undefined {
  const decorators = readDecorators(cursor);
  const first = take(cursor);
  switch (first.text) {
    case 'param':
      return readParam(cursor, decorators.includes('secure'));
    case 'var':
      return readVar(cursor);
    case 'resource':
    case 'module':
      return readDeclared(cursor, first, first.text);
    case 'using':
      return { kind: 'using', path: literalText(take(cursor)) };
    default:
      skipLine(cursor);
      return undefined;
  }
}

/** The names of what stands before a statement: `@secure()`. */
function readDecorators(cursor: Cursor): readonly string[] {
  const names: string[] = [];
  while (takeMark(cursor, '@')) {
    let name = take(cursor).text;
    while (takeMark(cursor, '.')) name = take(cursor).text;
    names.push(name);
    if (isMark(peek(cursor), '(')) skipBalanced(cursor);
    skipNewlines(cursor);
  }
  return names;
}

/** A type may be an object over many lines, and in a file of values there is none. */
function readParam(cursor: Cursor, isSecure: boolean): BicepStatement {
  const name = take(cursor).text;
  while (!isMark(peek(cursor), '=') && peek(cursor).kind !== 'newline' && peek(cursor).kind !== 'end')
    skipBalanced(cursor);
  if (!takeMark(cursor, '=')) return { kind: 'param', name, isSecure };
  skipNewlines(cursor);
  return { kind: 'param', name, isSecure, value: readExpression(cursor) };
}

function readVar(cursor: Cursor): BicepStatement {
  const name = take(cursor).text;
  while (!isMark(peek(cursor), '=') && peek(cursor).kind !== 'newline' && peek(cursor).kind !== 'end')
    skipBalanced(cursor);
  expectMark(cursor, '=');
  skipNewlines(cursor);
  return { kind: 'var', name, value: readExpression(cursor) };
}

function readDeclared(cursor: Cursor, first: Token, kind: 'resource' | 'module'): BicepStatement {
  const name = take(cursor).text;
  const target = literalText(take(cursor));
  const isExisting = isWord(peek(cursor), 'existing');
  if (isExisting) take(cursor);
  expectMark(cursor, '=');
  skipNewlines(cursor);
  return { kind, name, target, isExisting, offset: first.start, ...readBody(cursor) };
}

/** `{…}`, `if (…) {…}` or `[for …: …]`. */
function readBody(cursor: Cursor): BicepBody {
  const children: BicepStatement[] = [];
  if (!takeMark(cursor, '[')) return { ...readConditional(cursor, children), children };
  skipSeparators(cursor);
  const each = readLoopHead(cursor);
  const inside = readConditional(cursor, children);
  skipSeparators(cursor);
  expectMark(cursor, ']');
  return { ...inside, each, children };
}

function readConditional(cursor: Cursor, children: BicepStatement[]): Pick<BicepBody, 'body' | 'condition'> {
  const condition = readCondition(cursor);
  expectMark(cursor, '{');
  const body = readObject(cursor, () => {
    const isNested = isMark(peek(cursor), '@') || (isWord(peek(cursor), 'resource') && peek(cursor, 1).kind === 'word');
    const child = isNested ? readStatement(cursor) : undefined;
    if (child) children.push(child);
    return isNested;
  });
  return { body, ...(condition && { condition }) };
}

function literalText({ segments }: Token): string {
  const [only = '', ...others] = segments ?? [];
  return typeof only === 'string' && others.length === 0 ? only : '';
}

function skipLine(cursor: Cursor): void {
  while (peek(cursor).kind !== 'newline' && peek(cursor).kind !== 'end') skipBalanced(cursor);
}
