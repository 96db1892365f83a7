import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import {
  codeElement,
  codeSpan,
  escapeCommandData,
  escapeCommandProperty,
  escapeControl,
  escapeMarkdown,
  escapeProse,
  escapeRunnerCommands,
} from '../../src/lib/escape.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
const anyText = fc.string({ unit: 'binary', minLength: 1 });
const markupText = fc.string({ unit: fc.constantFrom(...'`|\\<>[]()*_~&#@:/$!-+=. \n1aw'), minLength: 1 });

describe('control characters', () => {
  test.each([
    ['a newline', 'a\nb', 'a\\nb'],
    ['a carriage return and a tab', 'a\r\tb', 'a\\r\\tb'],
    ['an ANSI escape', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a C1 sequence introducer', '\u009b31m', '\\u{9b}31m'],
    ['a bidirectional override', 'a\u202egnp.exe', 'a\\u{202e}gnp.exe'],
    ['an isolate and a mark', '\u2066\u200f', '\\u{2066}\\u{200f}'],
    ['a zero-width space and a byte order mark', 'a\u200b\ufeff', 'a\\u{200b}\\u{feff}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a tag character', 'a\u{e0041}', 'a\\u{e0041}'],
    ['a noncharacter', 'a\u{10fffe}', 'a\\u{10fffe}'],
    ['a lone surrogate', 'a\ud800', 'a\\u{d800}'],
  ])('%s is made visible', (_, text, expected) => {
    expect(escapeControl(text)).toBe(expected);
  });

  test.each(['docs/naïve.md', '模型/评估.py', '👩‍💻', 'می‌خواهم', 'C:\\dir'])('%s stays as it is', (text) => {
    expect(escapeControl(text)).toBe(text);
  });
});

describe('Markdown', () => {
  test.each([
    ['markup', '*a* [b](c) <d>', '&#42;a&#42; &#91;b&#93;(c) &#60;d&#62;'],
    ['an entity', '&lt;b&gt;', '&#38;lt;b&#38;gt;'],
    ['a table cell', 'a|b', 'a&#124;b'],
    ['an underscore at the edge of a word', '__init__', '&#95;&#95;init&#95;&#95;'],
    ['a mention', 'ask @octocat', 'ask @&#8203;octocat'],
    ['an issue', 'see #12 and GH-12', 'see #&#8203;12 and GH&#8203;-12'],
    ['a link', 'https://a.example www.b.example', 'https:&#8203;//a.example www&#8203;.b.example'],
    ['a formula', '$x$', '&#36;x&#36;'],
    ['a heading', '# a', '&#35; a'],
    ['a list', '1. a', '1&#46; a'],
  ])('%s is only text', (_, text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test('a name with underscores between letters and a sentence stay readable', () => {
    expect(escapeMarkdown("my_service doesn't log, 3.5 of 4")).toBe("my_service doesn't log, 3.5 of 4");
  });

  test('any text is rendered as itself, without markup or links', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markupText), (text) => {
        const source = escapeMarkdown(text).trim();

        const [paragraph, inline, ...rest] = markdown.parse(`- x ${source}`, {}).slice(2);

        expect(paragraph?.type).toBe('paragraph_open');
        expect(rest).toHaveLength(3);
        expect(new Set(inline?.children?.map(({ type }) => type))).toEqual(new Set(['text']));
        expect(textOf(inline?.children ?? [])).toBe(`x ${escapeControl(text).trim()}`.trim());
      }),
    );
  });
});

describe('code', () => {
  test.each([
    ['a path', 'docs/a b.md:3', '`docs/a b.md:3`'],
    ['a backtick', 'a`b', '<code>a&#96;b</code>'],
    ['a pipe', 'a|b', '<code>a&#124;b</code>'],
    ['a space at the end', 'a ', '<code>a </code>'],
    ['nothing', '', '<code></code>'],
    ['a command of a log', '##[error]', '<code>&#35;&#35;&#91;error&#93;</code>'],
    ['an end of a fold', '</details>', '`</details>`'],
    ['a newline', 'a\nb', '`a\\nb`'],
  ])('%s', (_, text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  test('any text stays code, in a paragraph and in the cell of a table', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markupText), (text) => {
        const span = codeSpan(text);

        expect(codeOf(markdown.parse(`x ${span} y`, {}))).toEqual([escapeControl(text)]);
        expect(codeOf(markdown.parse(`| a | b |\n| - | - |\n| ${span} | \`z\` |`, {}))).toEqual([
          escapeControl(text),
          'z',
        ]);
      }),
    );
  });

  test('a code element holds no markup', () => {
    expect(codeElement('a*b_c</code>@d')).toBe('<code>a&#42;b&#95;c&#60;/code&#62;@&#8203;d</code>');
  });

  test('a sentence keeps code between backticks and nothing else', () => {
    expect(escapeProse('Run `a|b` and `<c>` for *all* `')).toBe(
      'Run <code>a&#124;b</code> and `<c>` for &#42;all&#42; &#96;',
    );
  });
});

test.each([
  ['at the beginning', '::error::x', '\\u{3a}:error::x'],
  ['behind a space, where a line may break', 'a ::error::x', 'a \\u{3a}:error::x'],
  ['in the old form, anywhere', 'a##[error]b', 'a#\\u{23}[error]b'],
])('a command %s of a text in a log is broken', (_, text, expected) => {
  expect(escapeRunnerCommands(text)).toBe(expected);
});

test('colons inside a word are no command', () => {
  expect(escapeRunnerCommands('tests/test_a.py::test_b a: :b')).toBe('tests/test_a.py::test_b a: :b');
});

test('data of a workflow command cannot start another one', () => {
  expect(escapeCommandData('50%\r\n::error::x')).toBe('50%25%0D%0A::error::x');
});

test('a property of a workflow command cannot start another one', () => {
  expect(escapeCommandProperty('a,line=1::b%\n')).toBe('a%2Cline=1%3A%3Ab%25%0A');
});

type Token = { readonly type: string; readonly content: string; readonly children: readonly Token[] | null };

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ content }) => content.replaceAll('\u200b', '')).join('');
}

/** The code of a document, written as a span or as an element. */
function codeOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ children }) => {
    const html = (children ?? []).map(({ type, content }) =>
      type === 'code_inline' ? `<code>${content}` : content === '</code>' ? '' : content,
    );
    const starts = html
      .join('\u0000')
      .replaceAll('\u200b', '')
      .split('<code>\u0000')
      .join('<code>')
      .split('<code>')
      .slice(1);
    return starts.map((piece) => piece.split('\u0000')[0] ?? '');
  });
}
