// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are GitHub's expressions.
import { describe, expect, it } from 'vitest';
import { githubActions } from '../../../src/extract/github-actions.ts';
import { sourceFile, tools } from '../../support/tools.ts';

/** The commands of a step whose text begins in line 6 of the file, as `line command`. */
function commands(step: string, head = 'defaults: {}') {
  const text = `on: push\n${head}\njobs:\n  build:\n    steps:\n${step}`;
  const { facts } = githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
  return facts.flatMap((fact) => (fact.kind === 'step' ? [`${fact.at.line} ${fact.command ?? '-'}`] : []));
}

function tolerance(step: string, head?: string) {
  const text = `on: push\n${head ?? ''}\njobs:\n  build:\n    steps:\n${step}`;
  const { facts } = githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
  return facts.flatMap((fact) => (fact.kind === 'step' ? [fact.tolerant] : []));
}

describe('the line of a command', () => {
  it.each([
    ['plain', '      - run: make test\n', ['6 make test']],
    ['after its name', '      - name: Test\n        run: make test\n', ['7 make test']],
    ['plain, in a step in braces', '      - { name: Test, run: make test }\n', ['6 make test']],
    ['plain, with two commands', '      - run: make && make test\n', ['6 make', '6 make test']],
    ['plain, on the next line', '      - run:\n          make test\n', ['7 make test']],
    [
      'plain, over several lines',
      '      - run: make &&\n          make test\n          --fast\n',
      ['6 make', '7 make test --fast'],
    ],
    ['single quotes', "      - run: 'make ''a b'''\n", ['6 make a b']],
    ['single quotes over lines', "      - run: 'make &&\n          make test'\n", ['6 make', '7 make test']],
    ['double quotes', '      - run: "make \\"a\\""\n', ['6 make a']],
    ['double quotes with line breaks', '      - run: "make\\nmake test"\n', ['6 make', '6 make test']],
    ['double quotes over lines', '      - run: "make &&\n          make \\"a\\""\n', ['6 make', '7 make a']],
    [
      'double quotes with an escape that hides a line',
      '      - run: "\\x6dake &&\n          make test"\n',
      ['6 make', '7 make test'],
    ],
    ['literal', '      - run: |\n          make\n\n          make test\n', ['7 make', '9 make test']],
    ['literal, stripped', '      - run: |-\n          make\n          make test', ['7 make', '8 make test']],
    ['literal, with a comment', '      - run: | # why\n          make\n', ['7 make']],
    ['literal, empty at first', '      - run: |\n\n          make\n', ['8 make']],
    [
      'literal, indented by number',
      '      - run: |2\n            make\n          make test\n',
      ['7 make', '8 make test'],
    ],
    [
      'literal, with a continued line',
      '      - run: |\n          make \\\n            test\n          make lint\n',
      ['7 make test', '9 make lint'],
    ],
    ['folded', '      - run: >\n          make\n          test\n', ['7 make test']],
    [
      'folded, with two commands',
      '      - run: >-\n          make &&\n          make test\n          --fast\n',
      ['7 make', '8 make test --fast'],
    ],
    [
      'folded, with a gap',
      '      - run: >\n          make\n          a\n\n          make test\n',
      ['7 make a', '10 make test'],
    ],
    [
      'folded, with deeper lines',
      '      - run: >\n          make\n            deep\n          make test\n',
      ['7 make', '8 deep', '9 make test'],
    ],
    [
      'folded within quotes, where lines cannot be told apart',
      "      - run: >\n          make 'a\n          b' && make test\n",
      ['7 make a b', '7 make test'],
    ],
    ['tagged', '      - run: !!str |\n          make\n', ['7 make']],
  ])('%s', (_, step, expected) => {
    const found = commands(step);

    expect(found).toEqual(expected);
  });

  it('is the same with carriage returns', () => {
    const step =
      '      - run: |\n          make\n          make test\n      - run: >\n          make &&\n          make lint\n';

    const found = commands(step.replaceAll('\n', '\r\n'));

    expect(found).toEqual(['7 make', '8 make test', '10 make', '11 make lint']);
  });

  it('is found quickly where escapes hide ten thousand lines', () => {
    const start = performance.now();

    const found = commands(`      - run: "make ${'\\x61\n          '.repeat(10_000)}"\n`);

    expect(found).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it('is that of the action, where a step has one', () => {
    const found = commands('      - name: Get\n        with: { a: b }\n        uses: a/b@v1\n');

    expect(found).toEqual(['8 -']);
  });
});

describe('a script for another program than a shell', () => {
  it.each([
    ['python', '      - shell: python\n        run: |\n          import os\n', ['7 -']],
    ['pwsh', '      - run: Get-Item x\n        shell: pwsh\n', ['6 -']],
    ['pwsh with a file', '      - run: Get-Item x\n        shell: pwsh -File {0}\n', ['6 -']],
    ['node', '      - run: console.log(1)\n        shell: node {0}\n', ['6 -']],
    ['bash', '      - run: make\n        shell: bash\n', ['6 make']],
    ['bash by its path', '      - run: make\n        shell: /usr/bin/bash -l {0}\n', ['6 make']],
    ['bash, as a login shell', '      - run: make\n        shell: bash -el {0}\n', ['6 make']],
    ['sh', '      - run: make\n        shell: sh\n', ['6 make']],
    ['what the matrix says', '      - run: make\n        shell: ${{ matrix.shell }}\n', ['6 make']],
  ])('gives no commands: %s', (_, step, expected) => {
    const found = commands(step);

    expect(found).toEqual(expected);
  });

  it('may be set for all steps, and a step may choose again', () => {
    const found = commands(
      '      - run: print(1)\n      - run: make\n        shell: bash\n',
      'defaults: { run: { shell: python } }',
    );

    expect(found).toEqual(['6 -', '7 make']);
  });
});

describe('a command that may fail', () => {
  it.each([
    ['by the step', '      - run: make\n        continue-on-error: true\n', undefined, [true]],
    ['by the script', '      - run: make || true\n', undefined, [true, false]],
    ['not, by nothing', '      - run: make\n', undefined, [false]],
  ])('%s', (_, step, head, expected) => {
    const found = tolerance(step, head);

    expect(found).toEqual(expected);
  });

  it.each([
    ['nothing said', '', false],
    ['bash', 'bash', false],
    ['sh', 'sh', false],
    ['a template that says so', 'bash -el {0}', false],
    ['a template with long options', 'bash --noprofile --norc -eo pipefail {0}', false],
    ['a template that names the option', 'bash -o errexit {0}', false],
    ['a template that does not', 'bash -l {0}', true],
    ['a template with other long options', 'bash --noprofile {0}', true],
  ])('before another command, with the shell %s: %s', (_, shell, expected) => {
    const [first] = tolerance(`      - shell: ${shell}\n        run: |\n          pytest\n          date\n`);

    expect(first).toBe(expected);
  });

  it.each([
    ['nothing said', '      - run: pytest | tee log\n', '', true],
    ['bash', '      - run: pytest | tee log\n        shell: bash\n', '', false],
    ['bash for all', '      - run: pytest | tee log\n', 'defaults: { run: { shell: bash } }', false],
    ['sh', '      - run: pytest | tee log\n        shell: sh\n', '', true],
    ['pipefail', '      - run: pytest | tee log\n        shell: bash -eo pipefail {0}\n', '', false],
  ])('at the head of a pipe, with the shell %s', (_, step, head, expected) => {
    const [first] = tolerance(step, head);

    expect(first).toBe(expected);
  });
});
