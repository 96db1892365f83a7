import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { Expression, MapEntry } from '../../model/expression.ts';

/** Functions that are operators in other languages. */
const operators: Readonly<Record<string, string>> = {
  equals: '==',
  not: '!',
  and: '&&',
  or: '||',
  less: '<',
  lessorequals: '<=',
  greater: '>',
  greaterorequals: '>=',
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  mod: '%',
};

/** Calls within calls that are read. */
export const armDepthLimit = 50;

type Cursor = { readonly text: string; at: number; depth: number };

const token = /\s*(?:(?<name>[A-Za-z_][\w.]*)|(?<number>-?\d+)|'(?<literal>(?:[^']|'')*)'|(?<mark>[()[\],.]))/y;

/** A value of a template; a text in brackets is an expression (`[parameters('name')]`). */
export function readValue(node: YamlNode): Expression {
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(readValue), text: '[…]' };
  if (node.kind === 'map')
    return {
      kind: 'map',
      entries: node.entries.map(({ key, value }) => entry(key.text, readValue(value))),
      text: '{…}',
    };
  const { text } = node;
  if (!/^\[[\s\S]*\]$/.test(text)) return literal(text);
  if (text.startsWith('[[')) return literal(text.slice(1));
  return readExpression(text.slice(1, -1));
}

/**
 * An expression as it stands between the brackets; one that can't be read is only known by its text.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function readExpression(text: string): Expression {
  const cursor: Cursor = { text, at: 0, depth: 0 };
  const expression = readTerm(cursor);
  const isWhole = cursor.text.slice(cursor.at).trim() === '';
  return expression && isWhole ? { ...expression, text } : { kind: 'opaque', text };
}

function next(cursor: Cursor): NonNullable<RegExpExecArray['groups']> | undefined {
  token.lastIndex = cursor.at;
  const groups = token.exec(cursor.text)?.groups;
  if (groups) cursor.at = token.lastIndex;
  return groups;
}

function isNext(cursor: Cursor, mark: string): boolean {
  const before = cursor.at;
  if (next(cursor)?.mark === mark) return true;
  cursor.at = before;
  return false;
}

function readTerm(cursor: Cursor): Expression | undefined {
  const start = cursor.at;
  cursor.depth += 1;
  let term = cursor.depth > armDepthLimit ? undefined : readStart(cursor);
  while (term) {
    const step: Expression | undefined = readStep(cursor, term);
    if (step === term) break;
    term = step && { ...step, text: cursor.text.slice(start, cursor.at).trim() };
  }
  cursor.depth -= 1;
  return term && { ...term, text: cursor.text.slice(start, cursor.at).trim() };
}

function readStart(cursor: Cursor): Expression | undefined {
  const { name, number, literal: text } = next(cursor) ?? {};
  if (number !== undefined) return literal(number);
  if (text !== undefined) return literal(text.replaceAll("''", "'"));
  if (name === undefined || !isNext(cursor, '(')) return undefined;
  const given: Expression[] = [];
  while (!isNext(cursor, ')')) {
    if (given.length > 0 && !isNext(cursor, ',')) return undefined;
    const argument = readTerm(cursor);
    if (!argument) return undefined;
    given.push(argument);
  }
  return makeCall(name.toLowerCase(), given);
}

/** A member behind a term, the term itself if there is none. */
function readStep(cursor: Cursor, of: Expression): Expression | undefined {
  if (isNext(cursor, '.')) {
    const name = next(cursor)?.name;
    const steps = name?.split('.') ?? [];
    return steps.length === 0 ? undefined : steps.reduce((base, step) => member(base, literal(step)), of);
  }
  if (!isNext(cursor, '[')) return of;
  const key = readTerm(cursor);
  return key && isNext(cursor, ']') ? member(of, key) : undefined;
}

function member(of: Expression, key: Expression): Expression {
  return { kind: 'member', of, key, text: `${of.text}.${key.text}` };
}

function makeCall(name: string, given: readonly Expression[]): Expression {
  const [first, second, third] = given;
  if ((name === 'parameters' || name === 'variables') && first?.kind === 'literal')
    return { kind: 'name', name: `${name}.${first.value}`, text: '' };
  if (name === 'copyindex') return { kind: 'name', name: 'copyIndex', text: '' };
  if (name === 'if' && first && second && third)
    return { kind: 'choice', condition: first, yes: second, no: third, text: '' };
  const operator = operators[name];
  if (operator === undefined || !first) return { kind: 'call', name, arguments: given, isSpread: false, text: '' };
  return given
    .slice(Math.min(2, given.length))
    .reduce<Expression>((left, right) => ({ kind: 'operation', operator, operands: [left, right], text: '' }), {
      kind: 'operation',
      operator,
      operands: given.slice(0, 2),
      text: '',
    });
}

export function literal(value: string): Expression {
  return { kind: 'literal', value, text: value };
}

export function entry(key: string, value: Expression): MapEntry {
  return { key: literal(key), value };
}
