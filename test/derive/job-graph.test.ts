import { describe, expect, test } from 'vitest';
import { deriveJobGraph } from '../../src/derive/job-graph.ts';
import type { Fact } from '../../src/model/fact.ts';
import { jobFact, stepFact } from '../support/facts.ts';
import { jobsOf, stepsOf, workflow } from '../support/workflows.ts';

function derived(facts: readonly Fact[], marks: ReadonlyMap<Fact, readonly string[]>) {
  return deriveJobGraph(facts, marks).map((fact) =>
    fact.kind === 'job' || fact.kind === 'step' ? [fact.kind, fact.job, fact.activities, fact.needsActivity] : [],
  );
}

describe('what jobs do and wait for', () => {
  test('a job does what its steps do, and waits for what its needs do, transitively', () => {
    const evaluate = stepFact('evaluate');
    const deploy = stepFact('deploy', { needs: ['approve'] });
    const facts = [
      jobFact('evaluate'),
      evaluate,
      jobFact('approve', { needs: ['evaluate'] }),
      jobFact('deploy', { needs: ['approve'] }),
      deploy,
    ];
    const marks = new Map<Fact, readonly string[]>([
      [evaluate, ['evaluates']],
      [deploy, ['deploys']],
    ]);

    expect(derived(facts, marks)).toEqual([
      ['job', 'evaluate', ['evaluates'], []],
      ['step', 'evaluate', ['evaluates'], []],
      ['job', 'approve', [], ['evaluates']],
      ['job', 'deploy', ['deploys'], ['evaluates']],
      ['step', 'deploy', ['deploys'], ['evaluates']],
    ]);
  });

  test('a circle of needs ends', () => {
    const step = stepFact('a', { needs: ['b'] });
    const facts = [jobFact('a', { needs: ['b'] }), step, jobFact('b', { needs: ['a'] })];

    expect(derived(facts, new Map([[step, ['tests']]]))[2]).toEqual(['job', 'b', [], ['tests']]);
  });

  test('a need that does not exist is nothing', () => {
    expect(derived([jobFact('a', { needs: ['gone'] })], new Map())).toEqual([['job', 'a', [], []]]);
  });

  test('what may fail is done, but not waited for', () => {
    const step = stepFact('a', { tolerant: true });
    const facts = [jobFact('a'), step, jobFact('b', { needs: ['a'] })];

    expect(derived(facts, new Map([[step, ['tests']]]))).toEqual([
      ['job', 'a', ['tests'], []],
      ['step', 'a', ['tests'], []],
      ['job', 'b', [], []],
    ]);
  });

  test('what is switched off is neither', () => {
    const step = stepFact('a', { disabled: 'if: false' });
    const facts = [jobFact('a'), step, jobFact('b', { needs: ['a'] })];

    expect(derived(facts, new Map([[step, ['tests']]]))[0]).toEqual(['job', 'a', [], []]);
  });

  test('whoever needs a calling job waits for the jobs that it brings', () => {
    const jobs = jobsOf({
      '.github/workflows/main.yml': workflow(
        'score: { uses: ./.github/workflows/score.yml }\nship: { needs: score, runs-on: x, steps: [{ run: deploy-it }] }',
      ),
      '.github/workflows/score.yml': workflow(
        'a: { runs-on: x, steps: [{ run: ls }] }\nb: { needs: a, runs-on: x, steps: [{ run: score-it }] }',
        '{ workflow_call: }',
      ),
    });

    expect(jobs.get('ship')).toMatchObject({ needsActivity: ['evaluates'], gateBreakers: [] });
    expect(jobs.get('score')?.activities).toEqual([]);
  });

  test('a step knows what the steps before it do, where a failure would have stopped it', () => {
    const steps = stepsOf({
      '.github/workflows/a.yml': workflow(
        'a: { runs-on: x, steps: [{ run: score-it }, { run: "ask-it || true" }, { run: deploy-it }] }',
      ),
    });

    expect(steps.map(({ command, afterActivity }) => [command, afterActivity])).toEqual([
      ['score-it', []],
      ['ask-it', ['evaluates']],
      ['true', ['evaluates']],
      ['deploy-it', ['evaluates']],
    ]);
  });

  test('a target that is called after an activity has it only by name if its commands do not', () => {
    const named = { Makefile: 'score-it:\n\tpython run.py\n' };
    const known = { Makefile: 'score-it:\n\t-score-it --all\n' };
    const main = workflow('a: { runs-on: x, steps: [{ run: make score-it }] }\nb: { needs: a, runs-on: x, steps: [] }');

    const [byName, byCommand] = [named, known].map((files) => jobsOf({ ...files, '.github/workflows/a.yml': main }));

    expect(byName?.get('b')?.needsActivity).toEqual(['evaluates']);
    expect(byCommand?.get('b')?.needsActivity).toEqual([]);
  });
});

describe('a workflow that another starts', () => {
  const ci = workflow('score: { runs-on: x, steps: [{ run: score-it }] }', 'push', 'CI');
  const ship = (condition: string, types = ', types: [completed]') =>
    workflow(
      `ship: { ${condition}runs-on: x, steps: [{ run: deploy-it }] }`,
      `{ workflow_run: { workflows: [CI]${types} } }`,
    );
  const success = "if: github.event.workflow_run.conclusion == 'success', ";

  test.each([
    ['waits for it if it asks for its success', ship(success), ['evaluates']],
    ['and if the types are not named', ship(success, ''), ['evaluates']],
    ['does not wait without the question', ship(''), []],
    ['nor with another question', ship("if: github.event.workflow_run.conclusion != 'cancelled', "), []],
    ['nor if it starts before the other ends', ship(success, ', types: [requested]'), []],
  ])('%s', (_, text, expected) => {
    const jobs = jobsOf({ '.github/workflows/ci.yml': ci, '.github/workflows/ship.yml': text });

    expect(jobs.get('ship')?.needsActivity).toEqual(expected);
  });

  test('holds those behind its first job too', () => {
    const text = workflow(
      `go: { ${success}runs-on: x, steps: [] }\nship: { needs: go, runs-on: x, steps: [{ run: deploy-it }] }`,
      '{ workflow_run: { workflows: [CI], types: [completed] } }',
    );
    const jobs = jobsOf({ '.github/workflows/ci.yml': ci, '.github/workflows/ship.yml': text });

    expect(jobs.get('ship')).toMatchObject({ needsActivity: ['evaluates'], gateBreakers: [] });
  });

  test('a merge queue alone is no edge', () => {
    const queue = workflow('score: { runs-on: x, steps: [{ run: score-it }] }', 'merge_group');
    const main = workflow('ship: { runs-on: x, steps: [{ run: deploy-it }] }');
    const jobs = jobsOf({ '.github/workflows/a.yml': queue, '.github/workflows/b.yml': main });

    expect(jobs.get('ship')).toMatchObject({ needsActivity: [], gateBreakers: [] });
  });
});
