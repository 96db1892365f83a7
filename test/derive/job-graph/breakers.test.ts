import { describe, expect, test } from 'vitest';
import { jobsOf, workflow } from '../../support/workflows.ts';

const path = '.github/workflows/main.yml';
const score = 'score: { runs-on: x, steps: [{ run: score-it }] }';
const ship = 'ship: { needs: score, runs-on: x, steps: [{ run: deploy-it }] }';

function breakersOf(...texts: readonly string[]): readonly string[] | undefined {
  return jobsOf(Object.fromEntries(texts.map((text, at) => [`.github/workflows/w${at}.yml`, text]))).get('ship')
    ?.gateBreakers;
}

const tolerated = 'the evaluation may fail without stopping it (its failure is ignored)';
const onPush = 'starts by itself on the same push, beside the evaluation';
const unguarded =
  "starts after the evaluation's pipeline, however that ended (workflow_run without a test of its conclusion)";

/** Each pair is the same pipeline with its gate, and with the gate broken. */
const pairs: readonly (readonly [breaker: string, holds: string, broken: string, sentence: string])[] = [
  [
    'the job of the evaluation may fail',
    workflow(`${score}\n${ship}`),
    workflow(`score: { continue-on-error: true, runs-on: x, steps: [{ run: score-it }] }\n${ship}`),
    tolerated,
  ],
  [
    'the step of the evaluation may fail',
    workflow(`${score}\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ run: score-it, continue-on-error: true }] }\n${ship}`),
    tolerated,
  ],
  [
    'its exit code is swallowed',
    workflow(`score: { runs-on: x, steps: [{ run: "score-it || exit 1" }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ run: "score-it || true" }] }\n${ship}`),
    tolerated,
  ],
  [
    'its exit code is lost in a pipe',
    workflow(`score: { runs-on: x, steps: [{ run: "score-it | tee log", shell: bash }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ run: "score-it | tee log" }] }\n${ship}`),
    tolerated,
  ],
  [
    'set +e goes on',
    workflow(`score: { runs-on: x, steps: [{ run: "set -e; score-it; ls" }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ run: "set +e; score-it; ls" }] }\n${ship}`),
    tolerated,
  ],
  [
    'the deploy always runs',
    workflow(
      `${score}\nship: { if: "always() && needs.score.result == 'success'", needs: score, runs-on: x, steps: [{ run: deploy-it }] }`,
    ),
    workflow(`${score}\nship: { if: always(), needs: score, runs-on: x, steps: [{ run: deploy-it }] }`),
    'runs even if the evaluation fails (if: always())',
  ],
  [
    'the deploy runs unless it is cancelled',
    workflow(
      `${score}\nship: { if: "!cancelled() && !contains(needs.*.result, 'failure')", needs: score, runs-on: x, steps: [{ run: deploy-it }] }`,
    ),
    workflow(`${score}\nship: { if: "!cancelled()", needs: score, runs-on: x, steps: [{ run: deploy-it }] }`),
    'runs even if the evaluation fails (if: !cancelled())',
  ],
  [
    'a job between them goes on',
    workflow(
      `${score}\nmid: { needs: score, runs-on: x, steps: [] }\nship: { needs: mid, runs-on: x, steps: [{ run: deploy-it }] }`,
    ),
    workflow(
      `${score}\nmid: { if: always(), needs: score, runs-on: x, steps: [] }\nship: { needs: mid, runs-on: x, steps: [{ run: deploy-it }] }`,
    ),
    'runs even if the evaluation fails (if: always())',
  ],
  [
    'a skipped evaluation is as good as a passed one',
    workflow(`score: { if: github.actor != 'bot', runs-on: x, steps: [{ run: score-it }] }\n${ship}`),
    workflow(
      `score: { if: github.actor != 'bot', runs-on: x, steps: [{ run: score-it }] }\nship: { if: "!failure()", needs: score, runs-on: x, steps: [{ run: deploy-it }] }`,
    ),
    'runs even if the evaluation is skipped (if: !failure())',
  ],
  [
    'the step is skipped without its secret',
    workflow(`score: { runs-on: x, steps: [{ if: github.ref == 'refs/heads/main', run: score-it }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ if: env.OPENAI_API_KEY != '', run: score-it }] }\n${ship}`),
    'the evaluation is skipped when its secret is missing',
  ],
  [
    'the script ends well without its secret',
    workflow(`score: { runs-on: x, steps: [{ run: 'if [ -z "$API_KEY" ]; then exit 1; fi; score-it' }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ run: 'if [ -z "$API_KEY" ]; then exit 0; fi; score-it' }] }\n${ship}`),
    'the evaluation is skipped when its secret is missing',
  ],
  [
    'the script asks for a file first',
    workflow(`score: { runs-on: x, steps: [{ run: 'test -f cases.jsonl; score-it' }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ run: '[ -f cases.jsonl ] && score-it' }] }\n${ship}`),
    'the evaluation is skipped when a file is missing',
  ],
  [
    'a person may skip it',
    workflow(`score: { runs-on: x, steps: [{ run: score-it }] }\n${ship}`),
    workflow(
      `score: { runs-on: x, steps: [{ if: "!contains(github.event.head_commit.message, '[skip eval]')", run: score-it }] }\n${ship}`,
    ),
    'the evaluation can be skipped on demand',
  ],
  [
    'some changes pass it',
    workflow(`score: { if: github.actor != 'bot', runs-on: x, steps: [{ run: score-it }] }\n${ship}`),
    workflow(`score: { runs-on: x, steps: [{ if: github.actor != 'bot', run: score-it }] }\n${ship}`),
    'the evaluation is skipped for some changes',
  ],
  [
    'both start on the same push',
    workflow(`${score}\n${ship}`),
    workflow(`${score}\n${ship.replace('needs: score, ', '')}`),
    onPush,
  ],
  [
    'the evaluation comes after it',
    workflow(`${score}\n${ship}`),
    workflow(
      `ship: { runs-on: x, steps: [{ run: deploy-it }] }\nscore: { needs: ship, runs-on: x, steps: [{ run: score-it }] }`,
    ),
    'the evaluation runs after it, not before',
  ],
  [
    'within one job, the order counts',
    workflow('ship: { runs-on: x, steps: [{ run: score-it }, { run: deploy-it }] }'),
    workflow('ship: { runs-on: x, steps: [{ run: deploy-it }, { run: score-it }] }'),
    'the evaluation runs after it, not before',
  ],
  [
    'within one job, the deploy always runs',
    workflow('ship: { runs-on: x, steps: [{ run: score-it }, { run: deploy-it }] }'),
    workflow('ship: { runs-on: x, steps: [{ run: score-it }, { run: deploy-it, if: always() }] }'),
    'runs even if the evaluation fails (if: always())',
  ],
];

describe('the gate of a deploy', () => {
  test.each(pairs)('%s', (_, holds, broken, sentence) => {
    expect(breakersOf(holds)).toEqual([]);
    expect(breakersOf(broken)).toEqual([sentence]);
  });

  test.each([
    ['an evaluation in another workflow on the same push', workflow(score), onPush],
    [
      'one that only a schedule starts',
      workflow(score, '{ schedule: [{ cron: "0 3 * * *" }] }'),
      'the evaluation runs only on a schedule or by hand',
    ],
    [
      'one that only a person starts',
      workflow(score, 'workflow_dispatch'),
      'the evaluation runs only on a schedule or by hand',
    ],
  ])('is broken by %s', (_, other, sentence) => {
    expect(breakersOf(workflow('ship: { runs-on: x, steps: [{ run: deploy-it }] }'), other)).toEqual([sentence]);
  });

  test('is broken by a start after the evaluation, however that ended', () => {
    const text = workflow(
      'ship: { runs-on: x, steps: [{ run: deploy-it }] }',
      '{ workflow_run: { workflows: [CI], types: [completed] } }',
    );

    expect(breakersOf(text, workflow(score, 'push', 'CI'))).toEqual([unguarded]);
  });

  test('is not broken by an evaluation of pull requests, whose being required is a setting', () => {
    const text = workflow('ship: { runs-on: x, steps: [{ run: deploy-it }] }');

    expect(breakersOf(text, workflow(score, 'pull_request'))).toEqual([]);
  });

  test('is not broken by one that is started by hand beside one of pull requests', () => {
    const text = workflow('ship: { runs-on: x, steps: [{ run: deploy-it }] }');

    expect(breakersOf(text, workflow(score, 'pull_request'), workflow(score, 'workflow_dispatch'))).toEqual([]);
  });

  test('has one reason where a person starts both, and the evaluation may fail', () => {
    const soft = 'score: { continue-on-error: true, runs-on: x, steps: [{ run: score-it }] }';

    expect(breakersOf(workflow(`${soft}\n${ship}`, 'workflow_dispatch'))).toEqual([tolerated]);
  });

  test('holds if one of two evaluations holds it', () => {
    const soft = 'soft: { continue-on-error: true, runs-on: x, steps: [{ run: score-it }] }';

    expect(breakersOf(workflow(`${score}\n${soft}\n${ship.replace('score', '[score, soft]')}`))).toEqual([]);
  });

  test('tells every reason if none does', () => {
    const soft = 'soft: { continue-on-error: true, runs-on: x, steps: [{ run: score-it }] }';

    expect(breakersOf(workflow(`${score}\n${soft}\n${ship.replace('score', 'soft')}`))).toEqual([onPush, tolerated]);
  });

  test('asks nothing of a job that does not deploy', () => {
    const text = workflow(`${score}\nship: { runs-on: x, steps: [{ run: ls }] }`);

    expect(breakersOf(text)).toEqual([]);
  });

  test('asks nothing where nothing evaluates', () => {
    expect(breakersOf(workflow('ship: { runs-on: x, steps: [{ run: deploy-it }] }'))).toEqual([]);
  });

  test('is read through a target and a called workflow', () => {
    const jobs = jobsOf({
      Makefile: 'score:\n\tscore-it || true\n',
      [path]: workflow(`score: { uses: ./.github/workflows/score.yml }\n${ship}`),
      '.github/workflows/score.yml': workflow('a: { runs-on: x, steps: [{ run: make score }] }', '{ workflow_call: }'),
    });

    expect(jobs.get('ship')).toMatchObject({ needsActivity: [], gateBreakers: [tolerated] });
  });
});
