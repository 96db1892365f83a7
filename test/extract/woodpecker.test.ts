import { describe, expect, it } from 'vitest';
import { drone, woodpecker } from '../../src/extract/woodpecker.ts';
import { repoPath } from '../../src/model/location.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string) {
  return readPipeline(woodpecker, '.woodpecker/ci.yml', text);
}

describe('claims', () => {
  it.each([
    ['.woodpecker.yml', true, false],
    ['.woodpecker/deploy.yaml', true, false],
    ['.drone.yml', false, true],
    ['drone.yml', false, false],
  ])('%s: %s and %s', (path, first, second) => {
    const claimed = [woodpecker.claims(repoPath(path)), drone.claims(repoPath(path))];

    expect(claimed).toEqual([first, second]);
  });
});

describe('steps', () => {
  it('are jobs with commands or a plugin', () => {
    const { jobs, steps } = read(`when: { event: push, branch: main }
steps:
  - name: test
    image: python:3.12
    commands:
      - pytest
    failure: ignore
  - name: ship
    image: plugins/ecs
    settings: { cluster: prod }
    environment: { STAGE: prod }
`);

    expect(jobs.map(describeNeeds)).toEqual(['test', 'ship < test']);
    expect(jobs[0]).toMatchObject({ provider: 'woodpecker', triggers: ['push'], branches: ['main'], tolerant: true });
    expect(steps.map(describeStep)).toEqual(['6 test: pytest', '9 ship: plugins/ecs']);
    expect(steps[1]).toMatchObject({ with: { cluster: 'prod' }, env: { STAGE: 'prod' } });
  });

  it('may be a map, and wait for what they name', () => {
    const { jobs } = read(
      'steps:\n  a: { image: x, commands: [make] }\n  b: { image: x, commands: [make], depends_on: [] }\n',
    );

    expect(jobs.map(describeNeeds)).toEqual(['a', 'b']);
  });

  it.each([
    ['{}', ['push', 'pull_request'], [], undefined],
    ['{ event: [tag, cron] }', ['tag', 'schedule'], [], undefined],
    ['{ branch: { exclude: [dev] } }', ['push', 'pull_request'], ['!dev'], undefined],
    ['[{ event: push, branch: main }, { event: manual }]', ['push', 'workflow_dispatch'], ['main'], undefined],
    ['{ status: [failure] }', ['push', 'pull_request'], [], 'failure()'],
    ['{ status: [success, failure] }', ['push', 'pull_request'], [], 'always()'],
  ])('with when: %s: %j on %j', (when, triggers, branches, condition) => {
    const { jobs } = read(`steps: [{ name: a, image: x, commands: [make], when: ${when} }]\n`);

    expect([jobs[0]?.triggers, jobs[0]?.branches, jobs[0]?.condition]).toEqual([triggers, branches, condition]);
  });
});

describe('several pipelines in a file', () => {
  it('have steps of their own', () => {
    const { jobs } = readPipeline(
      drone,
      '.drone.yml',
      'kind: pipeline\nname: ci\nsteps: [{ name: test, image: x, commands: [make] }]\n---\nkind: pipeline\nname: cd\ntrigger: { event: [promote] }\nsteps: [{ name: ship, image: x, commands: [make ship] }]\n---\nkind: secret\nname: token\n',
    );

    expect(jobs.map(({ job, provider, triggers }) => [job, provider, triggers])).toEqual([
      ['ci/test', 'drone', ['push', 'pull_request']],
      ['cd/ship', 'drone', ['deployment']],
    ]);
  });
});
