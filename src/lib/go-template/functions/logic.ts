import { type GoValue, goFlag, goText, isTrue, nil, textOf, unknown } from '../values.ts';
import type { FunctionTable } from './table.ts';

/** What chooses and compares. */
export const logicFunctions: FunctionTable = {
  and: (...values) => firstWhere(values, false),
  or: (...values) => firstWhere(values, true),
  coalesce: (...values) => firstWhere([...values, nil], true),
  not: (value = nil) => flagOf(isTrue(value), (flag) => !flag),
  empty: (value = nil) => flagOf(isTrue(value), (flag) => !flag),
  default: (fallback = nil, value = nil) => firstWhere([value, fallback], true),
  ternary: (yes = nil, no = nil, condition = nil) => {
    const chosen = isTrue(condition);
    return chosen === undefined ? unknown : chosen ? yes : no;
  },
  required: (_message, value = nil) => (isTrue(value) === false ? unknown : value),
  // It stops a rendering that nobody does here.
  fail: () => goText(''),
  eq: (value = nil, ...others) => anyOf(others.map((other) => areEqual(value, other))),
  ne: (value = nil, other = nil) => flagOf(areEqual(value, other), (flag) => !flag),
  lt: (a, b) => compareNumbers(a, b, (difference) => difference < 0),
  le: (a, b) => compareNumbers(a, b, (difference) => difference <= 0),
  gt: (a, b) => compareNumbers(a, b, (difference) => difference > 0),
  ge: (a, b) => compareNumbers(a, b, (difference) => difference >= 0),
  kindIs: (kind = nil, value = nil) => (value.is === 'unknown' ? unknown : goFlag(textOf(kind) === kindOf(value))),
  typeOf: (value = nil) => (value.is === 'unknown' ? unknown : goText(kindOf(value))),
  kindOf: (value = nil) => (value.is === 'unknown' ? unknown : goText(kindOf(value))),
};

/** The first value that is as wanted, or else the last one. One that nobody knows might be it. */
function firstWhere(values: readonly GoValue[], wanted: boolean): GoValue {
  for (const value of values) {
    const truth = isTrue(value);
    if (truth === undefined) return unknown;
    if (truth === wanted) return value;
  }
  return values.at(-1) ?? nil;
}

function flagOf(known: boolean | undefined, read: (flag: boolean) => boolean): GoValue {
  return known === undefined ? unknown : goFlag(read(known));
}

function anyOf(answers: readonly (boolean | undefined)[]): GoValue {
  if (answers.includes(true)) return goFlag(true);
  return answers.includes(undefined) ? unknown : goFlag(false);
}

function areEqual(a: GoValue, b: GoValue): boolean | undefined {
  if (a.is === 'nil' || b.is === 'nil') return a.is === 'unknown' || b.is === 'unknown' ? undefined : a.is === b.is;
  const [left, right] = [textOf(a), textOf(b)];
  return left === undefined || right === undefined ? undefined : left === right;
}

function compareNumbers(a: GoValue = nil, b: GoValue = nil, test: (difference: number) => boolean): GoValue {
  const difference = Number(textOf(a) ?? Number.NaN) - Number(textOf(b) ?? Number.NaN);
  return Number.isNaN(difference) ? unknown : goFlag(test(difference));
}

function kindOf(value: GoValue): string {
  switch (value.is) {
    case 'map':
      return 'map';
    case 'list':
      return 'slice';
    case 'nil':
      return 'invalid';
    case 'bare':
      return value.text === 'true' || value.text === 'false' ? 'bool' : 'float64';
    default:
      return 'string';
  }
}
