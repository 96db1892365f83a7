import { describe, expect, it } from 'vitest';
import { circleci } from '../../src/extract/circleci.ts';
import { repoPath } from '../../src/model/location.ts';
import { derivedDefaults } from '../support/facts.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string, path = '.circleci/config.yml') {
  return readPipeline(circleci, path, text);
}

/** One job `build` with some steps, in the workflow `w`. */
function steps(list: string, rest = '') {
  return read(`version: 2.1\n${rest}jobs:\n  build:\n    steps:\n${list}workflows:\n  w: { jobs: [build] }\n`).steps;
}

describe('claims', () => {
  it.each([
    ['.circleci/config.yml', true],
    ['.circleci/continue-config.yml', true],
    ['service/.circleci/config.yml', true],
    ['circle.yml', false],
  ])('%s: %s', (path, expected) => {
    const claimed = circleci.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('jobs of a workflow', () => {
  it('carry all that the file says of them', () => {
    const { jobs } = read(`version: 2.1
jobs:
  deploy:
    working_directory: ~/project/service
    environment: { STAGE: production, API_KEY: x }
    steps: [{ run: make deploy }]
workflows:
  release:
    jobs:
      - build
      - deploy:
          requires: [build]
          filters: { branches: { only: main } }
  build: {}
`);

    expect(jobs[1]).toEqual({
      kind: 'job',
      at: { path: '.circleci/config.yml', line: 11 },
      role: 'product',
      provider: 'circleci',
      job: 'release/deploy',
      triggers: ['push'],
      branches: ['main'],
      paths: [],
      needs: ['release/build'],
      directory: 'service',
      tolerant: false,
      manual: false,
      ...derivedDefaults,
      with: {},
    });
  });

  it('wait for what they require, by the names of the workflow', () => {
    const { jobs } = read(`version: 2.1
jobs: { test: { steps: [checkout] }, ship: { steps: [checkout] } }
workflows:
  w:
    jobs:
      - test: { name: test-<< matrix.v >>, matrix: { parameters: { v: ["1", "2"] } } }
      - hold: { type: approval, requires: [test] }
      - ship: { requires: [hold, { test: [success, failed] }] }
      - ship: { name: undo, requires: [{ ship: failed }] }
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'w/test-<< matrix.v >>',
      'w/hold < w/test-<< matrix.v >>',
      'w/ship < w/hold, w/test-<< matrix.v >>',
      'w/undo < w/ship, w/undo',
    ]);
    expect(jobs.map(({ manual, condition }) => [manual, condition])).toEqual([
      [false, undefined],
      [true, undefined],
      [false, 'always()'],
      [false, 'failure()'],
    ]);
  });

  it('of an orb are what they use', () => {
    const { jobs } = read(`version: 2.1
orbs: { aws: circleci/aws-ecs@4.1.0 }
workflows:
  w:
    jobs:
      - aws/deploy_service_update: { cluster: prod, context: [aws], requires: [] }
      - unknown/job
`);

    expect(jobs.map(({ uses }) => uses)).toEqual(['circleci/aws-ecs/deploy_service_update@4.1.0', 'unknown/job']);
    expect(jobs[0]?.with).toMatchObject({ cluster: 'prod', context: 'aws' });
  });

  it('are the job build where there is no workflow', () => {
    const { jobs } = read('version: 2.1\njobs: { build: { steps: [checkout] }, other: { steps: [checkout] } }\n');

    expect(jobs.map(({ job }) => job)).toEqual(['build']);
  });
});

describe('what starts a job', () => {
  it.each([
    ['{}', ['push'], []],
    ['{ filters: { branches: { only: [main, /release.*/] } } }', ['push'], ['main', '/release.*/']],
    ['{ filters: { branches: { ignore: main } } }', ['push'], ['!main']],
    ['{ filters: { tags: { only: /^v.*/ } } }', ['push', 'tag'], []],
    ['{ filters: { branches: { ignore: /.*/ }, tags: { only: /^v.*/ } } }', ['tag'], []],
  ])('filters %s: %j on %j', (options, triggers, branches) => {
    const { jobs } = read(
      `version: 2.1\njobs: { a: { steps: [checkout] } }\nworkflows: { w: { jobs: [{ a: ${options} }] } }\n`,
    );

    expect([jobs[0]?.triggers, jobs[0]?.branches]).toEqual([triggers, branches]);
  });

  it.each([
    ['triggers: [{ schedule: { cron: "0 3 * * *", filters: { branches: { only: main } } } }]', ['schedule'], []],
    ['when: { equal: [main, << pipeline.git.branch >>] }', ['push'], ['main']],
    ['unless: { equal: [main, << pipeline.git.branch >>] }', ['push'], ['!main']],
    ['when: { matches: { pattern: ^release.*$, value: << pipeline.git.branch >> } }', ['push'], ['^release.*$']],
    ['when: { equal: [scheduled_pipeline, << pipeline.trigger_source >>] }', ['schedule'], []],
    ['when: << pipeline.parameters.nightly >>', [], []],
    ['when: { not: << pipeline.parameters.nightly >> }', ['push'], []],
    ['when: << pipeline.parameters.on >>', ['push'], []],
    ['when: { and: [<< pipeline.parameters.on >>, { or: [<< pipeline.git.tag >>] }] }', [], []],
  ])('a workflow with %s: %j on %j', (line, triggers, branches) => {
    const { jobs } = read(`version: 2.1
parameters: { nightly: { type: boolean, default: false }, on: { type: boolean, default: true } }
jobs: { a: { steps: [checkout] } }
workflows:
  w:
    ${line}
    jobs: [a]
`);

    const started = jobs[0]?.disabled === undefined ? jobs[0]?.triggers : [];
    expect([started, jobs[0]?.branches]).toEqual([triggers, branches]);
  });

  it('is a tag where the workflow waits for one and the job lets it in', () => {
    const { jobs } = read(`version: 2.1
jobs: { a: { steps: [checkout] } }
workflows:
  w:
    when: << pipeline.git.tag >>
    jobs: [{ a: { filters: { tags: { only: /.*/ } } } }]
`);

    expect(jobs[0]).toMatchObject({ triggers: ['tag'] });
  });

  it('is not known where another file sets the parameters', () => {
    const { jobs } = read(
      'version: 2.1\nparameters: { api: { type: boolean, default: false } }\njobs: { a: { steps: [checkout] } }\nworkflows: { w: { when: << pipeline.parameters.api >>, jobs: [a] } }\n',
      '.circleci/continue_config.yml',
    );

    expect(jobs[0]).toMatchObject({ triggers: ['push'] });
    expect(jobs[0]).not.toHaveProperty('disabled');
  });
});

describe('steps', () => {
  it('are commands and actions, each in its line', () => {
    const found = steps(
      `      - checkout
      - run: pip install .
      - run:
          name: Tests
          command: |
            pytest
            ruff check .
          environment: { A: b }
      - slack/notify: { event: fail }
      - save_cache: { paths: [a, b] }
`,
      'orbs: { slack: circleci/slack@4.12.5 }\n',
    );

    expect(found.map(describeStep)).toEqual([
      '6 w/build: checkout',
      '7 w/build: pip install .',
      '11 w/build: pytest',
      '12 w/build: ruff check .',
      '14 w/build: circleci/slack/notify@4.12.5',
      '15 w/build: save_cache',
    ]);
    expect(found[2]?.env).toEqual({ A: 'b' });
    expect(found[5]?.with).toEqual({ paths: 'a b' });
  });

  it.each([
    ['{ command: make, when: on_fail }', { condition: 'failure()' }],
    ['{ command: make, when: always }', { condition: 'always()' }],
    ['{ command: make, background: true }', { tolerant: true }],
    ['{ command: make, working_directory: ~/project/app }', { directory: 'app' }],
    ['{ command: make eval | tee log }', { tolerant: false }],
    ['{ command: make eval | tee log, shell: /bin/sh -e }', { tolerant: true }],
  ])('have what stands beside the command: %s', (run, expected) => {
    const found = steps(`      - run: ${run}\n`);

    expect(found[0]).toMatchObject(expected);
  });

  it('in another shell have no command', () => {
    const found = steps('      - run: { command: Get-Date, shell: powershell.exe }\n');

    expect(found.map(({ command }) => command)).toEqual([undefined]);
  });

  it('come from commands of the file, with their arguments', () => {
    const found = steps(
      '      - deploy: { stage: production }\n      - deploy\n',
      `commands:
  deploy:
    parameters: { stage: { type: string, default: staging }, region: { type: string } }
    steps:
      - tell: { text: << parameters.stage >> }
      - run: make deploy STAGE=<< parameters.stage >> REGION=<< parameters.region >>
  tell:
    parameters: { text: { type: string } }
    steps: [{ run: echo << parameters.text >> }]
`,
    );

    expect(found.map(describeStep)).toEqual([
      '7 w/build: make deploy STAGE=production REGION=<<parameters.region>>',
      '7 w/build: make deploy STAGE=staging REGION=<<parameters.region>>',
      '10 w/build: echo production',
      '10 w/build: echo staging',
    ]);
  });

  it('under a condition that does not hold are none', () => {
    const found = steps(
      '      - go: { wet: true }\n',
      `commands:
  go:
    parameters: { wet: { type: boolean, default: false } }
    steps:
      - when: { condition: << parameters.wet >>, steps: [{ run: make wet }] }
      - unless: { condition: << parameters.wet >>, steps: [{ run: make dry }] }
      - when: { condition: { equal: [main, << pipeline.git.branch >>] }, steps: [{ run: make main }] }
`,
    );

    expect(found.map(({ command, branches }) => [command, branches])).toEqual([
      ['make wet', []],
      ['make main', ['main']],
    ]);
  });

  it('of commands that call each other come to an end', () => {
    const { facts } = read(
      'version: 2.1\ncommands: { a: { steps: [b, b] }, b: { steps: [a, a] } }\njobs: { build: { steps: [a] } }\nworkflows: { w: { jobs: [build] } }\n',
    );

    expect(facts).toHaveLength(1);
  });
});
