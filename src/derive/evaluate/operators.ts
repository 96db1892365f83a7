import { classifyEnvironment } from '../../lib/environment-names.ts';
import { none, textValue, truthOf, type Value } from './value.ts';

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

/** The value of an operation, undefined if what is known does not decide it. */
export function operate(operator: string, operands: readonly Value[]): Value | undefined {
  const [left = none, right = none] = operands;
  switch (operator) {
    case '!':
      return truth(negate(truthOf(left)));
    case '&&':
      return truth(decide(false, left, right));
    case '||':
      return truth(decide(true, left, right));
    case '==':
    case '=~':
      return truth(areEqual(left, right, operator === '=~'));
    case '!=':
    case '!~':
      return truth(negate(areEqual(left, right, operator === '!~')));
    case '??':
      return left.is === 'none' || (left.is === 'open' && left.isMissing)
        ? right
        : left.is === 'open'
          ? undefined
          : left;
    default:
      return calculate(operator, operands);
  }
}

function calculate(operator: string, operands: readonly Value[]): Value | undefined {
  const [left, right] = operands.length === 1 ? [0, numberOf(operands[0])] : operands.map(numberOf);
  if (left === undefined || right === undefined) return undefined;
  const compare = comparisons[operator];
  if (compare) return truth(compare(left, right));
  const result = arithmetic[operator]?.(left, right);
  return result === undefined || !Number.isFinite(result) ? undefined : textValue(String(result));
}

export function numberOf(value: Value | undefined): number | undefined {
  if (value?.is !== 'text' || value.text.trim() === '') return undefined;
  const number = Number(value.text);
  return Number.isFinite(number) ? number : undefined;
}

function truth(value: boolean | undefined): Value | undefined {
  return value === undefined ? undefined : textValue(String(value));
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** `&&` is decided by one false, `||` by one true, whatever is open beside it. */
function decide(by: boolean, left: Value, right: Value): boolean | undefined {
  const truths = [truthOf(left), truthOf(right)];
  if (truths.includes(by)) return by;
  return truths.every((value) => value !== undefined) ? !by : undefined;
}

/** Whether two values are the same; undefined if one is open. An environment that is not set is taken for production. */
export function areEqual(left: Value, right: Value, ignoresCase = false): boolean | undefined {
  const presumed = presumeProduction(left, right) ?? presumeProduction(right, left);
  if (presumed !== undefined) return presumed;
  if (left.is === 'open' || right.is === 'open')
    return isApart(left, right) || isApart(right, left) ? false : undefined;
  if (left.is === 'text' && right.is === 'text') return areSameTexts(left.text, right.text, ignoresCase);
  if (left.is !== right.is) return false;
  const counts = [sizeOf(left), sizeOf(right)];
  if (counts[0] !== counts[1]) return false;
  return counts[0] === 0 ? true : undefined;
}

/** What is something is not nothing. */
function isApart(value: Value, other: Value): boolean {
  const isNothing = other.is === 'none' || (other.is === 'text' && other.text === '');
  return value.is === 'open' && value.isFilled === true && isNothing;
}

function areSameTexts(left: string, right: string, ignoresCase: boolean): boolean {
  if (ignoresCase) return left.toLowerCase() === right.toLowerCase();
  return left === right || (left.trim() !== '' && right.trim() !== '' && Number(left) === Number(right));
}

function sizeOf(value: Value): number {
  if (value.is === 'list' || value.is === 'blocks') return value.items.length;
  return value.is === 'map' ? value.entries.size : 0;
}

function presumeProduction(value: Value, other: Value): boolean | undefined {
  if (value.is !== 'open' || !value.isPresumed || other.is !== 'text') return undefined;
  const environment = classifyEnvironment(other.text);
  return environment === undefined ? undefined : environment === 'production';
}

/** The key that a value picks of a map: of environments the one for production if it is open which. */
export function pickKey(key: Value, keys: readonly string[]): string | undefined {
  if (key.is === 'text') return key.text;
  const isPresumed = key.is === 'open' && key.isPresumed === true;
  return isPresumed ? keys.find((name) => classifyEnvironment(name) === 'production') : undefined;
}
