import { describe, expect, it } from 'vitest';
import { gitlabCi } from '../../src/extract/gitlab-ci.ts';
import { repoPath } from '../../src/model/location.ts';
import { derivedDefaults } from '../support/facts.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string, path = '.gitlab-ci.yml') {
  return readPipeline(gitlabCi, path, text);
}

describe('claims', () => {
  it.each([
    ['.gitlab-ci.yml', true],
    ['service/.gitlab-ci.yml', true],
    ['ci/deploy.gitlab-ci.yaml', true],
    ['.gitlab/ci/test.yml', true],
    ['ci/build.yml', true],
    ['.gitlab/agents/prod/config.yaml', false],
    ['.github/workflows/ci.yml', false],
    ['docs/gitlab-ci.md', false],
  ])('%s: %s', (path, expected) => {
    const claimed = gitlabCi.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('a job', () => {
  it('carries all that the file says of it', () => {
    const { jobs, diagnostics } = read(`variables:
  REGION: eu-west-1
  API_TOKEN: abc
deploy:
  stage: deploy
  image: { name: registry.acme.example/tools:1, entrypoint: [""] }
  services: [postgres:16]
  variables: { TAG: $CI_COMMIT_SHA }
  environment: { name: production, url: https://acme.example }
  script: [helm upgrade answers ./chart]
  rules:
    - if: $CI_COMMIT_BRANCH == "main"
      changes: [app/**/*]
`);

    expect(diagnostics).toEqual([]);
    expect(jobs).toEqual([
      {
        kind: 'job',
        at: { path: '.gitlab-ci.yml', line: 4 },
        role: 'product',
        provider: 'gitlab-ci',
        job: 'deploy',
        triggers: ['push'],
        branches: ['main'],
        paths: ['app/**/*'],
        needs: [],
        environment: 'production',
        condition: '$CI_COMMIT_BRANCH == "main"',
        tolerant: false,
        manual: false,
        ...derivedDefaults,
        with: { image: 'registry.acme.example/tools:1', services: 'postgres:16' },
      },
    ]);
  });

  it('gives its steps the variables in sight, without those that are secret', () => {
    const { steps } =
      read(`variables: { REGION: eu-west-1, API_TOKEN: abc, MODEL: { value: small, description: which } }
test: { variables: { REGION: us-east-1 }, script: [pytest] }
`);

    expect(steps[0]?.env).toEqual({ REGION: 'us-east-1', API_TOKEN: '(hidden)', MODEL: 'small' });
  });

  it.each([
    ['a name', 'environment: production', 'production'],
    ['a mapping', 'environment: { name: review/$CI_COMMIT_REF_SLUG }', 'review/$CI_COMMIT_REF_SLUG'],
    ['one that starts', 'environment: { name: production, action: start }', 'production'],
    ['one that is stopped', 'environment: { name: production, action: stop }', undefined],
    ['one that is looked at', 'environment: { name: production, action: access }', undefined],
    ['nothing', 'tags: [linux]', undefined],
  ])('has as its environment %s', (_, line, expected) => {
    const { jobs } = read(`deploy:\n  ${line}\n  script: [make deploy]\n`);

    expect(jobs[0]?.environment).toBe(expected);
  });

  it.each([
    ['true', true],
    ['false', false],
    ['{ exit_codes: 1 }', true],
    ['{ exit_codes: [1, 137] }', true],
    ['{ exit_codes: 137 }', false],
  ])('is tolerant with allow_failure: %s: %s', (value, expected) => {
    const { jobs, steps } = read(`evaluate:\n  allow_failure: ${value}\n  script: [promptfoo eval]\n`);

    expect([jobs[0]?.tolerant, steps[0]?.tolerant]).toEqual([expected, expected]);
  });

  it('is none if its name begins with a dot, or is a word of GitLab', () => {
    const { jobs } = read(
      '.template: { script: [make] }\ndefault: { image: alpine }\nworkflow: {}\npages: { script: [make] }\n',
    );

    expect(jobs.map(({ job }) => job)).toEqual(['pages']);
  });
});

describe('what calls another pipeline', () => {
  it.each([
    ['trigger: group/infra', 'group/infra'],
    ['trigger: { project: group/infra, branch: main }', 'group/infra@main'],
    ['trigger: { include: ci/child.yml }', './ci/child.yml'],
    ['trigger: { include: [{ local: /ci/child.yml }] }', './ci/child.yml'],
    ['trigger: { include: [{ project: group/ci, file: /deploy.yml, ref: v2 }] }', 'group/ci/deploy.yml@v2'],
    ['trigger: { include: [{ artifact: made.yml, job: make }] }', 'artifact:made.yml'],
  ])('a job with %s uses %s', (line, uses) => {
    const { jobs } = read(`deploy:\n  ${line}\n`);

    expect(jobs[0]).toMatchObject({ job: 'deploy', uses });
  });

  it('includes are jobs of their own, each in its line', () => {
    const { jobs } = read(`include:
  - ci/test.yml
  - local: /ci/build.yml
  - project: group/ci
    ref: v3
    file: [/deploy.yml, /scan.yml]
  - template: Auto-DevOps.gitlab-ci.yml
  - component: $CI_SERVER_FQDN/group/scan@1.0
    inputs: { stage: test }
  - remote: https://ci.acme.example/lint.yml
`);

    expect(jobs.map(({ at, job, uses }) => [at.line, job, uses])).toEqual([
      [2, 'include', './ci/test.yml'],
      [3, 'include', './ci/build.yml'],
      [4, 'include', 'group/ci/deploy.yml@v3'],
      [4, 'include', 'group/ci/scan.yml@v3'],
      [7, 'include', 'template:Auto-DevOps.gitlab-ci.yml'],
      [8, 'include', 'component:$CI_SERVER_FQDN/group/scan@1.0'],
      [10, 'include', 'https://ci.acme.example/lint.yml'],
    ]);
    expect(jobs[5]?.with).toEqual({ stage: 'test' });
  });

  it('a job that extends a template of another file uses it', () => {
    const { jobs } = read('deploy: { extends: [.deploy, .known] }\n.known: { script: [make] }\n');

    expect(jobs[0]?.uses).toBe('extends:.deploy');
  });
});

describe('steps', () => {
  it('stand in their lines, however they are written', () => {
    const { steps } = read(`test:
  script:
    - pip install -r requirements.txt
    - |
      # the suite
      pytest tests &&
        ruff check .
    - >
      docker build
      -t answers .
    - "echo 'done'"
    - [make a, make b]
`);

    expect(steps.map(describeStep)).toEqual([
      '3 test: pip install -r requirements.txt',
      '6 test: pytest tests',
      '7 test: ruff check .',
      '9 test: docker build -t answers .',
      '11 test: echo done',
      '12 test: make a',
      '12 test: make b',
    ]);
  });

  it('begin with before_script of the job, or else of the file', () => {
    const { steps } = read(`default: { before_script: [make setup] }
a: { script: [make a] }
b: { before_script: [make own], script: [make b] }
c: { inherit: { default: false }, script: [make c] }
`);

    expect(steps.map(describeStep)).toEqual([
      '1 a: make setup',
      '2 a: make a',
      '3 b: make own',
      '3 b: make b',
      '4 c: make c',
    ]);
  });

  it('of after_script fail nothing and run always', () => {
    const { steps } = read('a: { script: [make a], after_script: [make clean] }\n');

    expect(steps[1]).toMatchObject({ command: 'make clean', tolerant: true, condition: 'always()' });
  });

  it.each([
    ['[make eval || true]', [true, false]],
    ['[make eval | tee log]', [false, false]],
    ['["set +e", make eval, make report]', [false, true, false]],
  ])('are tolerant as the shell is: %s', (script, expected) => {
    const { steps } = read(`a: { script: ${script} }\n`);

    expect(steps.map(({ tolerant }) => tolerant)).toEqual(expected);
  });

  it('come from templates, anchors and references of the file', () => {
    const { steps } = read(`.login: &login
  - az login
.setup:
  script:
    - make setup
.deploy:
  before_script: *login
  script: [make deploy]
staging:
  extends: .deploy
production:
  extends: .deploy
  script:
    - !reference [.setup, script]
    - make production
`);

    expect(steps.map(describeStep)).toEqual([
      '2 staging: az login',
      '2 production: az login',
      '5 production: make setup',
      '8 staging: make deploy',
      '15 production: make production',
    ]);
  });

  it('of a template keep what the job does not say otherwise', () => {
    const { steps, jobs } = read(`.base: { variables: { A: "1", B: "2" }, environment: staging }
.more: { extends: .base, image: alpine }
deploy:
  extends: .more
  variables: { B: "3" }
  script: [make deploy]
`);

    expect(steps[0]?.env).toEqual({ A: '1', B: '3' });
    expect(jobs[0]).toMatchObject({ environment: 'staging', with: { image: 'alpine' } });
  });
});

describe('order', () => {
  it('is that of the stages', () => {
    const { jobs } = read(`stages: [test, evaluate, deploy]
ship: { stage: deploy, script: [make] }
lint: { script: [make] }
unit: { stage: test, script: [make] }
score: { stage: evaluate, script: [make] }
first: { stage: .pre, script: [make] }
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'ship < first, lint, unit, score',
      'lint < first',
      'unit < first',
      'score < first, lint, unit',
      'first',
    ]);
  });

  it('is what needs say, where a job has them', () => {
    const { jobs } = read(`build: { stage: build, script: [make] }
lint: { needs: [], script: [make] }
unit: { needs: [{ job: build, artifacts: true }], script: [make] }
ship: { stage: deploy, needs: [unit, { pipeline: $UP, job: x }, { project: a/b, job: y, ref: main }], script: [make] }
`);

    expect(jobs.map(describeNeeds)).toEqual(['build', 'lint', 'unit < build', 'ship < unit']);
  });

  it('leaves out a job that a person may start or not', () => {
    const { jobs } = read(`stages: [a, b, c]
may: { stage: a, when: manual, script: [make] }
must: { stage: b, when: manual, allow_failure: false, script: [make] }
also: { stage: b, rules: [{ when: manual }], script: [make] }
ship: { stage: c, script: [make] }
`);

    expect(jobs.map(describeNeeds)).toEqual(['may', 'must', 'also', 'ship < must, also']);
    expect(jobs.map(({ manual }) => manual)).toEqual([true, true, true, false]);
  });
});

describe('files that are not read', () => {
  it('are told of if they are no YAML', () => {
    const { facts, diagnostics } = read('test:\n  script: [make\n');

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', at: { path: '.gitlab-ci.yml' } }]);
  });

  it('are told of if their aliases stand for too much', () => {
    const lists = Array.from(
      { length: 20 },
      (_, index) => `.l${index + 1}: &l${index + 1} [${'*l0, '.replace('0', String(index)).repeat(4)}]`,
    );

    const { facts, diagnostics } = read(`.l0: &l0 [make]\n${lists.join('\n')}\njob: { script: *l20 }\n`);

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed', message: expect.stringContaining('aliases') }]);
  });

  it('say nothing if they are for something else', () => {
    const { facts, diagnostics } = read('services:\n  db: { image: postgres, command: "run: x" }\n', 'ci/compose.yml');

    expect([facts, diagnostics]).toEqual([[], []]);
  });

  it('are not expanded without end by references to references', () => {
    const fans = Array.from(
      { length: 12 },
      (_, index) => `.r${index}:\n  script:\n${`    - !reference [.r${index + 1}, script]\n`.repeat(10)}`,
    );

    const { jobs } = read(`${fans.join('')}job:\n  script:\n    - !reference [.r0, script]\n`);

    expect(jobs).toHaveLength(1);
  });
});
