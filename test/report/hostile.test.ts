import { describe, expect, test } from 'vitest';
import { escapeControl } from '../../src/lib/escape.ts';
import { renderAnnotations, renderWorkflowCommands } from '../../src/report/annotations.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { infected, shapeOf, wordsOf } from '../support/hostile.ts';
import { model, report } from '../support/report.ts';

const payloads = [
  ['a newline and a workflow command', 'a\n::error::pwned'],
  ['a carriage return', 'a\r\n::stop-commands::x'],
  ['a workflow command', '::error::pwned '],
  ['a workflow command of the old form', '##[error]pwned'],
  ['ANSI', '\u001b[2K\u001b[1A\u001b]8;;http://evil.example\u0007'],
  ['bidirectional overrides', '\u202egnp.\u2066'],
  ['backticks', '`a`` ``` '],
  ['an end of the fold', '</details></summary><h1>'],
  ['an image and a script', '<img src=x onerror=alert(1)><script>'],
  ['a table', '| a | b |'],
  ['a link', '[a](https://evil.example) https://evil.example www.evil.example'],
  ['a mention and an issue', '@octocat #1 GH-1 '],
  ['a heading and a list', '# a'],
  ['a comment', '<!-- '],
  ['a backslash at the end', 'a\\'],
] as const;

describe.each(payloads)('%s', (_, payload) => {
  const hostile = infected(payload);

  test('does not reach the terminal', () => {
    const text = renderText(hostile, model, { colors: false, width: 80, evidence: true });

    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(text).not.toMatch(/^\s*::|##\[/mu);
  });

  test('changes nothing in the terminal but the words', () => {
    const lines = renderText(hostile, model, { colors: false, width: 80, evidence: true }).split('\n');

    expect(lines.filter((line) => line.startsWith('✗ Gate'))).toEqual(['✗ Gate not met (enforce)']);
    expect(lines.filter((line) => /^ {2}Blocks Stage \d$/u.test(line))).toHaveLength(3);
  });

  test('builds nothing in Markdown', () => {
    const summary = renderSummary(hostile, model);

    expect(shapeOf(summary)).toEqual(shapeOf(renderSummary(infected('x'), model)));
    expect(summary).not.toMatch(/^\s*::|##\[/mu);
  });

  test('mentions nobody in Markdown', () => {
    expect(wordsOf(renderSummary(hostile, model))).not.toMatch(/@\w|#\d|GH-\d|:\/\//u);
  });

  test('starts no workflow command', () => {
    const lines = renderWorkflowCommands(hostile).split('\n').slice(0, -1);

    expect(lines).toHaveLength(renderAnnotations(report).length);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,line=\d+,)?title=[^,:]+::/u);
    expect(lines.join('')).toBe(escapeControl(lines.join('')));
  });
});
