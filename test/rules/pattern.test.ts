import { describe, expect, test } from 'vitest';
import type { FieldType, FieldValue } from '../../src/model/fact-fields.ts';
import { eagerly, patternEngine } from '../../src/rules/engine.ts';
import { compilePattern, type FieldPattern } from '../../src/rules/pattern.ts';

const cases: readonly [sentence: string, FieldPattern, FieldType, FieldValue, boolean][] = [
  ['exact text matches itself', 'push', 'text', 'push', true],
  ['exact text is no substring', 'push', 'text', 'pushed', false],
  ['a star in text stands for anything, slashes included', 'a/b@*', 'text', 'a/b@release/v1', true],
  ['dots in a text glob are dots', 'a.b*', 'text', 'axb', false],
  ['a star in a path stays in its folder', '.github/workflows/*.yml', 'path', '.github/workflows/a/b.yml', false],
  ['two stars in a path cross folders', '**/CODEOWNERS', 'path', '.github/CODEOWNERS', true],
  ['braces in a path list alternatives', '{docs/,}CODEOWNERS', 'path', 'CODEOWNERS', true],
  ['an expression searches', '/^deploy\\b/', 'text', 'deploy now', true],
  ['an expression minds case unless told', '/DEPLOY/', 'text', 'deploy', false],
  ['an expression may ignore case', '/DEPLOY/i', 'text', 'deploy', true],
  ['a list is any of its patterns', ['push', '/^pull/'], 'text', 'pull_request', true],
  ['a list field matches by any item', 'push', 'list', ['schedule', 'push'], true],
  ['an empty list field matches nothing', '/./', 'list', [], false],
  ['not rejects a list field with such an item', { not: 'push' }, 'list', ['schedule', 'push'], false],
  ['not accepts an absent field', { not: 'push' }, 'text', undefined, true],
  ['an absent field matches no text', '/.*/', 'text', undefined, false],
  ['is and not hold together', { is: '/^terraform/', not: '/plan/' }, 'text', 'terraform plan', false],
  [
    'every pattern finds an item of the list',
    { every: ['prompt', '/^answer/'] },
    'list',
    ['answer_text', 'prompt'],
    true,
  ],
  ['one pattern of every finds none', { every: ['prompt', '/^answer/'] }, 'list', ['prompt', 'id'], false],
  ['a flag is told apart', true, 'flag', false, false],
  ['above is strict', { above: 0 }, 'number', 0, false],
  ['above and below bound a number written as text', { above: 0, below: 1 }, 'text', '0.5', true],
  ['text that is no number is in no range', { above: 0 }, 'text', 'many', false],
  ['a map wants each key with a fitting value', { a: '1', b: '/./' }, 'map', { a: '1', b: 'x' }, true],
  ['a map misses where one key is absent', { a: '1', b: '/./' }, 'map', { a: '1' }, false],
  ['keys of a map may be globs', { 'spec.*.image': '*' }, 'map', { 'spec.containers.0.image': 'a:b' }, true],
  ['not in a map accepts the absent key', { a: { not: 'false' } }, 'map', {}, true],
  ['not in a map rejects the value', { a: { not: 'false' } }, 'map', { a: 'false' }, false],
];

test.each(cases)('%s', (_, pattern, type, value, expected) => {
  const matches = compilePattern(pattern, type, eagerly(patternEngine));

  expect(matches(value)).toBe(expected);
});

test('an expression is refused if it needs back-tracking', () => {
  expect(() => compilePattern('/(?=a)b/', 'text', eagerly(patternEngine))).toThrow();
});

test('an expression stays quick where a back-tracking engine hangs', () => {
  const matches = compilePattern('/(x+x+)+y/', 'text', eagerly(patternEngine));
  const started = performance.now();

  expect(matches('x'.repeat(5000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe('a long text that is asked about again', () => {
  function counting() {
    const asked: string[] = [];
    const regex = () => (text: string) => {
      asked.push(text);
      return text.endsWith('yes');
    };
    return { asked, matches: compilePattern('/x/', 'text', { ...patternEngine, regex }) };
  }

  test('is read once, and answered the same', () => {
    const { asked, matches } = counting();
    const [good, bad] = ['a text of some length: yes', 'a text of some length: no'];

    expect([good, bad, good, bad].map(matches)).toEqual([true, false, true, false]);
    expect(asked).toEqual([good, bad]);
  });

  test('is read again after very many others, so that memory has an end', () => {
    const { asked, matches } = counting();
    for (let index = 0; index <= 10_000; index += 1) matches(`a text with the number ${index}`);
    matches('a text with the number 0');

    expect(asked).toHaveLength(10_002);
  });
});
