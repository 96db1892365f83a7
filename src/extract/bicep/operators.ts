import type { Expression } from '../../model/expression.ts';
import {
  type Cursor,
  expectMark,
  isMark,
  noteFault,
  peek,
  skipBalanced,
  skipNewlines,
  take,
  textFrom,
} from './cursor.ts';
import type { Token } from './tokens.ts';

/** Levels of an expression that are read. */
export const bicepDepthLimit = 100;

/** Operators by how tightly they bind. https://learn.microsoft.com/azure/azure-resource-manager/bicep/operators */
const levels: readonly (readonly string[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!=', '=~', '!~'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

type Read = (cursor: Cursor) => Expression;

/** Reads terms with the operators between them, and the choice that they may decide. */
export function readOperations(cursor: Cursor, readTerm: Read, readWhole: Read): Expression {
  const first = peek(cursor);
  return nest(cursor, () => {
    const condition = readLevel(cursor, 0, readTerm);
    if (!takeOperator(cursor, ['?'])) return condition;
    skipNewlines(cursor);
    const yes = readWhole(cursor);
    skipNewlines(cursor);
    expectMark(cursor, ':');
    skipNewlines(cursor);
    const no = readWhole(cursor);
    return { kind: 'choice', condition, yes, no, text: textFrom(cursor, first) };
  });
}

/** Reads one level deeper, as long as that is not too deep. */
function nest(cursor: Cursor, read: () => Expression): Expression {
  const first = peek(cursor);
  if (cursor.depth >= bicepDepthLimit) {
    noteFault(cursor);
    skipBalanced(cursor);
    return { kind: 'opaque', text: textFrom(cursor, first) };
  }
  cursor.depth += 1;
  const expression = read();
  cursor.depth -= 1;
  return expression;
}

function readLevel(cursor: Cursor, level: number, readTerm: Read): Expression {
  const operators = levels[level];
  if (!operators) return readUnary(cursor, readTerm);
  const first = peek(cursor);
  let left = readLevel(cursor, level + 1, readTerm);
  for (let operator = takeOperator(cursor, operators); operator; operator = takeOperator(cursor, operators)) {
    skipNewlines(cursor);
    const right = readLevel(cursor, level + 1, readTerm);
    left = { kind: 'operation', operator: operator.text, operands: [left, right], text: textFrom(cursor, first) };
  }
  return left;
}

/** An operator may stand on the next line; a minus there begins something new. */
function takeOperator(cursor: Cursor, operators: readonly string[]): Token | undefined {
  let ahead = 0;
  while (peek(cursor, ahead).kind === 'newline') ahead += 1;
  const token = peek(cursor, ahead);
  if (token.kind !== 'mark' || !operators.includes(token.text) || (ahead > 0 && token.text === '-')) return undefined;
  cursor.at += ahead + 1;
  return token;
}

function readUnary(cursor: Cursor, readTerm: Read): Expression {
  const first = peek(cursor);
  if (!isMark(first, '!') && !isMark(first, '-')) return readTerm(cursor);
  take(cursor);
  const operand = nest(cursor, () => readUnary(cursor, readTerm));
  const text = textFrom(cursor, first);
  if (first.text === '-' && operand.kind === 'literal') return { kind: 'literal', value: text, text };
  return { kind: 'operation', operator: first.text, operands: [operand], text };
}
