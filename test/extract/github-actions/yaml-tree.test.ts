import { describe, expect, it } from 'vitest';
import { depthLimit, parseYaml } from '../../../src/extract/github-actions/yaml-tree.ts';
import { githubActions } from '../../../src/extract/github-actions.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function extract(text: string) {
  return githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
}

const valid = 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n';

describe('anchors', () => {
  it('share steps, jobs and variables, with the lines where they are written', () => {
    const { facts, diagnostics } = extract(`on: push
jobs:
  a: &job
    runs-on: ubuntu-latest
    env: &env { LEVEL: debug }
    steps:
      - &get { uses: actions/checkout@v4 }
      - run: &script make
  b:
    env: *env
    steps: [*get, { run: *script }]
  c: *job
`);

    expect(diagnostics).toEqual([]);
    expect(facts.map((fact) => [fact.kind, 'job' in fact && fact.job, fact.at.line])).toEqual([
      ['job', 'a', 3],
      ['step', 'a', 7],
      ['step', 'b', 7],
      ['step', 'c', 7],
      ['step', 'a', 8],
      ['step', 'b', 8],
      ['step', 'c', 8],
      ['job', 'b', 9],
      ['job', 'c', 12],
    ]);
    expect(facts.flatMap((fact) => (fact.kind === 'step' ? [fact.env.LEVEL] : []))).toEqual(Array(6).fill('debug'));
  });

  it('merge nothing, as on GitHub', () => {
    const { facts } = extract(
      'on: push\njobs:\n  a: { env: &env { X: 1 } }\n  b:\n    env: { <<: *env }\n    steps: [{ uses: a/b@v1 }]\n',
    );

    expect(facts.at(-1)).toMatchObject({ env: {} });
  });

  it.each([
    ['to nothing', 'on: push\njobs:\n  a:\n    steps: *steps\n', 4],
    ['to itself', 'on: push\njobs:\n  a: &a\n    steps: [*a]\n', 4],
  ])('%s are told', (_, text, line) => {
    const { facts, diagnostics } = extract(text);

    expect(facts).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'file-unparsed', at: { line } }]);
  });
});

describe('a bomb of aliases', () => {
  /** Lists of ten, each of ten times what stands in the one before. */
  function bomb(levels: number) {
    const lists = Array.from(
      { length: levels },
      (_, level) => `x${level + 1}: &x${level + 1} [${`*x${level}, `.repeat(10)}]\n`,
    );
    return `x0: &x0 aaaaaaaaaa\n${lists.join('')}`;
  }

  it.each([
    ['a small one is read', 5, 1],
    ['a large one is not', 6, 0],
    ['nor one past every number', 400, 0],
  ])('%s', (_, levels, expected) => {
    const { facts, diagnostics } = extract(bomb(levels) + valid);

    expect(facts.filter(({ kind }) => kind === 'job')).toHaveLength(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(expected === 0 ? ['limit-reached'] : []);
  });

  it('is met before a thousand jobs share a thousand steps', () => {
    const shared = Array.from({ length: 2000 }, () => '- run: make\n').join('      ');
    const jobs = Array.from({ length: 2000 }, (_, index) => `  j${index}: *job\n`).join('');

    const { facts, diagnostics } = extract(`on: push\njobs:\n  a: &job\n    steps:\n      ${shared}${jobs}`);

    expect(facts).toEqual([]);
    expect(diagnostics[0]?.message).toBe('its aliases stand for more than 2000000 characters');
  });
});

describe('a file that is not valid YAML', () => {
  it.each([
    ['a tab for indentation', 'on: push\njobs:\n  build:\n\tsteps: []\n', 4],
    ['an open quote', `${valid}      - run: "make\n`, 8],
    ['an open bracket', `on: [push\njobs:\n  build: {}\n`, 2],
    ['a conflict', `${valid}<<<<<<< HEAD\n      - run: make\n=======\n`, 7],
  ])('is told, and its facts are switched off: %s', (_, text, line) => {
    const { facts, diagnostics } = extract(text);

    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'file-unparsed', at: { line } }]);
    expect(facts.every(({ disabled }) => disabled === 'the workflow is not valid YAML')).toBe(true);
  });

  it('still gives what can be read', () => {
    const { facts } = extract(`${valid}      - run: "make\n`);

    expect(facts.map(({ kind, at }) => [kind, at.line]).slice(0, 2)).toEqual([
      ['job', 3],
      ['step', 6],
    ]);
  });
});

describe('a file with odd content', () => {
  it.each([
    ['nothing', ''],
    ['a comment', '# later\n'],
    ['jobs that are a list', 'on: push\njobs: [a]\n'],
    ['keys that are no words', 'on: push\n? [a, b]\n: c\n? {d: e}\n: f\n'],
    ['a byte order mark', `\ufeff${valid}`],
    [
      'names of the language',
      'on: push\njobs:\n  __proto__:\n    env: { __proto__: x, constructor: y }\n    steps: [{ uses: a/b }]\n',
    ],
  ])('does not throw: %s', (_, text) => {
    expect(() => extract(text)).not.toThrow();
  });

  it('is read quickly at 100 KB of steps', () => {
    const text = valid + '      - { name: Build it all, run: make build, env: { A: b } }\n'.repeat(1700);
    const start = performance.now();

    const { facts } = extract(text);

    expect(text.length).toBeGreaterThan(100_000);
    expect(facts).toHaveLength(1702);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it.each(['[', '{a: ', '- '])('is given up where %j is nested 20,000 times', (open) => {
    const { diagnostics } = extract(`${valid}x: ${open.repeat(20_000)}`);

    expect(diagnostics.map(({ code }) => code)).toEqual(['file-unparsed']);
  });
});

describe('the depth', () => {
  it.each([
    ['at the limit', depthLimit - 1, 0],
    ['past the limit', depthLimit, 1],
  ])('%s', (_, lists, expected) => {
    const { problems } = parseYaml(`x: ${'['.repeat(lists)}${']'.repeat(lists)}`);

    expect(problems).toHaveLength(expected);
  });
});

describe('the values of scalars', () => {
  it.each([
    ['3.10', '3.1'],
    ['"3.10"', '3.10'],
    ['True', 'true'],
    ['yes', 'yes'],
    ['null', ''],
    ['~', ''],
    ['0x1F', '31'],
    ['2024-01-02', '2024-01-02'],
    ['!Ref x', 'x'],
  ])('%s is %j, as GitHub passes it on', (source, expected) => {
    const { tree } = parseYaml(source);

    expect(tree).toMatchObject({ kind: 'scalar', text: expected });
  });
});
