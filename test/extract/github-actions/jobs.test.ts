// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are GitHub's expressions.
import { describe, expect, it } from 'vitest';
import { githubActions } from '../../../src/extract/github-actions.ts';
import { derivedDefaults } from '../../support/facts.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function extract(text: string) {
  return githubActions.extract(sourceFile('.github/workflows/ci.yml', text), tools);
}

/** One job called `build` on every push, its body indented by four. */
function job(body: string) {
  return `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n${body}`;
}

function jobFact(text: string) {
  return extract(text).facts.find((fact) => fact.kind === 'job');
}

describe('a job', () => {
  it('carries all that the file says of it', () => {
    const { facts, diagnostics } = extract(`name: Deploy
on:
  push: { branches: [main], paths: [app/**] }
  workflow_dispatch:
jobs:
  test:
    runs-on: ubuntu-latest
    steps: [{ uses: actions/checkout@v4 }]
  deploy:
    needs: test
    if: github.ref == 'refs/heads/main'
    environment: { name: production, url: https://example.org }
    continue-on-error: true
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: app } }
    steps: [{ uses: actions/checkout@v4 }]
`);

    expect(diagnostics).toEqual([]);
    expect(facts[2]).toEqual({
      kind: 'job',
      at: { path: '.github/workflows/ci.yml', line: 9 },
      role: 'product',
      provider: 'github-actions',
      job: 'deploy',
      triggers: ['push', 'workflow_dispatch'],
      branches: ['main'],
      paths: ['app/**'],
      needs: ['test'],
      environment: 'production',
      condition: "github.ref == 'refs/heads/main'",
      directory: 'app',
      tolerant: true,
      manual: false,
      ...derivedDefaults,
      pipeline: 'Deploy',
      with: {},
    });
  });

  it('leaves out what the file does not say', () => {
    const fact = jobFact(job('    steps: []'));

    expect(fact).not.toHaveProperty('environment');
    expect(fact).not.toHaveProperty('condition');
    expect(fact).not.toHaveProperty('directory');
    expect(fact).not.toHaveProperty('uses');
    expect(fact).not.toHaveProperty('disabled');
  });

  it.each([
    ['a name', '    environment: production', 'production'],
    ['a mapping', '    environment:\n      name: staging', 'staging'],
    ['an expression', '    environment: ${{ inputs.stage }}', '${{ inputs.stage }}'],
    ['an expression in a mapping', '    environment: { name: "${{ matrix.env }}" }', '${{ matrix.env }}'],
    ['one that only lends its secrets', '    environment: { name: production, deployment: false }', undefined],
    ['one that deploys by its own word', '    environment: { name: production, deployment: true }', 'production'],
    ['nothing', '    environment:', undefined],
  ])('has as its environment %s', (_, body, expected) => {
    const fact = jobFact(job(body));

    expect(fact?.environment).toBe(expected);
  });

  it.each([
    ['    needs: test', ['test']],
    ['    needs: [test, lint]', ['test', 'lint']],
    ['    needs:\n      - test\n      - lint', ['test', 'lint']],
    ['    needs:', []],
  ])('needs what stands in %j', (body, expected) => {
    const fact = jobFact(job(body));

    expect(fact?.needs).toEqual(expected);
  });

  it.each([
    ['true', true],
    ['${{ true }}', true],
    ['false', false],
    ['${{ matrix.experimental }}', false],
  ])('with continue-on-error %s is tolerant: %s, and so are its steps', (value, expected) => {
    const { facts } = extract(job(`    continue-on-error: ${value}\n    steps: [{ uses: a/b@v1 }]`));

    expect(facts.map((fact) => 'tolerant' in fact && fact.tolerant)).toEqual([expected, expected]);
  });

  it('that calls a reusable workflow has its address and inputs', () => {
    const fact = jobFact(`on: push
jobs:
  deploy:
    uses: acme/pipelines/.github/workflows/deploy.yml@v2
    with:
      environment: production
      replicas: 3
      token: abc123
    secrets: inherit
`);

    expect(fact?.uses).toBe('acme/pipelines/.github/workflows/deploy.yml@v2');
    expect(fact?.with).toEqual({ environment: 'production', replicas: '3', token: '[hidden]' });
  });

  it('of a matrix is one fact, whose expressions stay as they are', () => {
    const { facts } = extract(
      job(`    strategy: { matrix: { python: ["3.11", "3.12"] } }
    steps:
      - uses: actions/setup-python@v5
        with: { python-version: "\${{ matrix.python }}" }
`),
    );

    expect(facts).toHaveLength(2);
    expect(facts[1]).toMatchObject({ with: { 'python-version': '${{ matrix.python }}' } });
  });

  it.each([
    ['has no body', 'on: push\njobs:\n  build:\n'],
    ['is a mere word', 'on: push\njobs:\n  build: soon\n'],
    ['has no steps', job('')],
    ['has no list of steps', job('    steps: later\n')],
  ])('that %s is one fact', (_, text) => {
    const { facts } = extract(text);

    expect(facts.map(({ kind, at }) => [kind, at.line])).toEqual([['job', 3]]);
  });
});
