import { describe, expect, test } from 'vitest';
import { indexRunners, readRunnerCalls } from '../../../src/derive/resolve-commands/runner-call.ts';
import { tools } from '../../support/tools.ts';

const starts = indexRunners(tools.commandWords.runners);

/** The first way to read a command line, in short. */
function firstCall(line: string) {
  const [call] = readRunnerCalls(line.split(' '), starts);
  if (call === undefined) return undefined;
  const { runner, names, folder, file, packages, everywhere } = call;
  const where = { ...(folder && { folder }), ...(file && { file }), ...(packages.length > 0 && { packages }) };
  return { of: runner.of, names, ...where, ...(everywhere && { everywhere }), rest: call.arguments };
}

describe('a command line as a call of a runner', () => {
  test.each([
    ['make', { of: 'makefile', names: [''], rest: [] }],
    ['make a b -j 4', { of: 'makefile', names: ['a', 'b', '4'], rest: [] }],
    ['make --directory=x A=1 a', { of: 'makefile', names: ['a'], folder: 'x', rest: ['A=1'] }],
    ['make -f x.mk a', { of: 'makefile', names: ['a'], file: 'x.mk', rest: [] }],
    ['npm --prefix x run a -- --b', { of: 'package.json', names: ['a'], folder: 'x', rest: ['--b'] }],
    ['npm run a -w b', { of: 'package.json', names: ['a'], packages: ['b'], rest: [] }],
    ['npm run a --b', { of: 'package.json', names: ['a'], rest: ['--b'] }],
    ['npm run', undefined],
    ['npm t', { of: 'package.json', names: ['test'], rest: [] }],
    ['pnpm -r a', { of: 'package.json', names: ['a'], everywhere: true, rest: [] }],
    [
      'turbo run a b --filter=c',
      { of: 'package.json', names: ['a', 'b'], packages: ['c'], everywhere: true, rest: [] },
    ],
    ['tox -e a,b', { of: 'tox', names: ['a', 'b'], rest: [] }],
    ['tox -p', { of: 'tox', names: [''], rest: ['-p'] }],
    ['tox -e', { of: 'tox', names: [''], rest: [] }],
    ['nox -s a -- -x', { of: 'nox', names: ['a'], rest: ['-x'] }],
    ['bash -x a.sh b', { of: 'shell', names: ['a.sh'], rest: ['b'] }],
    ['bash -c ls', undefined],
    ['./a.sh b', { of: 'shell', names: ['./a.sh'], rest: ['b'] }],
    ['ls -l', undefined],
  ])('%s', (line, expected) => {
    expect(firstCall(line)).toEqual(expected);
  });
});
