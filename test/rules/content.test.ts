import { expect, test } from 'vitest';
import type { StepFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { contentOf } from '../../src/rules/content.ts';

const step: StepFact = {
  kind: 'step',
  at: { path: repoPath('.github/workflows/evals.yml'), line: 20 },
  role: 'product',
  provider: 'github-actions',
  job: 'evaluate',
  triggers: ['pull_request'],
  branches: [],
  paths: [],
  needs: [],
  tolerant: false,
  manual: false,
  followed: false,
  always: false,
  activities: [],
  needsActivity: [],
  afterActivity: [],
  environmentClass: 'none',
  needsEnvironment: [],
  gateBreakers: [],
  alsoDeployedBy: [],
  with: {},
  env: {},
  command: 'promptfoo eval',
};

test.each<[string, Partial<StepFact>]>([
  ['another line', { at: { path: step.at.path, line: 25 } }],
  ['another file', { at: { path: repoPath('quality.yml'), line: 20 } }],
  ['another trigger of its job', { triggers: ['push'] }],
  ['a job that it waits for', { needs: ['build'], needsActivity: ['tests'] }],
  ['being switched off', { disabled: 'if: false' }],
  ['another line of the script that holds it', { via: ['Makefile:13'] }],
])('%s leaves the content as it is', (_, change) => {
  expect(contentOf({ ...step, ...change })).toBe(contentOf(step));
});

test.each<[string, Partial<StepFact>]>([
  ['another command', { command: 'promptfoo view' }],
  ['another job', { job: 'other' }],
  ['another action', { uses: 'promptfoo/promptfoo-action@v1' }],
])('%s is other content', (_, change) => {
  expect(contentOf({ ...step, ...change })).not.toBe(contentOf(step));
});

test('a dependency with a raised version is the same', () => {
  const dependency = {
    kind: 'dependency',
    at: step.at,
    role: 'product',
    ecosystem: 'pypi',
    name: 'openai',
    version: '1.0',
    scope: 'product',
  } as const;

  expect(contentOf({ ...dependency, version: '2.0' })).toBe(contentOf(dependency));
  expect(contentOf({ ...dependency, name: 'anthropic' })).not.toBe(contentOf(dependency));
});

test('the order of the fields does not matter', () => {
  const reversed = Object.fromEntries(Object.entries(step).reverse()) as StepFact;

  expect(contentOf(reversed)).toBe(contentOf(step));
});
