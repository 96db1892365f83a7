import { expect, test } from 'vitest';
import { tellParserError, tellYamlError } from '../../src/lib/parser-error.ts';

test.each([
  ['a stack that ran out', new RangeError('Maximum call stack size exceeded'), 'it nests too deep to be read'],
  [
    "a parser's own fault",
    new TypeError("Cannot read properties of undefined (reading 'x')"),
    'its parser gave up on it',
  ],
  ['what the parser says', new Error('unexpected end'), 'unexpected end'],
  ['something that is no error', 'odd', 'odd'],
])('%s is told in words', (_, error, words) => {
  expect(tellParserError(error)).toBe(words);
});

test('the YAML parser tells of its stack by a code', () => {
  expect(tellYamlError({ code: 'RESOURCE_EXHAUSTION', message: 'Maximum call stack size exceeded' })).toBe(
    'it nests too deep to be read',
  );
  expect(tellYamlError({ code: 'BAD_INDENT', message: 'odd' })).toBe('odd');
});
