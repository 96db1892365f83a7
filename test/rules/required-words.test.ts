import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FieldType } from '../../src/model/fact-fields.ts';
import { patternEngine } from '../../src/rules/engine.ts';
import { compilePattern, type FieldPattern } from '../../src/rules/pattern.ts';
import { type Material, type Required, requiredWords } from '../../src/rules/required-words.ts';

/** `a` is a whole word, `a~` the beginning of one, `/a/i` one in any case; `&` both, `|` one of them. */
function show(required: Required | undefined): string {
  if (required === undefined) return 'nothing';
  if ('all' in required) return `(${required.all.map(show).join(' & ')})`;
  if ('any' in required) return `(${required.any.map(show).join(' | ')})`;
  const word = `${required.openStart ? '~' : ''}${required.word}${required.openEnd ? '~' : ''}`;
  return required.anyCase ? `/${word}/i` : word;
}

describe('names', () => {
  it.each<[string, FieldPattern, string]>([
    ['exact', 'structlog.configure', '(structlog & configure)'],
    ['with letters that are not ASCII', 'größe', 'gr'],
    ['a glob', 'openai.*create', '(openai & ~create)'],
    ['a glob that goes on', 'langsmith*', 'langsmith~'],
    ['a glob of anything', '*', 'nothing'],
    ['an expression', '/^langfuse\\.observe$/', '(~langfuse & observe~)'],
    ['alternatives', '/^(openai|anthropic)\\./', '(~openai~ | ~anthropic~)'],
    ['an alternative that is too short', '/^(openai|x)\\./', 'nothing'],
    ['what may be left out', '/create(_async)?$/', '~create~'],
    ['what comes at least once', '/(log_model)+/', '~log_model~'],
    ['any case', '/jsonformatter/i', '/~jsonformatter~/i'],
    ['a class of characters', '/[Ll]angfuse/', '~angfuse~'],
    ['a list', ['pino', 'winston.createLogger'], '(pino | (winston & createLogger))'],
    ['a list with a gap', ['pino', '*'], 'nothing'],
    ['what is and what is not', { is: 'pino', not: 'x' }, 'pino'],
    ['every one of several', { every: ['pino', 'zap'] }, '(pino & zap)'],
    ['only what is not', { not: 'pino' }, 'nothing'],
    ['a number', 1000, '1000'],
    ['a range', { above: 0, below: 1 }, 'nothing'],
  ])('%s', (_, pattern, expected) => {
    const required = requiredWords(pattern, 'text', 'names');

    expect(show(required)).toBe(expected);
  });
});

describe('values stand in the source as they are', () => {
  it.each<[string, FieldPattern, string]>([
    ['exact', 'gpt-4o-2024-08-06', 'gpt-4o-2024-08-06'],
    ['parted by blanks', 'You are', '(You & are)'],
    ['an expression', '/^(models:\\/|runs:\\/)/', '(~models:/~ | ~runs:/~)'],
    ['too short', '0.1', '0.1'],
  ])('%s', (_, pattern, expected) => {
    const required = requiredWords(pattern, 'text', 'value');

    expect(show(required)).toBe(expected);
  });
});

describe('maps', () => {
  it.each<[string, FieldPattern, string]>([
    ['a key and its value', { model: 'gpt-4o' }, '(model & gpt-4o)'],
    ['a position', { '10': 'pino' }, 'pino'],
    ['a key in an object', { '10.model': '*' }, 'model'],
    ['a key that must not be', { model: { not: '/./' } }, 'nothing'],
    ['a key with a value that is not', { model: { is: '/./', not: 'pino' } }, 'model'],
  ])('%s', (_, pattern, expected) => {
    const required = requiredWords(pattern, 'map', 'names');

    expect(show(required)).toBe(expected);
  });
});

function holds(required: Required | undefined, text: string): boolean {
  if (required === undefined) return true;
  if ('all' in required) return required.all.every((part) => holds(part, text));
  if ('any' in required) return required.any.some((part) => holds(part, text));
  const word = required.word.replaceAll('.', '\\.');
  const source = `${required.openStart ? '' : '\\b'}${word}${required.openEnd ? '' : '\\b'}`;
  return new RegExp(source, required.anyCase ? 'iu' : '').test(text);
}

const piece = fc.constantFrom(
  'a',
  'ab',
  'abc',
  'ABC',
  'pino',
  'Pino',
  '.',
  '-',
  ':',
  '/',
  '_',
  '1',
  '0.5',
  ' ',
  'é',
  'ſ',
);
const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const expression = fc
  .array(
    fc.constantFrom('abc', 'pino', '\\.', '(ab|pino)', '(abc)?', '[pP]ino', '.*', '\\b', 'b+', '1{2}', '-', '\\w'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));
const isExpression = (text: string) => /^\/.*\/i?$/.test(text);
const pattern = fc.oneof(
  value.filter((text) => !isExpression(text)),
  fc
    .tuple(value, value)
    .map(([a, b]) => `${a}*${b}`)
    .filter((text) => !isExpression(text)),
  fc.tuple(expression, fc.constantFrom('', 'i')).map(([source, flags]) => `/${source}/${flags}`),
  fc.tuple(expression).map(([source]) => `/^${source}$/`),
);

test.each<[FieldType, Material]>([
  ['text', 'names'],
  ['text', 'value'],
])('a %s of %s that matches holds what is required', (type, material) => {
  fc.assert(
    fc.property(fc.oneof(pattern, fc.array(pattern, { minLength: 1, maxLength: 3 })), value, (asked, text) => {
      fc.pre(compilePattern(asked, type, patternEngine)(text));

      return holds(requiredWords(asked, type, material), text);
    }),
    { numRuns: 2000 },
  );
});
