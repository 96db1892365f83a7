import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { planWork } from '../../src/judge/plan.ts';
import { renderReport, reportFormats } from '../../src/report/formats.ts';
import { renderPlanMarkdown } from '../../src/report/plan-markdown.ts';
import { renderPlanText } from '../../src/report/plan-text.ts';
import { run } from '../../src/run.ts';
import { keyShapes, plainValue, secretParts } from '../support/secrets.ts';

const example = join(import.meta.dirname, '../../examples/rag-service');
const { ruleSet } = loadRulesFolder();
const today = '2026-11-24';

/** Everything that a run says of the example with some files more. */
async function outputsOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-secrets-'));
  try {
    cpSync(example, folder, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { report } = await run({ directory: folder, today, version: '0' }, ruleSet);
    const options = { model: ruleSet.model, today, folder: '', colors: true, width: 120, evidence: true };
    const plan = planWork(report, ruleSet.model, { snippets: new Map() });
    const plans = [renderPlanText(plan, { colors: false, width: 120 }), renderPlanMarkdown(plan), JSON.stringify(plan)];
    const reports = await Promise.all(reportFormats.map((format) => renderReport(report, format, options)));
    return [...reports, ...plans].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files whose values are secret because of where they stand. */
function settings(value: string): Readonly<Record<string, string>> {
  const encoded = Buffer.from(value).toString('base64');
  return {
    '.env': `MODEL=${value}\nOPENAI_API_KEY=${value}\n`,
    '.env.production': `export DATABASE_PASSWORD="${value}"\n`,
    'deploy/secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: rag }\nstringData:\n  model: ${value}\ndata:\n  token: ${encoded}\n`,
    'deploy/app.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: rag }\nspec:\n  template:\n    spec:\n      containers:\n        - name: rag\n          image: rag@sha256:${'0'.repeat(64)}\n          env: [{ name: API_TOKEN, value: ${value} }]\n`,
    '.github/workflows/extra.yml': `on: pull_request\nenv: { API_KEY: ${value} }\njobs:\n  eval:\n    runs-on: ubuntu-latest\n    env: { DB_PASSWORD: ${value} }\n    steps:\n      - run: promptfoo eval\n        env: { OPENAI_API_KEY: ${value} }\n`,
    'infra/secret.tfvars': `db_password = "${value}"\napi_key = "${value}"\n`,
    'compose.yaml': `services:\n  rag:\n    image: rag\n    environment:\n      DB_PASSWORD: ${value}\n`,
  };
}

/** Files that hold a key where anything may stand: in code, in words, in a command, in a place that does not parse. */
function anywhere(key: string): Readonly<Record<string, string>> {
  const flat = key.replaceAll('\n', '\\n');
  return {
    'src/rag_service/keys.py': `import openai\nclient = openai.OpenAI(api_key="${flat}")\nMODEL = "${flat}"\nopenai.chat.completions.create(model="${flat}")\n`,
    'src/keys.ts': `export const model = '${flat}';\n`,
    'docs/runbook.md': `# Runbook ${flat}\n\n1. Roll back with ${flat}\n2. Tell the channel on call\n\nLast exercised: 2026-10-01 by ${flat}\n`,
    '.github/workflows/run.yml': `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    environment: production\n    steps:\n      - name: "${flat}"\n        run: "curl -H 'Authorization: ${flat}' https://x.example && terraform apply -var key=${flat}"\n      - run: echo "\${{ ${flat} }}"\n`,
    'broken/one.json': `{ "key": "${flat}", ${flat} }\n`,
    'broken/two.yaml': `key: ${flat}\n  - ${flat}: [\n*${flat}\n`,
    'broken/three.toml': `key = ${flat}\n[${flat}\n`,
    'broken/four.tf': `resource "${flat}" {{\n`,
    '.github/workflows/broken.yml': `on: push\n${flat}: 1\njobs: { a: { runs-on: x, ${flat}: 2, steps: [{ run: 1, uses: ${flat} }] } }\n`,
    'package.json': `{ "name": "${flat}", "scripts": { "deploy": "${flat}" } ${flat}\n`,
    'requirements.txt': `openai==1.0\n--extra-index-url https://me:${flat}@pypi.example\n`,
    Dockerfile: `FROM python:3.12\nARG KEY=${flat}\nENV MODEL=${flat}\nRUN deploy ${flat}\n`,
    'notebook.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: [`key = "${flat}"`] }], nbformat: 4 }),
  };
}

function linesWith(said: string, secret: string): readonly string[] {
  return said.split('\n').filter((line) => line.includes(secret));
}

// Each run scans a whole repository, so that shrinking would take longer than reading the counterexample.
const runs = { numRuns: 2, endOnFailure: true };

test('the value of a setting that may be secret is nowhere in what a run says', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plainValue, async (value) => {
      const said = await outputsOf(settings(value));

      expect(linesWith(said, value)).toEqual([]);
      expect(linesWith(said, Buffer.from(value).toString('base64'))).toEqual([]);
    }),
    runs,
  );
});

describe.each(Object.entries(keyShapes))('%s', (_, shape) => {
  test('is nowhere in what a run says, wherever it stands', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (key) => {
        const said = await outputsOf({ ...settings(JSON.stringify(key)), ...anywhere(key) });

        for (const part of secretParts(key)) expect(linesWith(said, part)).toEqual([]);
      }),
      runs,
    );
  });
});
