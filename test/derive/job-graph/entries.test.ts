import { describe, expect, test } from 'vitest';
import { jobsOf, workflow } from '../../support/workflows.ts';

const gated =
  'score: { runs-on: x, steps: [{ run: score-it }] }\nship: { needs: score, environment: production, runs-on: x, steps: [{ run: deploy-it }] }';

function othersOf(other: string, on = 'workflow_dispatch') {
  const jobs = jobsOf({
    '.github/workflows/main.yml': workflow(gated),
    '.github/workflows/other.yml': workflow(other, on),
  });
  return jobs.get('ship')?.alsoDeployedBy;
}

describe('who else deploys what a gate protects', () => {
  test.each([
    [
      'a job by hand',
      'hand: { environment: production, runs-on: x, steps: [{ run: deploy-it }] }',
      ['.github/workflows/other.yml:3'],
    ],
    [
      'a job without an environment',
      'hand: { runs-on: x, steps: [{ run: deploy-it }] }',
      ['.github/workflows/other.yml:3'],
    ],
    ['not one that deploys elsewhere', 'hand: { environment: staging, runs-on: x, steps: [{ run: deploy-it }] }', []],
    [
      'not one with the same gate',
      `s: { runs-on: x, steps: [{ run: score-it }] }\nhand: { needs: s, environment: production, runs-on: x, steps: [{ run: deploy-it }] }`,
      [],
    ],
    [
      'one whose gate is broken',
      `s: { runs-on: x, steps: [{ run: score-it }] }\nhand: { if: always(), needs: s, environment: production, runs-on: x, steps: [{ run: deploy-it }] }`,
      ['.github/workflows/other.yml:4'],
    ],
    [
      'not one that goes back',
      'back: { environment: production, runs-on: x, steps: [{ run: return-it }, { run: deploy-it }] }',
      [],
    ],
    [
      'not one that a person tells which version to bring back',
      'back: { environment: production, runs-on: x, steps: [{ run: "deploy-it --tag ${{ inputs.image_tag }}" }] }',
      [],
    ],
    [
      'one that a person tells where to',
      'hand: { environment: production, runs-on: x, steps: [{ run: "deploy-it --region ${{ inputs.region }}" }] }',
      ['.github/workflows/other.yml:3'],
    ],
    [
      'not one that is switched off',
      'off: { if: false, environment: production, runs-on: x, steps: [{ run: deploy-it }] }',
      [],
    ],
  ])('%s', (_, other, expected) => {
    expect(othersOf(other)).toEqual(expected);
  });

  test('a stage on the way to it is none', () => {
    const jobs = jobsOf({
      '.github/workflows/main.yml': workflow(
        'first: { runs-on: x, steps: [{ run: deploy-it }] }\nask: { needs: first, runs-on: x, steps: [{ run: ask-it }] }\nship: { needs: ask, runs-on: x, steps: [{ run: deploy-it }] }',
      ),
    });

    expect(jobs.get('ship')).toMatchObject({ needsActivity: ['approves', 'deploys'], alsoDeployedBy: [] });
  });

  test('a deploy that nothing holds up has no others', () => {
    const jobs = jobsOf({
      '.github/workflows/a.yml': workflow('ship: { runs-on: x, steps: [{ run: deploy-it }] }'),
      '.github/workflows/b.yml': workflow('hand: { runs-on: x, steps: [{ run: deploy-it }] }'),
    });

    expect(jobs.get('ship')?.alsoDeployedBy).toEqual([]);
  });

  test.each([
    ['an input in a command', 'run: "deploy-it ${{ inputs.revision }}"'],
    ['an input in a variable', 'run: deploy-it, env: { REVISION: "${{ inputs.revision }}" }'],
  ])('a person who brings back a version goes past no gate: %s', (_, step) => {
    const jobs = jobsOf({
      '.github/workflows/a.yml': workflow('ship: { runs-on: x, steps: [{ run: ask-it }, { run: deploy-it }] }'),
      '.github/workflows/b.yml': workflow(`back: { runs-on: x, steps: [{ ${step} }] }`, 'workflow_dispatch'),
    });

    expect(jobs.get('ship')?.alsoDeployedBy).toEqual([]);
  });

  test('an approval is a gate too', () => {
    const jobs = jobsOf({
      '.github/workflows/a.yml': workflow('ship: { runs-on: x, steps: [{ run: ask-it }, { run: deploy-it }] }'),
      '.github/workflows/b.yml': workflow('hand: { runs-on: x, steps: [{ run: deploy-it }] }'),
    });

    expect(jobs.get('ship')?.alsoDeployedBy).toEqual(['.github/workflows/b.yml:3']);
  });

  test('jobs about other folders deploy something else', () => {
    const on = (folder: string) => `{ push: { paths: ["${folder}/**"] } }`;
    const jobs = jobsOf({
      '.github/workflows/a.yml': workflow(gated, on('a')),
      '.github/workflows/b.yml': workflow(
        'hand: { environment: production, runs-on: x, steps: [{ run: deploy-it }] }',
        on('b'),
      ),
    });

    expect(jobs.get('ship')?.alsoDeployedBy).toEqual([]);
  });
});
