import { describe, expect, test } from 'vitest';
import { measureWidth, shorten } from '../../src/lib/width.ts';

describe('columns in a terminal', () => {
  test.each([
    ['plain letters', 'stagegate.yml:12', 16],
    ['marks of the report', '✓ ✗ ◐ ● ○ ── → · …', 18],
    ['Chinese', '模型.py', 7],
    ['Korean and Japanese', '평가テスト', 10],
    ['full-width letters', 'ＡＢ', 4],
    ['an emoji of several code points', '👩‍💻', 2],
    ['a letter with a combining accent', 'e\u0301', 1],
    ['nothing', '', 0],
  ])('%s', (_, text, columns) => {
    expect(measureWidth(text)).toBe(columns);
  });
});

describe('shortening', () => {
  test.each([
    ['what fits stays', 'abcdef', 6, 'abcdef'],
    ['the middle goes, the end stays', 'abcdefghij', 7, 'abcd…ij'],
    ['an astral character counts once', '👍👍👍', 3, '👍👍👍'],
    ['an astral character is never cut', '👍👍👍👍👍', 4, '👍👍…👍'],
  ])('%s', (_, text, length, expected) => {
    expect(shorten(text, length)).toBe(expected);
  });
});
