import { describe, expect, it } from 'vitest';
import { gitlabCi } from '../../../src/extract/gitlab-ci.ts';
import { readPipeline } from '../../support/pipelines.ts';

function job(body: string, rest = '') {
  const lines = body.split('\n').map((line) => `  ${line}`);
  return readPipeline(gitlabCi, '.gitlab-ci.yml', `${rest}job:\n  script: [make]\n${lines.join('\n')}\n`).jobs[0];
}

function rules(...list: readonly string[]) {
  return ['rules:', ...list.map((rule) => `  - ${rule}`)].join('\n');
}

describe('rules', () => {
  it.each([
    ['$CI_PIPELINE_SOURCE == "merge_request_event"', ['pull_request'], []],
    ['$CI_MERGE_REQUEST_IID', ['pull_request'], []],
    ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH', ['push'], ['$CI_DEFAULT_BRANCH']],
    ['$CI_COMMIT_BRANCH == "main"', ['push'], ['main']],
    ['"main" == $CI_COMMIT_BRANCH', ['push'], ['main']],
    ['$CI_COMMIT_REF_NAME == "main" || $CI_COMMIT_REF_NAME == "dev"', ['push', 'pull_request'], ['main', 'dev']],
    ['$CI_COMMIT_BRANCH == "main" && $CI_PIPELINE_SOURCE == "push"', ['push'], ['main']],
    ['$CI_COMMIT_BRANCH =~ /^release/', ['push'], ['/^release/']],
    ['$CI_COMMIT_BRANCH != "main"', ['push', 'tag', 'pull_request'], ['!main']],
    ['$CI_COMMIT_TAG', ['tag'], []],
    ['$CI_COMMIT_TAG =~ /^v\\d+/', ['tag'], []],
    ['$CI_PIPELINE_SOURCE == "schedule"', ['schedule'], []],
    ['$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == "dev"', ['schedule'], []],
    ['$CI_PIPELINE_SOURCE == "parent_pipeline"', ['workflow_call'], []],
    ['$CI_PIPELINE_SOURCE =~ /^(trigger|api)$/', ['repository_dispatch'], []],
    ['$DEPLOY == "yes"', ['push', 'tag', 'pull_request'], []],
    ['!(broken', ['push', 'tag', 'pull_request'], []],
  ])('if %s: %j on %j', (condition, triggers, branches) => {
    const fact = job(rules(`if: ${JSON.stringify(condition)}`));

    expect([fact?.triggers, fact?.branches]).toEqual([triggers, branches]);
  });

  it.each([
    ['the first that holds decides', ['if: $CI_COMMIT_TAG\n    when: never', 'when: always'], ['push', 'pull_request']],
    ['none holds', ['if: $CI_COMMIT_TAG\n    when: never', 'if: $CI_COMMIT_TAG'], []],
    ['a rule that looks at files may not hold', ['changes: [docs/**]\n    when: never', 'if: $CI_COMMIT_TAG'], ['tag']],
  ])('%s', (_, list, triggers) => {
    const fact = job(rules(...list));

    expect(fact?.disabled === undefined ? fact?.triggers : []).toEqual(triggers);
  });

  it('that never hold switch a job off', () => {
    const fact = job(rules('when: never'));

    expect(fact?.disabled).toBe('its rules never let it run');
  });

  it('that wait for a person in every case make a job manual', () => {
    const all = job(rules('if: $CI_COMMIT_BRANCH == "main"\n    when: manual'));
    const some = job(rules('if: $CI_COMMIT_BRANCH == "main"\n    when: manual', 'if: $CI_COMMIT_TAG'));

    expect([all?.manual, some?.manual]).toEqual([true, false]);
  });

  it('give the paths that all of them ask for', () => {
    const always = job(rules('changes: [prompts/**/*]', 'when: on_success'));
    const some = job(rules('changes: { paths: [prompts/**/*, app/**] }'));

    expect([always?.paths, some?.paths]).toEqual([[], ['prompts/**/*', 'app/**']]);
  });

  it('come from references too', () => {
    const { jobs } = readPipeline(
      gitlabCi,
      '.gitlab-ci.yml',
      '.main:\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\njob:\n  script: [make]\n  rules:\n    - !reference [.main, rules]\n',
    );

    expect(jobs[0]?.branches).toEqual(['main']);
  });
});

describe('conditions', () => {
  it.each([
    ['when: on_failure', 'failure()'],
    ['when: always', 'always()'],
    ['when: delayed', undefined],
    [rules('if: $CI_COMMIT_TAG\n    when: on_failure'), '(failure()) && ($CI_COMMIT_TAG)'],
    [rules('if: $CI_COMMIT_TAG', 'if: $A'), '$CI_COMMIT_TAG || $A'],
  ])('%s is %s', (body, expected) => {
    const fact = job(body);

    expect(fact?.condition).toBe(expected);
  });
});

describe('only and except', () => {
  it.each([
    ['tags: [x]', ['push', 'tag'], []],
    ['only: [main]', ['push'], ['main']],
    ['only: [main@acme/answers]', ['push'], ['main']],
    ['only: [merge_requests]', ['pull_request'], []],
    ['only: [schedules, web]', ['schedule', 'workflow_dispatch'], []],
    ['only: { refs: [tags] }', ['tag'], []],
    ['only: [/^release/]', ['push', 'tag'], ['/^release/']],
    ['only: [/^v\\d/]\nexcept: [branches]', ['tag'], []],
    ['except: [main, tags]', ['push'], ['!main']],
    ['only: [main, dev]\nexcept: [dev]', ['push'], ['main']],
  ])('%s: %j on %j', (body, triggers, branches) => {
    const fact = job(body);

    expect([fact?.triggers, fact?.branches]).toEqual([triggers, branches]);
  });

  it('have paths', () => {
    const fact = job('only: { changes: [app/**] }');

    expect(fact?.paths).toEqual(['app/**']);
  });
});

describe('rules of the whole pipeline', () => {
  const workflow =
    'workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n    - if: $CI_COMMIT_BRANCH == "main"\n';

  it.each([
    ['a job without any has theirs', 'tags: [x]', ['push', 'pull_request'], ['main']],
    ['a job has what both let pass', rules('if: $CI_COMMIT_BRANCH'), ['push'], ['main']],
    ['only is no more than they let pass', 'only: [branches]', ['push'], ['main']],
  ])('%s', (_, body, triggers, branches) => {
    const fact = job(body, workflow);

    expect([fact?.triggers, fact?.branches]).toEqual([triggers, branches]);
  });
});
