import { describe, expect, it } from 'vitest';
import { azurePipelines } from '../../../src/extract/azure-pipelines.ts';
import { readPipeline } from '../../support/pipelines.ts';

function job(head: string, condition?: string, path = 'azure-pipelines.yml') {
  const own = condition === undefined ? '' : `  condition: ${condition}\n`;
  return readPipeline(azurePipelines, path, `${head}\njobs:\n- job: a\n${own}  steps: [{ script: make }]\n`).jobs[0];
}

describe('what starts a pipeline', () => {
  it.each([
    ['pool: x', ['push'], []],
    ['trigger: none', ['workflow_dispatch'], []],
    ['trigger: [main, releases/*]', ['push'], ['main', 'releases/*']],
    ['trigger: { branches: { include: [main], exclude: [dev/*] } }', ['push'], ['main', '!dev/*']],
    ['trigger: { tags: { include: [v*] } }', ['tag'], []],
    ['trigger: { branches: { include: [main] }, tags: { include: [v*] } }', ['push', 'tag'], ['main']],
    ['trigger: none\npr: [main]', ['pull_request'], []],
    ['pr: none', ['push'], []],
    ['trigger: none\nschedules: [{ cron: "0 3 * * *", branches: { include: [main] } }]', ['schedule'], []],
    ['trigger: none\nresources: { pipelines: [{ pipeline: ci, source: CI, trigger: true }] }', ['workflow_run'], []],
    ['trigger: none\nresources: { pipelines: [{ pipeline: ci, source: CI }] }', ['workflow_dispatch'], []],
    ['trigger: none\nresources: { webhooks: [{ webhook: a, connection: b }] }', ['repository_dispatch'], []],
    ['parameters: [{ name: a }]', ['workflow_call'], []],
    ['parameters: [{ name: a }]\ntrigger: [main]', ['push'], ['main']],
  ])('%s: %j on %j', (head, triggers, branches) => {
    const fact = job(head);

    expect([fact?.triggers, fact?.branches]).toEqual([triggers, branches]);
  });

  it('is another file where the name says that it is a template', () => {
    const fact = job('', undefined, '.azuredevops/templates/build.yml');

    expect(fact?.triggers).toEqual(['workflow_call']);
  });

  it('is a person where nothing else does', () => {
    const [byHand, byPush] = [job('trigger: none'), job('trigger: [main]')];

    expect([byHand?.manual, byPush?.manual]).toEqual([true, false]);
  });

  it('is a person where the stage waits for one', () => {
    const { jobs } = readPipeline(
      azurePipelines,
      'azure-pipelines.yml',
      'stages:\n- stage: Production\n  trigger: manual\n  jobs: [{ job: a, steps: [{ script: make }] }]\n',
    );

    expect(jobs[0]).toMatchObject({ manual: true, triggers: ['push'] });
  });
});

describe('conditions', () => {
  const both = 'trigger: [main, dev]\npr: [main]';

  it.each([
    [both, "eq(variables['Build.SourceBranch'], 'refs/heads/main')", ['push'], ['main']],
    [both, "eq(variables['Build.SourceBranchName'], 'main')", ['push'], ['main']],
    [both, "and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'))", ['push'], ['main', 'dev']],
    [both, "eq(variables['Build.Reason'], 'PullRequest')", ['pull_request'], []],
    [both, "in(variables['Build.Reason'], 'IndividualCI', 'BatchedCI')", ['push'], ['main', 'dev']],
    [
      both,
      "or(eq(variables.A, 'x'), eq(variables['Build.Reason'], 'PullRequest'))",
      ['push', 'pull_request'],
      ['main', 'dev'],
    ],
    [both, "not(eq(variables['Build.SourceBranch'], 'refs/heads/dev'))", ['push', 'pull_request'], ['main']],
    [both, "eq(variables['DEPLOY'], 'true')", ['push', 'pull_request'], ['main', 'dev']],
    ['pool: x', "startsWith(variables['Build.SourceBranch'], 'refs/heads/release/')", ['push'], ['release/*']],
    ['pool: x', "ne(variables['Build.SourceBranch'], 'refs/heads/main')", ['push'], ['!main']],
    ['pool: x', "startsWith(variables['Build.SourceBranch'], 'refs/tags/')", ['workflow_dispatch'], []],
    ['trigger: [main]', "eq(variables['Build.SourceBranch'], 'refs/heads/dev')", ['workflow_dispatch'], []],
    ['trigger: [main]', 'nonsense((', ['push'], ['main']],
  ])('%s with %s: %j on %j', (head, condition, triggers, branches) => {
    const fact = job(head, condition);

    expect([fact?.triggers, fact?.branches, fact?.disabled]).toEqual([triggers, branches, undefined]);
  });

  it.each(['false', 'and(succeeded(), false)'])('that are never true switch a job off: %s', (condition) => {
    const fact = job('trigger: [main]', condition);

    expect(fact?.disabled).toBe(`condition: ${condition}`);
  });

  it.each([
    ['succeeded()', 'success()'],
    ["and(succeeded('build'), failed())", "and(success('build'), failure())"],
    ["eq(variables.A, 'x')", "always() && eq(variables.A, 'x')"],
    ['not(canceled())', 'not(cancelled())'],
  ])('that ask nothing of earlier jobs let a job run whatever they did: %s', (condition, expected) => {
    const fact = job('trigger: [main]', condition);

    expect(fact?.condition).toBe(expected);
  });
});
