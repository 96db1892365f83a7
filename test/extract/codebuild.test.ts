import { describe, expect, it } from 'vitest';
import { codebuild } from '../../src/extract/codebuild.ts';
import { repoPath } from '../../src/model/location.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string) {
  return readPipeline(codebuild, 'buildspec.yml', text);
}

describe('claims', () => {
  it.each([
    ['buildspec.yml', true],
    ['model/buildspec-train.yaml', true],
    ['deploy_buildspec.yml', true],
    ['buildspecs/deploy.yml', true],
    ['build.yml', false],
  ])('%s: %s', (path, expected) => {
    const claimed = codebuild.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('phases', () => {
  it('are jobs that wait for each other', () => {
    const { jobs, steps } = read(`version: 0.2
env: { variables: { STAGE: prod } }
phases:
  install:
    runtime-versions: { python: 3.12 }
    commands: [pip install .]
  build:
    commands:
      - pytest
      - |
        make image
        make push
    finally: [make clean]
  post_build:
    commands: [make deploy]
`);

    expect(jobs.map(describeNeeds)).toEqual(['install', 'build < install', 'post_build < build']);
    expect(jobs[1]).toMatchObject({ provider: 'codebuild', at: { line: 7 }, triggers: [], tolerant: false });
    expect(steps.map((step) => [describeStep(step), step.condition])).toEqual([
      ['6 install: pip install .', undefined],
      ['9 build: pytest', undefined],
      ['11 build: make image', undefined],
      ['12 build: make push', undefined],
      ['13 build: make clean', 'always()'],
      ['15 post_build: make deploy', 'always()'],
    ]);
    expect(steps[0]?.env).toEqual({ STAGE: 'prod' });
  });

  it.each([
    ['build: { commands: [make] }', 'always()'],
    ['build: { on-failure: CONTINUE, commands: [make] }', 'always()'],
    ['build: { on-failure: ABORT, commands: [make] }', undefined],
    ['install: { commands: [make] }', undefined],
  ])('after %s come whatever happened, or not', (before, expected) => {
    const { jobs } = read(`phases:\n  ${before}\n  post_build: { commands: [make deploy] }\n`);

    expect(jobs.at(-1)?.condition).toBe(expected);
  });

  it('that go on after a failure are tolerant', () => {
    const { jobs } = read('phases: { build: { on-failure: CONTINUE, commands: [make] } }\n');

    expect(jobs[0]?.tolerant).toBe(true);
  });
});
