import { Report, type ReportFinding } from '../../src/model/report.ts';
import { assistant, scorer } from './report-systems.ts';

export { model } from './maturity-model.ts';

export const today = '2026-11-24';

/** A finding of the assistant, with whatever the case is about. */
export function finding(extra: Partial<ReportFinding> & Pick<ReportFinding, 'kind' | 'title'>): ReportFinding {
  return {
    id: `${extra.kind}:${extra.system ?? ''}:${extra.practice ?? extra.capability ?? extra.title}`,
    level: 'error',
    system: 'assistant',
    message: 'Something is missing.',
    fix: 'Add it.',
    at: null,
    ...extra,
  };
}

/** Two systems with every status of aspects, practices, capabilities and symptoms, and a finding of most kinds. */
export const report: Report = Report.parse({
  version: 1,
  tool: { name: 'stagegate', version: '0.1.0', model: '1' },
  repository: { name: 'example/claims', commit: '0123456789abcdef0123456789abcdef01234567' },
  systems: [assistant, scorer],
  findings: [
    finding({
      kind: 'gap',
      practice: 'drift-detection',
      aspect: 'shift, alert',
      title: 'Stage 3 needs: drift-detection (shift, alert)',
      message:
        'no comparison of inputs or of cost per request with a threshold was found; no alert on drift was found. Inputs change without a deployment.',
      fix: 'Compare the cost per request of each day with that of the month before.',
      at: { path: 'stagegate.yml', line: 12 },
    }),
    finding({
      kind: 'gap',
      practice: 'eval-in-ci',
      aspect: 'on-change',
      title: 'Stage 3 needs: eval-in-ci (on-change)',
      message:
        'no evaluation that runs on every change was found (an evaluation in a workflow, but it runs on a schedule only). A worse prompt or model is caught before it merges, not by a user.',
      fix: 'Run the evaluation on pull requests that touch `prompts/` or the retrieval code.',
      at: { path: '.github/workflows/evals.yml', line: 4 },
    }),
    finding({
      kind: 'regression',
      practice: 'latency-monitoring',
      aspect: 'percentiles',
      title: 'No longer met: latency-monitoring (percentiles)',
      message: 'this change removes the query for p99 from `monitoring/alerts.yml`.',
      fix: 'Put the query back, or waive the aspect in the policy.',
      at: { path: 'monitoring/alerts.yml', line: 18 },
    }),
    finding({
      kind: 'over-investment',
      capability: 'model-registry',
      title: 'Bought early: model-registry',
      message: 'a model registry is provisioned; it is worth it from 20 models in production, and 2 are declared.',
      fix: 'Object storage with immutable references is enough.',
      at: { path: 'infra/registry.tf', line: 1 },
    }),
    finding({
      kind: 'scope-creep',
      level: 'warning',
      practice: 'compliance-posture',
      title: 'Beyond the target: compliance-posture',
      message: 'a Stage 4 practice was built for a system whose target is 3.',
      fix: 'Raise the target, or leave it until then.',
      at: { path: 'docs/compliance/overview.md', line: 1 },
    }),
    finding({
      kind: 'low-target',
      level: 'notice',
      title: 'The target is below the recommendation',
      message: 'Stage 4 is recommended for customers and a high reputational risk.',
      fix: 'Set the target to 4, or the reputational risk to low.',
      at: { path: 'stagegate.yml', line: 5 },
    }),
    finding({
      kind: 'undeclared-system',
      level: 'warning',
      system: null,
      title: 'A system is not declared: claims-scorer',
      message: 'it was found by its dependencies in `scorer/requirements.txt`.',
      fix: 'Add it under `systems:` in stagegate.yml.',
      at: { path: 'scorer/requirements.txt', line: 3 },
    }),
  ],
  verdict: {
    passed: false,
    mode: 'enforce',
    reasons: [
      'assistant: Stage 3 needs: drift-detection (shift, alert)',
      'assistant: Stage 3 needs: eval-in-ci (on-change)',
    ],
  },
  scan: { files: 1956, read: 412, bytes: 3_100_000, milliseconds: 640, complete: true },
  diagnostics: [
    {
      level: 'warning',
      code: 'file-unparsed',
      message: 'the file is not valid YAML',
      at: { path: 'deploy/broken.yml', line: 7 },
    },
  ],
});
