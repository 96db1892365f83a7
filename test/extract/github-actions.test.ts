// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are GitHub's expressions.
import { describe, expect, it } from 'vitest';
import { githubActions } from '../../src/extract/github-actions.ts';
import { repoPath } from '../../src/model/location.ts';
import type { ExtractTools } from '../../src/model/source.ts';
import { sourceFile, tools } from '../support/tools.ts';

function extract(text: string) {
  return githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
}

function steps(text: string) {
  return extract(text).facts.filter((fact) => fact.kind === 'step');
}

/** One job called `build` on every push, its body indented by four. */
function job(body: string) {
  return `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n${body}`;
}

describe('claims', () => {
  it.each([
    ['.github/workflows/ci.yml', true],
    ['.github/workflows/deploy.prod.yaml', true],
    ['.github/workflows/old/ci.yml', false],
    ['.github/workflows/ci.yml.disabled', false],
    ['.github/workflow-templates/ci.yml', false],
    ['.github/actions/build/action.yml', false],
    ['service/.github/workflows/ci.yml', false],
  ])('%s: %s', (path, expected) => {
    const claimed = githubActions.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('what is switched off', () => {
  it.each([
    ['false', 'if: false'],
    ['${{ false }}', 'if: ${{ false }}'],
    ["false && github.ref == 'refs/heads/main'", "if: false && github.ref == 'refs/heads/main'"],
    ["github.repository == 'acme/app'", undefined],
  ])('a job with the condition %s: %s, and so are its steps', (condition, disabled) => {
    const { facts } = extract(job(`    if: ${condition}\n    steps: [{ uses: a/b@v1 }, { run: make }]`));

    expect(facts.map((fact) => fact.disabled)).toEqual([disabled, disabled, disabled]);
  });

  it.each([
    ['on: [push, pull_request]', "github.event_name == 'push'", ['push'], undefined],
    [
      'on: [push, workflow_dispatch]',
      "github.event_name == 'schedule'",
      ['push', 'workflow_dispatch'],
      "if: github.event_name == 'schedule'",
    ],
    ['on:', 'false', [], 'if: false'],
    ['on:', "github.event_name == 'push'", [], undefined],
  ])('depends on the events: %s with the condition %s', (on, condition, triggers, disabled) => {
    const { facts } = extract(`${on}\njobs:\n  a:\n    if: ${condition}\n    steps: [{ uses: a/b@v1 }]`);

    expect(facts).toMatchObject([{ triggers }, { triggers }]);
    expect(facts.map((fact) => fact.disabled)).toEqual([disabled, disabled]);
  });

  it('may be a step for some events only', () => {
    const facts = steps(`on: [push, workflow_dispatch]
jobs:
  a:
    steps:
      - run: make
      - run: make deploy
        if: github.event_name == 'workflow_dispatch'
`);

    expect(facts.map(({ triggers, manual }) => [triggers, manual])).toEqual([
      [['push', 'workflow_dispatch'], false],
      [['workflow_dispatch'], true],
    ]);
  });

  it('is a single step too', () => {
    const facts = steps(job('    steps:\n      - { run: make, if: false }\n      - run: make test'));

    expect(facts.map(({ disabled }) => disabled)).toEqual(['if: false', undefined]);
  });
});

describe('a script that cannot be parsed', () => {
  it('is told once, and the rest of the file is read', () => {
    const broken: ExtractTools = { ...tools, querySyntax: () => ({ ok: false, reason: 'it is too long' }) };
    const text = job('    steps:\n      - run: make\n      - run: make test\n      - uses: a/b@v1\n');

    const { facts, diagnostics } = githubActions.extract(sourceFile('.github/workflows/ci.yml', text), broken);

    expect(facts.map(({ kind, at }) => [kind, at.line])).toEqual([
      ['job', 3],
      ['step', 8],
    ]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', message: 'a script was not read: it is too long' }]);
  });
});
