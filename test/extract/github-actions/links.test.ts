import { describe, expect, it } from 'vitest';
import { readJobs } from '../../../src/extract/github-actions/jobs.ts';
import { parseYaml } from '../../../src/extract/github-actions/yaml-tree.ts';

function linksOf(text: string) {
  const { tree } = parseYaml(text);
  return tree ? readJobs(tree).at(-1)?.links : undefined;
}

describe('what a job hangs on', () => {
  it.each([
    ['nothing', 'on: push\njobs: { a: {} }', {}],
    ['the name of its workflow', 'name: CI\non: push\njobs: { a: {} }', { pipeline: 'CI' }],
    [
      'a workflow that starts it, however it ends',
      'on: { workflow_run: { workflows: [CI] } }\njobs: { a: {} }',
      { follows: ['CI'], despite: { CI: 'failure' } },
    ],
    [
      'one that has to pass',
      "on: { workflow_run: { workflows: CI } }\njobs: { a: { if: github.event.workflow_run.conclusion == 'success' } }",
      { follows: ['CI'] },
    ],
    [
      'not one that only has to start',
      'on: { workflow_run: { workflows: [CI], types: [requested] } }\njobs: { a: {} }',
      {},
    ],
    [
      'not what its own need hangs on',
      'on: { workflow_run: { workflows: [CI] } }\njobs: { a: {}, b: { needs: a } }',
      {},
    ],
    [
      'needs that may fail',
      'on: push\njobs: { a: {}, b: {}, c: { needs: [a, b], if: "always() && needs.a.result == \'success\'" } }',
      { despite: { b: 'failure' } },
    ],
    [
      'needs that may be skipped',
      'on: push\njobs: { a: { if: github.ref }, b: {}, c: { needs: [a, b], if: "!failure()" } }',
      { despite: { a: 'skip' } },
    ],
    [
      'inputs with their defaults',
      'on: { workflow_call: { inputs: { a: { default: x }, b: { type: boolean }, c: { type: number }, d: { type: string } } } }\njobs: { a: {} }',
      { inputs: { a: 'x', b: 'false', c: '0', d: '' } },
    ],
    ['no inputs, though it can be called', 'on: [push, workflow_call]\njobs: { a: {} }', { inputs: {} }],
  ])('is %s', (_, text, expected) => {
    expect(linksOf(text)).toEqual(expected);
  });
});
