import { describe, expect, test } from 'vitest';
import { type Files, statusesOf } from './support/situations.ts';

const head = 'on: { push: { branches: [main] } }\njobs:\n';
const key = 'env: { OPENAI_API_KEY: "${{ secrets.OPENAI_API_KEY }}" }';
const promptfoo = 'npx promptfoo eval -c evals/promptfooconfig.yaml';

/** A job of GitHub Actions with one command; `extra` are keys of the job, `more` those of the step. */
function job(id: string, command: string, extra = '', more = ''): string {
  const lines = [`  ${id}:`, '    runs-on: ubuntu-latest', ...(extra === '' ? [] : [`    ${extra}`])];
  return `${[...lines, '    steps:', `      - run: ${command}`, ...(more === '' ? [] : [`        ${more}`])].join('\n')}\n`;
}

const evaluate = job('evaluate', promptfoo, '', key);
const ship = 'gcloud run deploy answers --source .';
const deploy = job('deploy', ship, 'needs: evaluate');

function actions(...jobs: readonly string[]): Files {
  return { '.github/workflows/main.yml': head + jobs.join('') };
}

const holds = actions(evaluate, deploy);

const analysis = (metric: string, spec = '') => ({
  'k8s/rollout.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: answers }
spec:
  strategy: { canary: { steps: [{ setWeight: 10 }, { analysis: { templates: [{ templateName: faithfulness }] } }] } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: faithfulness }
spec:
  metrics:
    - name: faithfulness
      successCondition: result[0] >= 0.8
${metric}      provider: { prometheus: { address: http://prometheus, query: avg(answer_faithfulness_score) } }
${spec}`,
});

const gitlab = (extra: string): Files => ({
  '.gitlab-ci.yml': `stages: [evaluate, ship]
evaluate:
  stage: evaluate
  script: ${promptfoo}
${extra}ship:
  stage: ship
  script: ${ship}
`,
});

const scored = (command: string) => actions(job('evaluate', command, '', key), deploy);

/** What breaks a gate, each with the same pipeline in which it holds. */
const pairs: readonly (readonly [name: string, holds: Files, broken: Files, held?: string])[] = [
  ['the job may fail', holds, actions(job('evaluate', promptfoo, 'continue-on-error: true', key), deploy)],
  ['the step may fail', holds, actions(job('evaluate', promptfoo, '', 'continue-on-error: true'), deploy)],
  ['the shell swallows its failure', holds, actions(job('evaluate', `${promptfoo} || true`, '', key), deploy)],
  [
    'the deploy runs whatever came before',
    actions(evaluate, job('deploy', ship, "needs: evaluate\n    if: github.ref == 'refs/heads/main'")),
    actions(evaluate, job('deploy', ship, 'needs: evaluate\n    if: always()')),
  ],
  [
    'it is skipped where its secret is missing',
    holds,
    actions(job('evaluate', promptfoo, '', `if: env.OPENAI_API_KEY != ''\n        ${key}`), deploy),
  ],
  [
    'a word in a commit skips it',
    holds,
    actions(
      job(
        'evaluate',
        promptfoo,
        '',
        `if: "!contains(github.event.head_commit.message, '[skip eval]')"\n        ${key}`,
      ),
      deploy,
    ),
  ],
  [
    'the deploy follows the workflow however that ended',
    {
      '.github/workflows/ci.yml': `name: CI\n${head}${evaluate}`,
      '.github/workflows/ship.yml': `on: { workflow_run: { workflows: [CI], types: [completed] } }\njobs:\n${job('deploy', ship, "if: github.event.workflow_run.conclusion == 'success'")}`,
    },
    {
      '.github/workflows/ci.yml': `name: CI\n${head}${evaluate}`,
      '.github/workflows/ship.yml': `on: { workflow_run: { workflows: [CI], types: [completed] } }\njobs:\n${job('deploy', ship)}`,
    },
    // A weaker gate: the test of the conclusion is all of it.
    'hinted',
  ],
  [
    'both start on the same push',
    holds,
    { '.github/workflows/ci.yml': head + evaluate, '.github/workflows/ship.yml': head + job('deploy', ship) },
  ],
  [
    'its result is only shown',
    scored('python evals/run_evaluation.py --fail-below 0.8'),
    scored('python evals/run_evaluation.py >> "$GITHUB_STEP_SUMMARY"'),
  ],
  [
    'a word in its output decides',
    scored('python evals/run_evaluation.py --threshold 0.8'),
    scored('python evals/run_evaluation.py > results.txt && grep -q accuracy results.txt'),
  ],
  [
    'another workflow deploys without it',
    holds,
    { ...holds, '.github/workflows/hotfix.yml': `on: workflow_dispatch\njobs:\n${job('deploy', ship)}` },
  ],
  [
    'a switch forces it',
    scored('python evals/run_evaluation.py --threshold 0.8'),
    scored('python evals/run_evaluation.py --threshold 0.8 --force'),
  ],
  [
    'only a schedule starts it',
    holds,
    {
      '.github/workflows/nightly.yml': `on: { schedule: [{ cron: "0 3 * * *" }] }\njobs:\n${evaluate}`,
      '.github/workflows/ship.yml': head + job('deploy', ship),
    },
  ],
  ['it is left out by a marker', scored('pytest evals -m eval'), scored('pytest evals -m "not eval"')],
  [
    'its threshold lets everything pass',
    scored('python evals/run_evaluation.py --min-score 0.8'),
    scored('python evals/run_evaluation.py --min-score 0'),
  ],
  ['the analysis is a dry run', analysis(''), analysis('', '  dryRun: [{ metricName: faithfulness }]\n')],
  ['any number of failures is let pass', analysis('      failureLimit: 2\n'), analysis('      failureLimit: -1\n')],
  ['GitLab lets it fail', gitlab(''), gitlab('  allow_failure: true\n')],
  [
    'no event reaches it',
    holds,
    actions(job('evaluate', promptfoo, '', `if: github.event_name == 'pull_request'\n        ${key}`), deploy),
  ],
];

const completed = pairs.map(([name, whole, broken, held = 'proven']) => [name, whole, broken, held] as const);

describe.each(completed)('%s', (_, whole, broken, held) => {
  test('and the gate holds without that', async () => {
    expect(await statusesOf(whole)).toMatchObject({ 'quality-gates/gate': held });
  });

  test('and the gate is broken', async () => {
    expect((await statusesOf(broken))['quality-gates/gate']).not.toBe(held);
  });
});
