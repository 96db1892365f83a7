import { describe, expect, it } from 'vitest';
import { githubActions } from '../../../src/extract/github-actions.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function extract(text: string) {
  return githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
}

const valid = 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n';

describe("a file that GitHub's parser refuses", () => {
  it.each([
    ['an unknown key', valid.replace('steps:', 'stages: []\n    steps:'), "Unexpected value 'stages'", 5],
    ['an unknown job', `${valid}  b: { runs-on: x, needs: [build, test] }\n`, "depends on unknown job 'test'", 7],
    ['a circle', valid.replace('runs-on', 'needs: build\n    runs-on'), 'at least one job with no dependencies', 3],
    ['an unknown event', valid.replace('push', 'pushed'), "Unexpected value 'pushed'", 1],
    ['no machine', valid.replace(/ +runs-on.*\n/, ''), 'Required property is missing: runs-on', 4],
    ['two documents', `${valid}---\n${valid}`, 'contains multiple documents', 7],
    ['a list', '- on: push\n', 'A sequence was not expected', 1],
  ])('keeps its facts and says why: %s', (_, text, message, line) => {
    const { facts, diagnostics } = extract(text);

    expect(diagnostics).toMatchObject([{ level: 'warning', code: 'workflow-refused', at: { line } }]);
    expect(diagnostics[0]?.message).toContain(message);
    expect(facts.every(({ disabled }) => disabled === undefined)).toBe(true);
  });

  it('is told once, with the number of the other reasons', () => {
    const { diagnostics } = extract('on: push\njobs:\n  a: { x: 1, y: 2 }\n');

    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toMatch(/\(and \d more\)$/);
  });
});

describe("a file that GitHub's parser takes", () => {
  it.each([
    ['plain', valid],
    ['with a status check', valid.replace('steps:', 'if: always()\n    steps:')],
    [
      'with a reusable workflow',
      `${valid}  b:\n    needs: build\n    uses: ./.github/workflows/b.yml\n    secrets: inherit\n`,
    ],
    ['with aliases, which are not judged', valid.replace('steps:', 'x: &x 1\n    y: *x\n    steps:')],
  ])('gives no diagnostic: %s', (_, text) => {
    const { diagnostics } = extract(text);

    expect(diagnostics).toEqual([]);
  });
});
