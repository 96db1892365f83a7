import { describe, expect, test } from 'vitest';
import { jobsOf, workflow } from '../../support/workflows.ts';

const deploy = 'runs-on: x, steps: [{ run: deploy-it }]';

describe('the class of the environment that a job reaches', () => {
  test.each([
    ['by its environment', `a: { environment: production, runs-on: x, steps: [] }`, 'production'],
    [
      'by its environment before all else',
      `a: { environment: staging, env: { STAGE: prod }, ${deploy} }`,
      'nonproduction',
    ],
    ['by a variable, if it deploys', `a: { env: { DEPLOY_ENV: prod }, ${deploy} }`, 'production'],
    ['not by a variable of tests', `a: { env: { ENVIRONMENT: test }, runs-on: x, steps: [{ run: pytest }] }`, 'none'],
    ['not by the mode of a build', `a: { env: { NODE_ENV: production }, ${deploy} }`, 'none'],
    ['by an option', `a: { runs-on: x, steps: [{ run: deploy-it --env preprod }] }`, 'nonproduction'],
    [
      'by the list of its hosts',
      `a: { runs-on: x, steps: [{ run: deploy-it -i inventories/preprod site.yml }] }`,
      'nonproduction',
    ],
    ['not by a key', `a: { runs-on: x, steps: [{ run: deploy-it -i keys/preprod.pem site.yml }] }`, 'none'],
    [
      'by what it hands to another repository',
      `a: { uses: o/r/.github/workflows/x.yml@v1, with: { environment: prod } }`,
      'production',
    ],
    ['by its own name at last', `deploy-prod: { ${deploy} }`, 'production'],
    ['by its own name in camel case', `DeployDev: { ${deploy} }`, 'nonproduction'],
    ['not by the name of what only tests', `integration: { runs-on: x, steps: [{ run: pytest }] }`, 'none'],
    ['by none that is chosen while it runs', `a: { environment: "\${{ inputs.env }}", ${deploy} }`, 'none'],
  ])('%s', (_, text, expected) => {
    const [job] = jobsOf({ '.github/workflows/a.yml': workflow(text) }).values();

    expect(job?.environmentClass).toBe(expected);
  });

  test('comes from what a caller gives', () => {
    const jobs = jobsOf({
      '.github/workflows/a.yml': workflow(
        'pre: { uses: ./.github/workflows/b.yml, with: { environment: preprod } }\nprod: { needs: pre, uses: ./.github/workflows/b.yml, with: { environment: prod } }',
      ),
      '.github/workflows/b.yml': workflow(
        `ship: { ${deploy} }`,
        '{ workflow_call: { inputs: { environment: { type: string } } } }',
      ),
    });

    expect(jobs.get('pre / ship')).toMatchObject({ environmentClass: 'nonproduction', needsEnvironment: [] });
    expect(jobs.get('prod / ship')).toMatchObject({
      environmentClass: 'production',
      needsEnvironment: ['nonproduction'],
    });
  });
});
