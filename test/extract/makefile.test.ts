import { describe, expect, test } from 'vitest';
import { makefile } from '../../src/extract/makefile.ts';
import { pieceLimit, scriptSizeLimit } from '../../src/extract/scripts/commands.ts';
import { outline, scriptsOf } from '../support/scripts.ts';
import { sourceFile, tools } from '../support/tools.ts';

/** All but the target that stands for none. */
function targets(text: string, path = 'Makefile') {
  return scriptsOf(makefile, path, text).filter(({ name }) => name !== '');
}

const cases: readonly (readonly [sentence: string, text: string, expected: readonly string[]])[] = [
  ['a target runs its lines', 'a:\n\tls\n\tpwd\n', ['a:1', '  2 ls', '  3 pwd']],
  [
    'what it needs comes first',
    'a: b | c\n\tls\nb:\nc:\n',
    ['a:1', '  1 calls b', '  1 calls c', '  2 ls', 'b:3', 'c:4'],
  ],
  ['files that it needs are no targets', 'a: main.go\n\tls\n', ['a:1', '  2 ls']],
  ['a recipe may stand behind a semicolon', 'a: b ; ls\nb:\n', ['a:1', '  1 calls b', '  1 ls', 'b:2']],
  ['prefixes go, and - forgives', 'a:\n\t@ls\n\t-pwd\n\t@-id\n', ['a:1', '  2 ls', '  3 pwd ~', '  4 id ~']],
  ['continued lines are one', 'a:\n\tls \\\n\t  -l && \\\n\tpwd\n', ['a:1', '  2 ls -l', '  4 pwd']],
  [
    'continued needs are one line',
    'a: b \\\n   c\n\tls\nb:\nc:\n',
    ['a:1', '  1 calls b', '  1 calls c', '  3 ls', 'b:4', 'c:5'],
  ],
  ['each line has a folder of its own', 'a:\n\tcd x && ls\n\tls\n', ['a:1', '  2 cd x', '  2 ls @x', '  3 ls']],
  ['all lines share one with .ONESHELL', '.ONESHELL:\na:\n\tcd x\n\tls\n', ['a:2', '  3 cd x ~', '  4 ls @x']],
  ['rules for one target add up', 'a: b\na:\n\tls\nb:\n', ['a:2', '  2 calls b', '  3 ls', 'b:4']],
  ['one rule may have several targets', 'a b:\n\techo $@\n', ['a:1', '  2 echo a', 'b:1', '  2 echo b']],
  ['.PHONY and its like are none', '.PHONY: a\na:\n\tls\n', ['a:2', '  3 ls']],
  ['variables are put in', 'RUN = docker run $(IMG)\nIMG := app\na:\n\t$(RUN) ls\n', ['a:3', '  4 docker run app ls']],
  ['they add up', 'F = -a\nF += -b\na:\n\tls ${F}\n', ['a:3', '  4 ls -a -b']],
  ['unknown ones become variables of the shell', 'a:\n\tls $(DIR) $$HOME\n', ['a:1', '  2 ls ${DIR} $HOME']],
  ['what depends on a branch is unknown', 'ifdef CI\nX=1\nelse\nX=2\nendif\na:\n\tls $(X)\n', ['a:6', '  7 ls ${X}']],
  ['an environment is left to the caller', 'ENV = dev\na:\n\tls $(ENV)\n', ['a:2', '  3 ls ${ENV}']],
  [
    'functions are nobody’s guess',
    'a:\n\tls $(wildcard *.go) $(shell pwd)\n',
    ['a:1', '  2 ls ${_} $(pwd)', '  2 pwd ~'],
  ],
  ['make is make', 'a:\n\t$(MAKE) -C x b\n', ['a:1', '  2 make -C x b']],
  ['what it needs has a name of its own', 'a: b\n\tls $< $^\nb:\n', ['a:1', '  1 calls b', '  2 ls b b', 'b:3']],
  ['a pattern keeps its stem', 'a-%:\n\tls $*\n', ['a-%:1', '  2 ls ${*}']],
  ['a variable of one target is no rule', 'a: X = 1\na:\n\tls\n', ['a:2', '  3 ls']],
  ['definitions of text are passed over', 'define X\na:\n\tls\nendef\nb:\n\tpwd\n', ['b:5', '  6 pwd']],
  ['comments are passed over', '# a:\na: # b\n\t# ls\n\tpwd # id\n', ['a:2', '  4 pwd']],
  ['a failure ends a line only by its own end', 'a:\n\tls; pwd\n', ['a:1', '  2 ls ~', '  2 pwd']],
  ['unless the shell says otherwise', 'SHELL := /bin/bash -e\na:\n\tls; pwd\n', ['a:2', '  3 ls', '  3 pwd']],
  ['targets of variables are read', 'NAMES = a b\n$(NAMES):\n\tls\n', ['a:2', '  3 ls', 'b:2', '  3 ls']],
  ['branches of a recipe all count', 'a:\nifdef CI\n\tls\nelse\n\tpwd\nendif\n', ['a:1', '  3 ls', '  5 pwd']],
];

describe('the targets of a makefile', () => {
  test.each(cases)('%s', (_, text, expected) => {
    expect(outline(targets(text))).toEqual(expected);
  });

  test('run in the folder of the file', () => {
    expect(targets('a:\n', 'api/Makefile')[0]).toMatchObject({ runner: 'makefile', directory: 'api' });
  });

  test('run where they are included, in a file that is made for that', () => {
    expect(targets('a:\n', 'make/ci.mk')[0]).not.toHaveProperty('directory');
  });

  test('tell the open variables that they ask for', () => {
    const [a] = targets('ENV ?= dev\nTAG ?= $(shell git rev-parse HEAD)\nREGION ?= eu\na:\n\tls $(ENV) $(TAG)\n');

    expect(a?.parameters).toEqual([{ name: 'ENV', default: 'dev' }, { name: 'TAG' }]);
  });

  test.each([
    ['the first', 'a:\nb:\n', 'a'],
    ['the first that is no pattern', '.x:\n%.o:\nb:\n', 'b'],
    ['the one that is named', '.DEFAULT_GOAL := b\na:\nb:\n', 'b'],
  ])('the one without a name is %s', (_, text, expected) => {
    const script = scriptsOf(makefile, 'Makefile', text).find(({ name }) => name === '');

    expect(script?.commands).toMatchObject([{ does: 'call', script: expected }]);
  });

  test('variables that double each other end', () => {
    const doubled = Array.from({ length: 40 }, (_, at) => `V${at + 1} = $(V${at}) $(V${at})`).join('\n');

    expect(targets(`V0 = x\n${doubled}\na:\n\tls $(V40)\n`)).toHaveLength(1);
  });

  test.each([
    [scriptSizeLimit, 0],
    [scriptSizeLimit + 1, 1],
  ])('a file of %s characters: %s complaints', (length, complaints) => {
    const { diagnostics } = makefile.extract(sourceFile('Makefile', `a:\n${'#'.repeat(length - 3)}`), tools);

    expect(diagnostics).toHaveLength(complaints);
  });

  test.each([
    [pieceLimit, 0],
    [pieceLimit + 1, 1],
  ])('%s lines of recipes: %s complaints', (count, complaints) => {
    const { diagnostics } = makefile.extract(sourceFile('Makefile', `.a:\n${'\ta\n'.repeat(count)}`), tools);

    expect(diagnostics).toHaveLength(complaints);
  });

  test.each([
    ['Makefile', true],
    ['api/makefile', true],
    ['GNUmakefile', true],
    ['Makefile.ci', true],
    ['make/docker.mk', true],
    ['makefile.py/x', false],
    ['Makefiles', false],
  ])('%s: %s', (path, claimed) => {
    expect(makefile.claims(sourceFile(path, '').path)).toBe(claimed);
  });
});
