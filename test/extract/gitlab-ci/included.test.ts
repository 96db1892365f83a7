import { describe, expect, test } from 'vitest';
import { gatherIncluded, includedFileLimit } from '../../../src/extract/gitlab-ci/included.ts';
import type { JobFact } from '../../../src/model/fact.ts';
import { exampleFacts } from '../../support/rules.ts';
import { sourceFile } from '../../support/tools.ts';

function jobsOf(files: Readonly<Record<string, string>>): readonly JobFact[] {
  return exampleFacts(files, []).filter((fact): fact is JobFact => fact.kind === 'job');
}

function describeJob({ at, job, via = [], needs }: JobFact): string {
  return [`${at.path}:${at.line} ${job}`, ...via, ...needs.map((need) => `< ${need}`)].join(' ');
}

describe('a file that a pipeline includes', () => {
  test('gives it jobs at the line that includes it, which wait for one another', () => {
    const jobs = jobsOf({
      '.gitlab-ci.yml': 'stages: [a, b]\ninclude: /ci/jobs.yml\nship:\n  stage: b\n  script: make ship\n',
      'ci/jobs.yml': '# checks\ntest:\n  stage: a\n  script: make test\n',
    });

    expect(jobs.map(describeJob)).toEqual(['.gitlab-ci.yml:2 test ci/jobs.yml:2', '.gitlab-ci.yml:3 ship < test']);
  });

  test('is overruled, and may include others itself', () => {
    const jobs = jobsOf({
      '.gitlab-ci.yml': 'include: [{ local: ci/a.yml }]\ntest:\n  tags: [big]\n',
      'ci/a.yml': 'include: ci/b.yml\ntest:\n  script: make a\n  environment: dev\n',
      'ci/b.yml': 'test:\n  script: make b\n  environment: prod\nmore:\n  script: make more\n',
    });

    expect(jobs.map(({ job, environment }) => [job, environment])).toEqual([
      ['more', undefined],
      ['test', 'dev'],
    ]);
  });

  test('may be one of many, and take inputs', () => {
    const jobs = jobsOf({
      '.gitlab-ci.yml': 'include:\n  - local: ci/*.yml\n    inputs: { stage: production }\n',
      'ci/a.yml':
        'spec:\n  inputs:\n    stage: { default: dev }\n    name: { default: roll }\n---\n$[[ inputs.name ]]:\n  environment: $[[ inputs.stage ]]\n  script: make\n',
      'ci/b.yml': 'b:\n  script: make b\n',
    });

    expect(jobs.map(({ job, environment }) => [job, environment])).toEqual([
      ['roll', 'production'],
      ['b', undefined],
    ]);
  });

  test.each([
    ['under a condition', '- local: ci/a.yml\n    rules: [{ if: $DEPLOY }]'],
    ['that is broken', '- local: ci/broken.yml'],
    ['that is not there', '- local: ci/none.yml'],
  ])('%s is told as a call', (_, item) => {
    const jobs = jobsOf({
      '.gitlab-ci.yml': `include:\n  ${item}\n`,
      'ci/a.yml': 'a:\n  script: make\n',
      'ci/broken.yml': 'a: [\n',
    });

    expect(jobs.map(({ job }) => job)).toContain('include');
  });

  test('that includes its includer ends', () => {
    const jobs = jobsOf({
      '.gitlab-ci.yml': 'include: ci/a.yml\n',
      'ci/a.yml': 'include: .gitlab-ci.yml\na:\n  script: make\n',
    });

    expect(jobs.map(({ job }) => job)).toContain('a');
  });

  test.each([
    [includedFileLimit, includedFileLimit],
    [includedFileLimit + 1, includedFileLimit],
  ])('is one of %s: %s are read', (count, read) => {
    const parts = Array.from({ length: count }, (_, at) => sourceFile(`ci/${at}.yml`, `a${at}:\n  script: make\n`));

    const included = gatherIncluded([sourceFile('.gitlab-ci.yml', 'include: ci/*.yml\n'), ...parts]);

    expect([...included.values()].flat()).toHaveLength(read);
  });
});
