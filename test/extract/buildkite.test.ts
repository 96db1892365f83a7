import { describe, expect, it } from 'vitest';
import { buildkite } from '../../src/extract/buildkite.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string) {
  return readPipeline(buildkite, '.buildkite/pipeline.yml', text);
}

function step(body: string) {
  return read(`steps:\n  - command: make\n    ${body}\n`).jobs[0];
}

describe('steps', () => {
  it('are jobs with commands and plugins, each in its line', () => {
    const { jobs, steps } = read(`env: { STAGE: test, API_KEY: abc }
steps:
  - label: Test
    key: test
    commands:
      - pip install .
      - pytest
    plugins:
      - docker#v5.9.0:
          image: python:3.12
          environment: [A, B]
      - acme/cache
    env: { STAGE: unit }
  - "wait"
  - command: |
      make image
      make push
`);

    expect(jobs.map(({ job, at }) => [job, at.line])).toEqual([
      ['test', 3],
      ['step-3', 15],
    ]);
    expect(steps.map(describeStep)).toEqual([
      '6 test: pip install .',
      '7 test: pytest',
      '9 test: docker#v5.9.0',
      '12 test: acme/cache',
      '16 step-3: make image',
      '17 step-3: make push',
    ]);
    expect(steps[0]?.env).toEqual({ STAGE: 'unit', API_KEY: '(hidden)' });
    expect(steps[2]?.with).toEqual({ image: 'python:3.12', 'environment.0': 'A', 'environment.1': 'B' });
  });

  it('wait for all before a wait or a block, or for what they name', () => {
    const { jobs } = read(`steps:
  - { key: a, command: make }
  - { key: b, command: make }
  - wait
  - { key: c, command: make }
  - block: Release?
    key: release
  - { key: d, command: make }
  - wait: ~
    continue_on_failure: true
  - { key: e, command: make }
  - { key: f, command: make, depends_on: [a, { step: b, allow_failure: true }] }
  - group: Checks
    depends_on: d
    steps: [{ key: g, command: make }]
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'a',
      'b',
      'c < a, b',
      'release < a, b',
      'd < a, b, c, release',
      'e < a, b, c, release, d',
      'f < a, b',
      'g < d',
    ]);
    expect(jobs.filter(({ manual }) => manual).map(({ job }) => job)).toEqual(['release']);
    expect(jobs.filter(({ condition }) => condition === 'always()').map(({ job }) => job)).toEqual(['e']);
  });

  it('may start another pipeline', () => {
    const { jobs } = read('steps:\n  - trigger: deploy-answers\n    build: { branch: main, message: go }\n');

    expect(jobs[0]).toMatchObject({ uses: 'pipeline:deploy-answers', with: { branch: 'main', message: 'go' } });
  });

  it('may be the whole file', () => {
    const { jobs } = read('- command: make\n- command: make ship\n');

    expect(jobs).toHaveLength(2);
  });

  it.each([
    ['soft_fail: true', { tolerant: true }],
    ['soft_fail: [{ exit_status: 1 }]', { tolerant: true }],
    ['soft_fail: [{ exit_status: 42 }]', { tolerant: false }],
    ['skip: broken', { disabled: 'skip: broken' }],
    ['skip: false', { triggers: ['push'] }],
    ['allow_dependency_failure: true', { condition: 'always()' }],
  ])('have what stands beside them: %s', (body, expected) => {
    const fact = step(body);

    expect(fact).toMatchObject(expected);
  });
});

describe('what starts a step', () => {
  it.each([
    ['key: a', ['push'], []],
    ['branches: main release/*', ['push'], ['main', 'release/*']],
    ['if: build.branch == "main"', ['push'], ['main']],
    ["if: build.branch == 'main' && build.pull_request.id == null", ['push'], ['main']],
    ['if: build.branch != "main"', ['push'], ['!main']],
    ['if: build.branch =~ /^release/', ['push'], ['/^release/']],
    ['if: build.branch == "main" || build.tag != null', ['push', 'tag'], ['main']],
    ['if: build.tag =~ /^v/', ['tag'], []],
    ['if: build.source == "schedule"', ['schedule'], []],
    ['if: build.message !~ /skip/', ['push'], []],
  ])('%s: %j on %j', (body, triggers, branches) => {
    const fact = step(body);

    expect([fact?.triggers, fact?.branches, fact?.disabled]).toEqual([triggers, branches, undefined]);
  });
});
