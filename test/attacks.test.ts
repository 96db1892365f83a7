import { expect, test } from 'vitest';
import { type Files, statusesOf } from './support/situations.ts';

const ship = 'gcloud run deploy answers --source .';
const key = 'env: { OPENAI_API_KEY: "${{ secrets.OPENAI_API_KEY }}" }';
const evaluate = 'npx promptfoo eval -c evals/promptfooconfig.yaml';
const django = 'from django.db import models\n';
const floating: Files = {
  'app/main.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n',
};

/** One step of GitHub Actions; `keys` are more of the step. */
function step(run: string, keys = ''): string {
  const lines = run.split('\n').map((line) => `          ${line}\n`);
  return `      - run: |\n${lines.join('')}${keys === '' ? '' : `        ${keys}\n`}`;
}

function workflow(jobs: Readonly<Record<string, string>>, on = '{ push: { branches: [main] } }'): Files {
  const written = Object.entries(jobs).map(([id, steps]) => `  ${id}:\n    runs-on: ubuntu-latest\n${steps}`);
  return { '.github/workflows/main.yml': `on: ${on}\njobs:\n${written.join('')}` };
}

function steps(...all: readonly string[]): string {
  return `    steps:\n${all.join('')}`;
}

function gated(...all: readonly string[]): Files {
  return workflow({ evaluate: steps(...all), ship: `    needs: evaluate\n${steps(step(ship))}` });
}

function code(text: string): Files {
  return { 'app/more.py': text };
}

function table(columns: string, name = 'calls'): Files {
  return { 'migrations/001.sql': `create table ${name} (id int, ${columns});\n` };
}

function document(path: string, ...blocks: readonly string[]): Files {
  return { [path]: `${blocks.join('\n\n')}\n` };
}

/** What has the words of evidence and not its substance. Each was once taken for a proof. */
const attacks: readonly (readonly [sentence: string, files: Files, aspect: string, expected: string])[] = [
  [
    'a deploy in a function that nothing calls',
    workflow({ ship: steps(step(`deploy() {\n  ${ship}\n}\npytest`)) }),
    'ci-cd-deployment/automated-deploy',
    'absent',
  ],
  [
    'a deploy behind if false',
    workflow({ ship: steps(step(`if false; then\n  ${ship}\nfi`)) }),
    'ci-cd-deployment/automated-deploy',
    'absent',
  ],
  [
    'a deploy behind the end of its script',
    workflow({ ship: steps(step(`exit 0\n${ship}`)) }),
    'ci-cd-deployment/automated-deploy',
    'absent',
  ],
  [
    'two workflows to call that nobody calls',
    {
      ...workflow({ ship: steps(step(ship)) }, 'workflow_call'),
      '.github/workflows/more.yml': `on: workflow_call\njobs:\n  more:\n    runs-on: ubuntu-latest\n${steps(step('kubectl apply -f k8s'))}`,
    },
    'ci-cd-deployment/automated-deploy',
    'absent',
  ],
  [
    'a deploy of the monitoring alone',
    workflow({ ship: steps(step('kubectl apply -f monitoring/prometheus.yaml')) }),
    'ci-cd-deployment/automated-deploy',
    'absent',
  ],
  [
    'two texts that are no prompts',
    { ...floating, 'app/prompts/README.md': '# Prompts\n', 'app/locales/prompts.json': '{ "yes": "Yes?" }\n' },
    'versioned-artifacts/versioned',
    'absent',
  ],
  [
    'a tokenizer of one commit',
    {
      ...floating,
      ...code(
        'from transformers import AutoTokenizer\nAutoTokenizer.from_pretrained("a/b", revision="0123456789012345678901234567890123456789")\n',
      ),
    },
    'versioned-artifacts/immutable-reference',
    'absent',
  ],
  [
    'a tracer that is off',
    code('from langfuse import Langfuse\nLangfuse(tracing_enabled=False)\n'),
    'structured-logging/request-response',
    'absent',
  ],
  [
    'a client of a tracer that only fetches prompts',
    code('from langfuse import Langfuse\nprompt = Langfuse().get_prompt("a")\n'),
    'structured-logging/cost',
    'absent',
  ],
  [
    'a switch that is off beside another that is on',
    {
      'k8s/answers.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: answers }
spec:
  template:
    spec:
      containers:
        - name: answers
          image: acme/answers:1
          env: [{ name: LANGSMITH_TRACING, value: "false" }, { name: DEBUG, value: "true" }]
`,
    },
    'structured-logging/request-response',
    'absent',
  ],
  [
    'the duration of a meeting',
    code('import structlog\nlogger = structlog.get_logger()\nlogger.info("meeting booked", duration=minutes)\n'),
    'structured-logging/latency',
    'absent',
  ],
  [
    'a duration that is logged for developers only',
    code('import logging\nlogging.getLogger("a").debug("done", extra={"latency_ms": took})\n'),
    'structured-logging/latency',
    'absent',
  ],
  [
    'what an order costs',
    code(`${django}class Order(models.Model):\n    total_cost = models.DecimalField()\n`),
    'structured-logging/cost',
    'absent',
  ],
  ['tokens of a login', table('input_token text'), 'structured-logging/cost', 'absent'],
  [
    'questions of security',
    table('question text, answer text', 'security_questions'),
    'structured-logging/request-response',
    'absent',
  ],
  [
    'mail that people write each other',
    code(`${django}class Message(models.Model):\n    sender = models.TextField()\n    body = models.TextField()\n`),
    'structured-logging/request-response',
    'absent',
  ],
  [
    'a rollback that is planned',
    document(
      'docs/ops.md',
      '# Operations',
      '## Rollback',
      'There is no rollback yet. We plan to add:',
      '- `kubectl rollout undo`',
    ),
    'rollback-procedure/documented',
    'absent',
  ],
  [
    'a rollback of the database',
    document(
      'docs/database.md',
      '# Database',
      '## Rollback',
      '1. `alembic downgrade -1`\n2. `git checkout` the older one.',
    ),
    'rollback-procedure/documented',
    'absent',
  ],
  [
    'options that bound the work of an evaluation',
    gated(step('python evals/run_evaluation.py --max-tokens 400 --max-workers 4', key)),
    'quality-gates/gate',
    'hinted',
  ],
  [
    'failed cases that are told not to fail',
    gated(step(evaluate, 'env: { PROMPTFOO_FAILED_TEST_EXIT_CODE: "0" }')),
    'quality-gates/gate',
    'hinted',
  ],
  [
    'what people think of the site',
    code(
      `${django}class Feedback(models.Model):\n    rating = models.IntegerField()\n    message = models.TextField()\n`,
    ),
    'production-sampling/scoring',
    'absent',
  ],
  [
    'answers to a survey',
    table('answer text, rating int', 'survey_responses'),
    'production-sampling/scoring',
    'absent',
  ],
  [
    'the price of a car',
    code(`${django}class Car(models.Model):\n    model = models.TextField()\n    cost = models.DecimalField()\n`),
    'cost-attribution/per-model',
    'absent',
  ],
  [
    'bills of customers',
    code(
      `${django}class Billing(models.Model):\n    customer = models.TextField()\n    cost = models.DecimalField()\n`,
    ),
    'cost-attribution/per-user',
    'absent',
  ],
  [
    'revisions one at a time',
    workflow({ ship: steps(step('az containerapp revision set-mode --mode single -n a -g b')) }),
    'fast-rollback/one-step',
    'absent',
  ],
  [
    'an approval behind the deploy',
    workflow({
      ship: steps(
        step(ship),
        '      - uses: trstringer/manual-approval@v1\n        with: { approvers: amara, secret: x }\n',
      ),
    }),
    'production-approval/approval',
    'absent',
  ],
  [
    'an audit table, and its model, that nobody writes to',
    {
      ...table('actor_id int, action text, created_at timestamp', 'audit_log'),
      ...code(`${django}class AuditLog(models.Model):\n    actor = models.TextField()\n`),
    },
    'audit-logs/recorded',
    'hinted',
  ],
  [
    'an exercise that was cancelled',
    document(
      'docs/exercises/2026-03-01.md',
      '# Tabletop exercise 2026-03-01',
      '## Outcome',
      'The exercise was cancelled, nobody had time for it.',
    ),
    'incident-runbooks/exercised',
    'absent',
  ],
];

test.each(attacks)('%s', async (_, files, aspect, expected) => {
  const statuses = await statusesOf(files);

  expect(statuses[aspect]).toBe(expected);
});
