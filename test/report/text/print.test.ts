import { expect, test } from 'vitest';
import { printRows } from '../../../src/report/text/print.ts';
import { blank, place, plainRow, type Row, type Span, span } from '../../../src/report/text/row.ts';

function print(row: Row, width = 40): readonly string[] {
  return printRows([row], width, false);
}

function hang(lead: string, column: number, ...body: readonly Span[]): Row {
  return { lead: [span(lead)], column, body };
}

test.each<[string, Row, readonly string[]]>([
  ['a column in front', hang('  ✗ id', 10, span('missing')), ['  ✗ id    missing']],
  [
    'what is too long goes on behind the column',
    hang('✗', 4, span('a long sentence that does not fit on one line')),
    ['✗   a long sentence that does not fit on', '    one line'],
  ],
  ['a name as wide as the column has the line to itself', hang('abcd', 4, span('body')), ['abcd', '    body']],
  ['a name wider than the column too', hang('abcdef', 4, span('body')), ['abcdef', '    body']],
  ['a name without a body', hang('abc', 4), ['abc']],
  [
    'where the column would leave too little, the body goes below',
    hang('  ✗ curated-test-set', 22, span('a test set')),
    ['  ✗ curated-test-set', '      a test set'],
  ],
  ['a blank line', blank, ['']],
  ['spaces between words stay', plainRow(2, span('a  b'), span('  '), span('c')), ['  a  b  c']],
  [
    'a place is never broken, even with spaces in its path',
    plainRow(0, span('the title of a document'), span('  '), place({ path: 'docs/my documents/a b.md', line: 3 })),
    ['the title of a document', 'docs/my documents/a b.md:3'],
  ],
  [
    'a word that is longer than the line stands alone',
    plainRow(0, span(`see ${'x'.repeat(50)} there`)),
    ['see', 'x'.repeat(50), 'there'],
  ],
  ['wide letters take two columns', plainRow(0, span(`${'模'.repeat(19)} 模型`)), ['模'.repeat(19), '模型']],
])('%s', (_, row, lines) => {
  expect(print(row)).toEqual(lines);
});

test('a word of several spans is one word', () => {
  const row = plainRow(0, span('some words before a'), span('very-long-name', 'strong'), span(', and more'));

  expect(print(row, 30)).toEqual(['some words before', 'avery-long-name, and more']);
});

test('one tone is one sequence, also over several words', () => {
  expect(printRows([plainRow(0, span('two words', 'bad'), span(' plain'))], 40, true)).toEqual([
    '\u001b[31mtwo words\u001b[0m plain',
  ]);
});
