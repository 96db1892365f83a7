import { describe, expect, test } from 'vitest';
import { azurePipelines } from '../../../src/extract/azure-pipelines.ts';
import { gitlabCi } from '../../../src/extract/gitlab-ci.ts';
import { readPipeline } from '../../support/pipelines.ts';
import { jobsOf, stepsOf } from '../../support/workflows.ts';

function gitlab(text: string) {
  return readPipeline(gitlabCi, '.gitlab-ci.yml', text);
}

describe('the lines of a script', () => {
  test('are one script: a folder goes on', () => {
    const { steps } = gitlab(
      'a:\n  script:\n    - cd api\n    - make test\n    - (cd x)\n    - cd ../web && ls\n    - pwd\n',
    );

    expect(steps.map(({ command, directory }) => [command, directory])).toEqual([
      ['cd api', undefined],
      ['make test', 'api'],
      ['cd x', 'api'],
      ['cd ../web', 'api'],
      ['ls', 'web'],
      ['pwd', 'web'],
    ]);
  });

  test('are one script: an early end goes on', () => {
    const { steps } = gitlab('a:\n  script:\n    - \'[ -n "$KEY" ] || exit 0\'\n    - score\n');

    expect(steps.at(-1)).toMatchObject({ command: 'score', guard: expect.stringContaining('$KEY') });
  });

  test('keep their words', () => {
    const { steps } = gitlab('a:\n  script: [uv run poe "a b"]\n');

    expect(steps).toMatchObject([{ command: 'poe a b', words: ['uv', 'run', 'poe', 'a b'] }]);
  });

  test('are followed', () => {
    const files = { '.gitlab-ci.yml': 'a:\n  script: [cd api, make test]\n', 'api/Makefile': 'test:\n\tpytest\n' };

    expect(stepsOf(files).at(-1)).toMatchObject({ command: 'pytest', via: ['api/Makefile:2'], directory: 'api' });
  });
});

describe('a job that goes on after a failure', () => {
  test.each([
    ['stages in their order hold', '', { needsActivity: ['evaluates'], gateBreakers: [] }],
    ['when: always does not', 'when: always', { gateBreakers: ['runs even if the evaluation fails (if: always())'] }],
  ])('in GitLab: %s', (_, when, expected) => {
    const text = `stages: [test, ship]\nscore: { stage: test, script: [score-it] }\nship: { stage: ship, script: [deploy-it], ${when} }\n`;

    expect(jobsOf({ '.gitlab-ci.yml': text }).get('ship')).toMatchObject(expected);
  });

  test('in GitLab: allow_failure is no gate', () => {
    const text =
      'stages: [test, ship]\nscore: { stage: test, script: [score-it], allow_failure: true }\nship: { stage: ship, script: [deploy-it] }\n';

    expect(jobsOf({ '.gitlab-ci.yml': text }).get('ship')).toMatchObject({
      needsActivity: [],
      gateBreakers: ['the evaluation may fail without stopping it (its failure is ignored)'],
    });
  });

  test.each([
    ['succeeded()', undefined],
    ["and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))", undefined],
    ['always()', { score: 'failure' }],
    ["and(always(), eq(variables['x'], 'y'))", { score: 'failure' }],
    ['succeededOrFailed()', { score: 'failure' }],
  ])('in Azure Pipelines: %s', (condition, expected) => {
    const { jobs } = readPipeline(
      azurePipelines,
      'azure-pipelines.yml',
      `jobs:\n- job: score\n  steps: [{ script: score-it }]\n- job: ship\n  dependsOn: score\n  condition: "${condition}"\n  steps: [{ script: deploy-it }]\n`,
    );

    expect(jobs.at(-1)?.despite).toEqual(expected);
  });
});
