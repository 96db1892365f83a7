import { afterEach, describe, expect, test, vi } from 'vitest';
import { Parser } from 'web-tree-sitter';
import { parseMillisecondsLimit, parseSizeLimit, readGrammars } from '../../src/io/grammars.ts';
import type { QuerySyntax } from '../../src/model/source.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const longScript = 'if a; then b; fi\n'.repeat(1_000);

/** Makes every look at the clock see the limit gone by. */
function raceTime(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += parseMillisecondsLimit;
    return now;
  });
}

/** The texts of all captures. */
function textsOf(result: ReturnType<QuerySyntax>): readonly string[] {
  return result.ok ? result.matches.flatMap((match) => match.map(({ text }) => text)) : [result.reason];
}

test('captures know their name, their text and their place', async () => {
  const querySyntax = await readGrammars(['bash']);

  const found = querySyntax('bash', 'é "ü"\nfoo \\\n  bar', '(command name: (_) @name argument: (_) @argument)');

  expect(found).toEqual({
    ok: true,
    hasErrors: false,
    matches: [
      [
        { name: 'name', text: 'é', start: 0, end: 1, line: 1, endLine: 1 },
        { name: 'argument', text: '"ü"', start: 2, end: 5, line: 1, endLine: 1 },
      ],
      [
        { name: 'name', text: 'foo', start: 6, end: 9, line: 2, endLine: 2 },
        { name: 'argument', text: 'bar', start: 14, end: 17, line: 3, endLine: 3 },
      ],
    ],
  });
});

test('matches stand in order of their place, the longer first', async () => {
  const querySyntax = await readGrammars(['bash']);

  const found = querySyntax('bash', 'a | b\nc', '(pipeline) @p\n(command) @c');

  expect(textsOf(found)).toEqual(['a | b', 'a', 'b', 'c']);
});

test('each language is read by its own grammar', async () => {
  const querySyntax = await readGrammars(['hcl', 'bash', 'hcl']);

  const hcl = querySyntax('hcl', 'a = "b"', '(attribute) @a');
  const bash = querySyntax('bash', 'a = "b"', '(command) @a');

  expect([textsOf(hcl), textsOf(bash)]).toEqual([['a = "b"'], ['a = "b"']]);
});

test('a syntax error is told, and the rest is read', async () => {
  const querySyntax = await readGrammars(['bash']);

  const found = querySyntax('bash', 'a )\nb', '(command) @c');

  expect(found).toMatchObject({ ok: true, hasErrors: true });
  expect(textsOf(found)).toEqual(['a', 'b']);
});

describe('what is a mistake of ours', () => {
  test('a language that was not read throws', async () => {
    const querySyntax = await readGrammars(['bash']);

    expect(() => querySyntax('hcl', 'a = 1', '(attribute) @a')).toThrow('the grammar of hcl was not read');
  });

  test('without a language nothing is read', async () => {
    const querySyntax = await readGrammars([]);

    expect(() => querySyntax('bash', 'a', '(command) @c')).toThrow('the grammar of bash was not read');
  });

  test('a faulty query throws, and spoils no later one', async () => {
    const querySyntax = await readGrammars(['bash']);

    expect(() => querySyntax('bash', 'a', '(nonsense) @c')).toThrow('nonsense');

    expect(textsOf(querySyntax('bash', 'a', '(command) @c'))).toEqual(['a']);
  });
});

describe('limits', () => {
  test('a text at the size limit is read, a longer one is not', async () => {
    const querySyntax = await readGrammars(['hcl']);
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const text = 'a = 1\n#'.padEnd(parseSizeLimit, '#');

    expect(textsOf(querySyntax('hcl', text, '(attribute) @a'))).toEqual(['a = 1']);
    expect(textsOf(querySyntax('hcl', `${text}#`, '(attribute) @a'))).toEqual(['it is longer than 512 KiB']);
  });

  test('a text that takes too long to parse is given up, and the next one is read', async () => {
    const querySyntax = await readGrammars(['bash']);
    raceTime();

    const slow = querySyntax('bash', longScript, '(command) @c');
    vi.restoreAllMocks();
    const next = querySyntax('bash', 'a', '(command) @c');

    expect(textsOf(slow)).toEqual([`parsing it takes longer than ${parseMillisecondsLimit} ms`]);
    expect(textsOf(next)).toEqual(['a']);
  });

  test('a text that takes too long to query is given up, and the next one is read', async () => {
    const querySyntax = await readGrammars(['bash']);
    const { parse } = Parser.prototype;
    vi.spyOn(Parser.prototype, 'parse').mockImplementation(function (this: Parser, ...args) {
      const tree = parse.apply(this, args);
      raceTime();
      return tree;
    });

    const slow = querySyntax('bash', longScript, '(command) @c');
    vi.restoreAllMocks();
    const next = querySyntax('bash', 'a', '(command) @c');

    expect(textsOf(slow)).toEqual([`reading it takes longer than ${parseMillisecondsLimit} ms`]);
    expect(textsOf(next)).toEqual(['a']);
  });

  test('a binary is not parsed', async () => {
    const querySyntax = await readGrammars(['bash']);

    const found = querySyntax('bash', 'a\0b', '(command) @c');

    expect(textsOf(found)).toEqual(['it is binary']);
  });
});

test('once the engine is broken every text says so', async () => {
  const querySyntax = await readGrammars(['bash']);
  const failure = vi.spyOn(Parser.prototype, 'parse').mockImplementation(() => {
    throw new Error('Aborted()');
  });

  const first = querySyntax('bash', 'a', '(command) @c');
  failure.mockRestore();
  const second = querySyntax('bash', 'b', '(command) @c');

  expect(textsOf(first)).toEqual(['it broke the parser (Aborted())']);
  expect(textsOf(second)).toEqual(['an earlier file broke the parser']);
});
