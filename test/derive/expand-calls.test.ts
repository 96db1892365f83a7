import { describe, expect, test } from 'vitest';
import { callDepthLimit, calledFactLimit, expandCalls } from '../../src/derive/expand-calls.ts';
import { mayHold } from '../../src/extract/github-actions/condition.ts';
import { githubActions } from '../../src/extract/github-actions.ts';
import type { Fact, JobFact } from '../../src/model/fact.ts';
import { jobFact, stepFact } from '../support/facts.ts';
import { sourceFile, tools } from '../support/tools.ts';
import { jobsOf, stepsOf } from '../support/workflows.ts';

const called = `on:
  workflow_call:
    inputs:
      environment: { type: string, required: true }
      check: { type: boolean }
      region: { type: string, default: eu }
jobs:
  check:
    if: inputs.check
    runs-on: ubuntu-latest
    steps: [{ run: score-it }]
  ship:
    needs: check
    if: \${{ !cancelled() && inputs.environment != 'none' }}
    environment: \${{ inputs.environment }}
    runs-on: ubuntu-latest
    env: { REGION: "\${{ inputs.region }}" }
    steps:
      - run: deploy-it --to \${{ inputs.environment }}
        working-directory: \${{ inputs.environment }}
      - run: ls
        if: inputs.check == true
`;

const caller = `name: Main
on: { push: { branches: [main], paths: [app/**] } }
jobs:
  build:
    runs-on: ubuntu-latest
    steps: [{ run: ls }]
  production:
    needs: build
    if: github.ref == 'refs/heads/main'
    uses: ./.github/workflows/ship.yml
    with: { environment: production }
  tell:
    needs: production
    runs-on: ubuntu-latest
    steps: [{ run: ls }]
`;

const files = { '.github/workflows/main.yml': caller, '.github/workflows/ship.yml': called };

describe('a job of a called workflow', () => {
  const jobs = jobsOf(files);
  const ship = jobs.get('production / ship');

  test('is one of the caller, at its place, with what it gives', () => {
    expect(ship).toMatchObject({
      at: { path: '.github/workflows/main.yml', line: 7 },
      via: ['.github/workflows/ship.yml:12'],
      pipeline: 'Main',
      triggers: ['push'],
      branches: ['main'],
      paths: ['app/**'],
      environment: 'production',
      environmentClass: 'production',
      inputs: { environment: 'production', check: 'false', region: 'eu' },
    });
  });

  test('waits for what its caller needs and for its own', () => {
    expect(ship?.needs).toEqual(['build', 'production / check']);
  });

  test('runs if both conditions hold', () => {
    expect(ship?.condition).toBe("(github.ref == 'refs/heads/main') && (!cancelled() && 'production' != 'none')");
  });

  test('heeds what its caller needs, and its own needs as it says', () => {
    expect(ship?.despite).toEqual({ 'production / check': 'failure' });
  });

  test('heeds no more than its caller does', () => {
    const careless = caller.replace("github.ref == 'refs/heads/main'", 'always()');
    const brought = jobsOf({ ...files, '.github/workflows/main.yml': careless }).get('production / check');

    expect(brought?.despite).toEqual({ build: 'failure' });
  });

  test('is switched off by an input', () => {
    expect(jobs.get('production / check')?.disabled).toBe("if: (github.ref == 'refs/heads/main') && (false)");
  });

  test('has steps with the inputs in them', () => {
    const [deploy, list] = stepsOf(files).filter(({ job }) => job === 'production / ship');

    expect(deploy).toMatchObject({
      at: { line: 7 },
      via: ['.github/workflows/ship.yml:19'],
      command: 'deploy-it --to production',
      directory: 'production',
      env: { REGION: 'eu' },
      environment: 'production',
    });
    expect(list?.disabled).toContain('false == true');
  });

  test('stands behind its caller, which stays', () => {
    expect([...jobs.keys()]).toEqual(['build', 'production', 'production / check', 'production / ship', 'tell']);
    expect(jobs.get('production')?.followed).toBe(true);
  });
});

describe('a called workflow itself', () => {
  const ship = (on: string) => `on: ${on}\njobs:\n  ship:\n    runs-on: x\n    steps: [{ run: deploy-it }]\n`;
  const call = (uses: string) => `on: push\njobs:\n  a:\n    uses: ${uses}\n`;

  test.each([
    ['is gone if only its caller starts it', '{ workflow_call: }', './.github/workflows/ship.yml', ['a', 'a / ship']],
    [
      'stays for its other events',
      '[workflow_call, release]',
      './.github/workflows/ship.yml',
      ['a', 'a / ship', 'ship'],
    ],
    ['stays if nobody calls it', '{ workflow_call: }', 'o/r/.github/workflows/ship.yml@v1', ['a', 'ship']],
    [
      'can be called by its full name',
      '{ workflow_call: }',
      'Acme/App/.github/workflows/ship.yml@main',
      ['a', 'a / ship'],
    ],
    ['is not called if it takes no calls', 'push', './.github/workflows/ship.yml', ['a', 'ship']],
    ['is not there', '{ workflow_call: }', './.github/workflows/other.yml', ['a', 'ship']],
  ])('%s', (_, on, uses, expected) => {
    const { facts } = expandCalls(factsOf({ 'a.yml': call(uses), 'ship.yml': ship(on) }), settings);

    expect(idsOf(facts)).toEqual(expected);
  });

  test('is started by hand if all that is left does that', () => {
    const jobs = jobsOf({
      '.github/workflows/a.yml': call('./.github/workflows/ship.yml'),
      '.github/workflows/ship.yml': ship('[workflow_call, workflow_dispatch]'),
    });

    expect(jobs.get('ship')).toMatchObject({ triggers: ['workflow_dispatch'], manual: true });
    expect(jobs.get('a / ship')).toMatchObject({ triggers: ['push'], manual: false });
  });

  test('that is called twice is there twice', () => {
    const twice = `on: push\njobs:\n  a: { uses: ./.github/workflows/ship.yml }\n  b: { needs: a, uses: ./.github/workflows/ship.yml }\n`;
    const { facts } = expandCalls(factsOf({ 'a.yml': twice, 'ship.yml': ship('{ workflow_call: }') }), settings);

    expect(idsOf(facts)).toEqual(['a', 'a / ship', 'b', 'b / ship']);
  });

  test('that calls another brings its jobs too', () => {
    const middle = `on: { workflow_call: }\njobs:\n  m: { uses: ./.github/workflows/ship.yml }\n`;
    const all = { 'a.yml': call('./.github/workflows/m.yml'), 'm.yml': middle, 'ship.yml': ship('{ workflow_call: }') };
    const { facts } = expandCalls(factsOf(all), settings);

    expect(idsOf(facts)).toEqual(['a', 'a / m', 'a / m / ship']);
    expect(facts.find((fact) => fact.kind === 'step')).toMatchObject({
      via: ['.github/workflows/m.yml:3', '.github/workflows/ship.yml:5'],
    });
  });

  test('that is never started by an event of the caller is switched off', () => {
    const onRelease = ship('{ workflow_call: }').replace('runs-on', "if: github.event_name == 'release'\n    runs-on");
    const { facts } = expandCalls(
      factsOf({ 'a.yml': call('./.github/workflows/ship.yml'), 'ship.yml': onRelease }),
      settings,
    );

    expect(facts.at(-1)).toMatchObject({ disabled: "if: github.event_name == 'release'", triggers: ['push'] });
  });

  test('that calls itself ends', () => {
    const self = `on: [push, workflow_call]\njobs:\n  a: { uses: ./.github/workflows/a.yml }\n`;
    const { facts } = expandCalls(factsOf({ 'a.yml': self }), settings);

    expect(idsOf(facts)).toEqual(['a']);
  });
});

describe('limits', () => {
  function chain(length: number): readonly Fact[] {
    return Array.from({ length }, (_, at) => {
      const path = `.github/workflows/w${at}.yml`;
      const uses = `./.github/workflows/w${at + 1}.yml`;
      return jobFact('j', { path, uses, triggers: [at === 0 ? 'push' : 'workflow_call'], inputs: {} });
    });
  }

  test('calls are followed this deep', () => {
    const { facts, diagnostics } = expandCalls(chain(callDepthLimit + 1), settings);

    expect(idsOf(facts).at(-1)).toBe(Array.from({ length: callDepthLimit + 1 }, () => 'j').join(' / '));
    expect(diagnostics).toEqual([]);
  });

  test('and no deeper, which is told', () => {
    const { diagnostics } = expandCalls(chain(callDepthLimit + 2), settings);

    expect(diagnostics).toMatchObject([{ code: 'limit-reached', at: { path: '.github/workflows/w0.yml' } }]);
  });

  test.each([
    [calledFactLimit - 1, 0],
    [calledFactLimit, 1],
  ])('a call brings a job and %s steps: %s complaints', (count, complaints) => {
    const path = '.github/workflows/many.yml';
    const many = [
      jobFact('b', { path, triggers: ['workflow_call'], inputs: {} }),
      ...Array.from({ length: count }, () => stepFact('b', { path, triggers: ['workflow_call'], command: 'ls' })),
    ];
    const { diagnostics } = expandCalls([jobFact('a', { uses: `./${path}` }), ...many], settings);

    expect(diagnostics).toHaveLength(complaints);
  });
});

const settings = { mayHold: (condition: string, event: string) => mayHold(condition, event), repository: 'acme/app' };

function factsOf(texts: Readonly<Record<string, string>>): readonly Fact[] {
  return Object.entries(texts).flatMap(
    ([name, text]) => githubActions.extract(sourceFile(`.github/workflows/${name}`, text), tools).facts,
  );
}

function idsOf(facts: readonly Fact[]): readonly string[] {
  return facts.filter((fact): fact is JobFact => fact.kind === 'job').map(({ job }) => job);
}
