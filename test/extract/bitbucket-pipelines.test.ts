import { describe, expect, it } from 'vitest';
import { bitbucketPipelines } from '../../src/extract/bitbucket-pipelines.ts';
import { derivedDefaults } from '../support/facts.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string) {
  return readPipeline(bitbucketPipelines, 'bitbucket-pipelines.yml', text);
}

describe('a step', () => {
  it('is a job that carries all that the file says of it', () => {
    const { jobs } = read(`image: python:3.12
pipelines:
  branches:
    main:
      - step: { script: [pytest] }
      - step:
          name: Ship
          deployment: production
          trigger: manual
          condition: { changesets: { includePaths: [app/**] } }
          script: [make ship]
`);

    expect(jobs[1]).toEqual({
      kind: 'job',
      at: { path: 'bitbucket-pipelines.yml', line: 6 },
      role: 'product',
      provider: 'bitbucket-pipelines',
      job: 'branches/main/2',
      triggers: ['push'],
      branches: ['main'],
      paths: ['app/**'],
      needs: ['branches/main/1'],
      environment: 'production',
      tolerant: false,
      manual: true,
      ...derivedDefaults,
      with: { image: 'python:3.12' },
    });
  });

  it('has commands and pipes, each in its line', () => {
    const { steps } = read(`pipelines:
  default:
    - step:
        script:
          - make image
          - pipe: atlassian/aws-ecs-deploy:1.6.1
            variables: { CLUSTER_NAME: prod, AWS_SECRET_ACCESS_KEY: abc }
          - make check || true
        after-script:
          - make clean
`);

    expect(steps.map(describeStep)).toEqual([
      '5 default/1: make image',
      '6 default/1: atlassian/aws-ecs-deploy:1.6.1',
      '8 default/1: make check',
      '8 default/1: true',
      '10 default/1: make clean',
    ]);
    expect(steps[1]?.with).toEqual({ CLUSTER_NAME: 'prod', AWS_SECRET_ACCESS_KEY: '(hidden)' });
    expect(steps.map(({ tolerant }) => tolerant)).toEqual([false, false, true, false, true]);
    expect(steps[4]?.condition).toBe('always()');
  });

  it('may be written once for several pipelines', () => {
    const { jobs, steps } = read(`definitions:
  steps:
    - step: &test
        script: [pytest]
pipelines:
  default: [{ step: *test }]
  pull-requests:
    '**': [{ step: *test }]
`);

    expect(jobs.map(({ job, at }) => [job, at.line])).toEqual([
      ['default/1', 6],
      ['pull-requests/**/1', 8],
    ]);
    expect(steps.map(describeStep)).toEqual(['4 default/1: pytest', '4 pull-requests/**/1: pytest']);
  });

  it('lets the rest go on where its failure is ignored', () => {
    const { jobs } = read('pipelines: { default: [{ step: { script: [make], on-fail: { strategy: ignore } } }] }\n');

    expect(jobs[0]?.tolerant).toBe(true);
  });
});

describe('order', () => {
  it('is that of the list, but for steps that run together', () => {
    const { jobs } = read(`pipelines:
  default:
    - step: { script: [make] }
    - parallel:
        - step: { script: [make a] }
        - step: { script: [make b] }
    - parallel: { fail-fast: true, steps: [{ step: { script: [make c] } }] }
    - stage:
        deployment: staging
        steps:
          - step: { script: [make d] }
          - step: { script: [make e] }
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'default/1',
      'default/2 < default/1',
      'default/3 < default/1',
      'default/4 < default/2, default/3',
      'default/5 < default/4',
      'default/6 < default/5',
    ]);
    expect(jobs.map(({ environment }) => environment).slice(-2)).toEqual(['staging', 'staging']);
  });
});

describe('what starts a pipeline', () => {
  it.each([
    ['default: [S]', ['push'], []],
    ['branches: { main: [S] }', ['push'], ['main']],
    ["branches: { '{main,release/*}': [S] }", ['push'], ['main', 'release/*']],
    ["branches: { '**': [S] }", ['push'], []],
    ["tags: { 'v*': [S] }", ['tag'], []],
    ["pull-requests: { '**': [S] }", ['pull_request'], []],
    ['custom: { ship: [{ variables: [{ name: TAG }] }, S] }', ['workflow_dispatch'], []],
  ])('%s: %j on %j', (section, triggers, branches) => {
    const { jobs } = read(`pipelines:\n  ${section.replace('S', '{ step: { script: [make] } }')}\n`);

    expect(jobs[0]).toMatchObject({ triggers, branches, manual: triggers[0] === 'workflow_dispatch' });
  });

  it('by default is a push to a branch that has no pipeline of its own', () => {
    const { jobs } = read('pipelines: { default: [{ step: { script: [make] } }], branches: { main: [] } }\n');

    expect(jobs[0]).toMatchObject({ triggers: ['push'], branches: ['!main'] });
  });

  it('may stand in another repository', () => {
    const { jobs } = read('pipelines:\n  custom:\n    ship: { import: acme-ci:main:ship }\n');

    expect(jobs[0]).toMatchObject({ job: 'custom/ship', at: { line: 3 }, uses: 'acme-ci:main:ship' });
  });
});
