import { describe, expect, it } from 'vitest';
import { argumentCountLimit, argumentDepthLimit } from '../../../src/extract/code/arguments.ts';
import { lineLengthLimit } from '../../../src/extract/code/extract-code.ts';
import { pathLengthLimit } from '../../../src/extract/code/name-path.ts';
import { resolveDepthLimit } from '../../../src/extract/code/resolve.ts';
import { scopeDepthLimit } from '../../../src/extract/code/scope.ts';
import { literalTextLimit, sourceTextLimit } from '../../../src/extract/code/values.ts';
import { python } from '../../../src/extract/python.ts';
import { ruby } from '../../../src/extract/ruby.ts';
import { typescript } from '../../../src/extract/typescript.ts';
import { parseSizeLimit } from '../../../src/io/grammars.ts';
import type { CallFact, Fact, LiteralFact } from '../../../src/model/fact.ts';
import type { FirstLook } from '../../../src/model/source.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function extract(text: string) {
  return python.extract(sourceFile('a.py', text), tools);
}

function isCall(fact: Fact): fact is CallFact {
  return fact.kind === 'call';
}

function calls(text: string): readonly CallFact[] {
  return extract(text).facts.filter(isCall);
}

function literals(text: string): readonly LiteralFact[] {
  return extract(text).facts.filter((fact) => fact.kind === 'literal');
}

const padding = `'${'x'.repeat(1021)}'\n`.repeat(parseSizeLimit / 1024);

describe('files', () => {
  it.each([
    ['product', 1],
    ['test', 1],
    ['example', 1],
    ['docs', 1],
    ['vendored', 0],
    ['generated', 0],
  ] as const)('of role %s give %i', (role, count) => {
    const { facts, diagnostics } = python.extract(sourceFile('a.py', 'f()', role), tools);

    expect(facts.map((fact) => fact.role)).toEqual(Array(count).fill(role));
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['a long line', `f()\n# ${'x'.repeat(lineLengthLimit - 2)}`, undefined],
    [
      'too long a line',
      `f()\n# ${'x'.repeat(lineLengthLimit - 1)}`,
      `it has a line of more than ${lineLengthLimit} characters`,
    ],
    [
      'too long a first line',
      `# ${'x'.repeat(lineLengthLimit - 1)}\nf()`,
      `it has a line of more than ${lineLengthLimit} characters`,
    ],
    ['much text', `f()#${padding.slice(4)}`, undefined],
    ['too much text', `f()#${padding.slice(3)}`, 'it is longer than 512 KiB'],
    ['a zero byte', 'f()\0', 'it is binary'],
  ])('with %s', (_, text, reason) => {
    const { facts, diagnostics } = extract(text);

    expect(facts).toHaveLength(reason === undefined ? 1 : 0);
    expect(diagnostics.map(({ message }) => message)).toEqual(
      reason === undefined ? [] : [`the code was not read: ${reason}`],
    );
  });

  it('nested far deeper than a stack give facts or a diagnostic', () => {
    const depth = 20_000;

    const { facts, diagnostics } = extract(`${'f(\n'.repeat(depth)}1${')\n'.repeat(depth)}`);

    expect(facts.length > 0 || diagnostics.length > 0).toBe(true);
  });

  it.each([
    ['calls', `x = (a${'\n  .b()'.repeat(500)})`, 501],
    ['functions', `${'function f() {\n'.repeat(500)}g()${'}'.repeat(500)}`, 1],
  ])('with a tower of %s give them all', (_, text, count) => {
    const extractor = text.startsWith('x') ? python : typescript;

    const { facts } = extractor.extract(sourceFile('a', text), tools);

    expect(facts.filter(isCall).length).toBeGreaterThanOrEqual(count - 1);
  });
});

describe('the first look', () => {
  const only =
    (word: RegExp): FirstLook =>
    () =>
    (text) =>
      word.test(text) ? (_, words) => word.test(words) : undefined;

  it('keeps a file from being parsed', () => {
    const querySyntax = () => {
      throw new Error('parsed');
    };

    const extraction = python.extract(sourceFile('a.py', 'f()'), { ...tools, querySyntax, firstLook: only(/g/) });

    expect(extraction).toEqual({ facts: [], diagnostics: [] });
  });

  it('keeps quiet about a file that nothing asks for', () => {
    const { diagnostics } = python.extract(sourceFile('a.py', 'f'.repeat(lineLengthLimit + 1)), {
      ...tools,
      firstLook: only(/g/),
    });

    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['an imported module', 'import pino\nf()', /pino/, 1],
    ['an imported name', 'from a import pino\nf()', /pino/, 1],
    ['a callee', 'a.pino()\nf()', /pino/, 1],
    ['an argument', 'f(1)\nf(pino=1)', /pino/, 2],
    ['the function around', 'f()\ndef pino(): f()', /pino/, 1],
    ['a name', 'PINO = 1\nf()', /PINO/, 1],
    ['a value', 'x = "pino"\nf()', /pino/, 1],
    ['a class', 'class Pino: pass\nf()', /Pino/, 1],
    ['a field', 'class A:\n  pino = b\nf()', /pino/, 1],
  ])('keeps only facts with the word: %s', (_, text, word, count) => {
    const { facts } = python.extract(sourceFile('a.py', text), { ...tools, firstLook: only(word) });

    expect(facts).toHaveLength(count);
  });

  it.each([
    ['Python', python, 'from .b import c\nf()', '.src.pino.b'],
    ['Python over two lines', python, 'from \\\n .b import c\nf()', '.src.pino.b'],
    ['TypeScript', typescript, "import { c } from './b'\nf()", './src/pino/b'],
    ['the folder in TypeScript', typescript, "import { c } from '.'\nf()", './src/pino'],
    ['Ruby', ruby, "require_relative 'b'\nf()", './src/pino/b'],
  ])('sees the path, which relative imports are resolved by: %s', (_, extractor, text, module) => {
    const file = sourceFile('src/pino/a', text);

    const { facts } = extractor.extract(file, { ...tools, firstLook: only(/pino/) });

    expect(facts).toMatchObject([{ kind: 'import', module }]);
  });

  it('sees no path where nothing is imported by it', () => {
    const extraction = python.extract(sourceFile('pino/a.py', 'f()'), {
      ...tools,
      firstLook: only(/pino/),
      querySyntax: () => {
        throw new Error('parsed');
      },
    });

    expect(extraction.facts).toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    [0, 'x'.repeat(sourceTextLimit - 6), 'whole'],
    [1, 'x'.repeat(sourceTextLimit - 5), 'cut'],
  ])('source text is cut (%i)', (_, name, expected) => {
    const [call] = calls(`f([${name} + 1])`);

    const text = call?.arguments['0'] ?? '';
    expect(text.endsWith('…') ? 'cut' : 'whole').toBe(expected);
    expect(text.length).toBeLessThanOrEqual(sourceTextLimit + 1);
  });

  it.each([
    [literalTextLimit, `${'x '.repeat(literalTextLimit / 2)}`],
    [literalTextLimit + 1, `${'x '.repeat(literalTextLimit / 2)}…`],
  ])('a literal of %i characters', (length, expected) => {
    const [literal] = literals(`x = "${'x '.repeat(length).slice(0, length)}"`);

    expect(literal?.value).toBe(expected);
  });

  it('a cut never leaves a part of a word', () => {
    const [literal] = literals(`x = "${'words '.repeat(100)}"`);

    expect(literal?.value.split(' ').every((word) => ['words', '…'].includes(word))).toBe(true);
  });

  it('arguments are counted', () => {
    const given = Array.from({ length: argumentCountLimit + 1 }, (_, index) => `k${index}=1`);

    const counts = [given.slice(1), given].map((some) => Object.keys(calls(`f(${some})`)[0]?.arguments ?? {}).length);

    expect(counts).toEqual([argumentCountLimit, argumentCountLimit]);
  });

  it('objects are flat so far and no further', () => {
    const depth = argumentDepthLimit + 2;

    const [call] = calls(`f(${'{"a": '.repeat(depth)}1${'}'.repeat(depth)})`);

    const deepest = Object.keys(call?.arguments ?? {}).at(-1);
    expect(deepest).toBe(`0${'.a'.repeat(argumentDepthLimit)}`);
  });

  it.each([
    [resolveDepthLimit - 1, 'm.make.f'],
    [resolveDepthLimit, `x${resolveDepthLimit}.f`],
  ])('%i variables in a row, behind a variable and a module', (count, callee) => {
    const rows = Array.from({ length: count }, (_, index) => `x${index + 1} = x${index}`);

    const found = calls(`import m\nx0 = m.make()\n${rows.join('\n')}\nx${count}.f()`);

    expect(found.at(-1)?.callee).toBe(callee);
  });

  it.each([
    [pathLengthLimit, 'a.b'],
    [pathLengthLimit + 2, '?.b'],
  ])('a path of %i characters', (length, start) => {
    const [call] = calls(`a${'.b'.repeat((length - 1) / 2)}()`);

    expect(call?.callee.slice(0, 3)).toBe(start);
  });

  it.each([
    [scopeDepthLimit, `f${scopeDepthLimit - 1}`],
    [scopeDepthLimit + 1, `f${scopeDepthLimit - 1}`],
  ])('%i functions in each other', (depth, expected) => {
    const heads = Array.from({ length: depth }, (_, index) => `function f${index}() {`);
    const text = `${heads.join('\n')} g() ${'}'.repeat(depth)}`;

    const { facts } = typescript.extract(sourceFile('a.ts', text), tools);

    expect(facts.filter(isCall).map(({ inside }) => inside)).toEqual([expected]);
  });
});

it('argument names that objects are born with are only names', () => {
  const [call] = calls('f(__proto__=1, constructor=2, toString=3)');

  expect(Object.entries(call?.arguments ?? {})).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
    ['toString', '3'],
  ]);
});

it('order of facts is the order of their places', () => {
  const { facts } = extract('x = 1; f(y=2); z = g()\nimport a');

  expect(facts.map((fact) => ('name' in fact ? fact.name : fact.kind))).toEqual(['x', 'call', 'y', 'call', 'import']);
});
