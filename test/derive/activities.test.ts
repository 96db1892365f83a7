import { expect, test } from 'vitest';
import { deriveActivities } from '../../src/derive/activities.ts';
import type { Fact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';

function pipelineFact(kind: 'job' | 'step', job: string, needs: readonly string[] = [], disabled?: string): Fact {
  return {
    kind,
    at: { path: repoPath('.github/workflows/ci.yml'), line: 1 },
    role: 'product',
    provider: 'github-actions',
    job,
    triggers: ['push'],
    branches: [],
    paths: [],
    needs,
    tolerant: false,
    manual: false,
    activities: [],
    needsActivity: [],
    with: {},
    ...(kind === 'step' ? { env: {} } : {}),
    ...(disabled === undefined ? {} : { disabled }),
  } as Fact;
}

function derived(facts: readonly Fact[], marks: ReadonlyMap<Fact, readonly string[]>) {
  return deriveActivities(facts, marks).map((fact) =>
    fact.kind === 'job' || fact.kind === 'step' ? [fact.kind, fact.job, fact.activities, fact.needsActivity] : [],
  );
}

test('a job does what its steps do, and waits for what its needs do, transitively', () => {
  const evaluate = pipelineFact('step', 'evaluate');
  const deploy = pipelineFact('step', 'deploy', ['approve']);
  const facts = [
    pipelineFact('job', 'evaluate'),
    evaluate,
    pipelineFact('job', 'approve', ['evaluate']),
    pipelineFact('job', 'deploy', ['approve']),
    deploy,
  ];
  const marks = new Map([
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
  const step = pipelineFact('step', 'a', ['b']);
  const facts = [pipelineFact('job', 'a', ['b']), step, pipelineFact('job', 'b', ['a'])];

  expect(derived(facts, new Map([[step, ['tests']]]))[2]).toEqual(['job', 'b', [], ['tests']]);
});

test('a need that does not exist is nothing', () => {
  expect(derived([pipelineFact('job', 'a', ['gone'])], new Map())).toEqual([['job', 'a', [], []]]);
});
