import { MaturityModel } from '../../src/model/maturity.ts';

/** A small model in the shape of rules/model.yml: three practices of Stage 2, four of Stage 3, three of Stage 4. */
export const model: MaturityModel = MaturityModel.parse({
  version: '1',
  'high-volume': { scale: 'predictions-per-day', from: 10_000_000 },
  stages: [
    { stage: 1, name: 'Manual', title: 'A model exists and is deployed by hand.' },
    { stage: 2, name: 'Automated', title: 'Deployment is automated and artefacts are versioned.' },
    { stage: 3, name: 'Observed', title: 'Behaviour is monitored and regressions are detected.' },
    { stage: 4, name: 'Governed', title: 'Changes pass gates, and audit trails are complete.' },
  ],
  practices: [
    {
      id: 'ci-cd-deployment',
      stage: 2,
      title: 'Deployment through CI/CD with code review',
      why: 'A deployment that only one person can do is a risk every day.',
      weeks: [1, 2],
      aspects: [
        aspect('automated-deploy', 'no pipeline that deploys was found', 'Deploy from a pipeline on the main branch.'),
        aspect('code-review', 'no required review was found', 'Require one review in a ruleset of the main branch.'),
      ],
    },
    {
      id: 'versioned-artifacts',
      stage: 2,
      title: 'Versioned model artefacts',
      why: 'What cannot be named cannot be restored.',
      weeks: [1, 2],
      aspects: [
        aspect('versioned', 'no versioned store of models was found', 'Keep models in a bucket with versioning on.'),
        aspect('immutable-reference', 'no immutable reference was found', 'Deploy by digest or by commit tag.'),
      ],
    },
    {
      id: 'rollback-procedure',
      stage: 2,
      title: 'Documented rollback procedure',
      why: 'At night nobody remembers the steps.',
      weeks: [0.5, 1],
      aspects: [aspect('documented', 'no rollback procedure was found', 'Write the steps to docs/rollback.md.')],
    },
    {
      id: 'eval-in-ci',
      stage: 3,
      title: 'Quality regression detection in CI',
      why: 'A worse prompt or model is caught before it merges, not by a user.',
      weeks: [2, 4],
      aspects: [
        aspect('harness', 'no evaluation harness was found', 'Add an evaluation harness.'),
        aspect('curated-test-set', 'no curated test set was found', 'Collect 50 real questions with good answers.'),
        aspect(
          'on-change',
          'no evaluation that runs on every change of prompts or model was found',
          'Run the evaluation on pull requests that touch `prompts/` or the retrieval code.',
        ),
      ],
    },
    {
      id: 'latency-monitoring',
      stage: 3,
      title: 'Latency monitoring at p95 and p99',
      why: 'Averages hide the users who wait.',
      weeks: [1, 1],
      aspects: [
        aspect('percentiles', 'p95 and p99 were not both found', 'Show p95 and p99 on the dashboard of the service.'),
        aspect('alerts', 'no alert on a latency percentile was found', 'Alert when p99 is past its threshold.'),
      ],
    },
    {
      id: 'drift-detection',
      stage: 3,
      title: 'Simple drift detection',
      why: 'Inputs change without a deployment.',
      weeks: [2, 3],
      aspects: [
        aspect(
          'shift',
          'no comparison of inputs or of cost per request with a threshold was found',
          'Compare the cost per request of each day with that of the month before.',
        ),
        aspect('alert', 'no alert on drift was found', 'Send what the comparison finds to the channel on call.'),
      ],
    },
    {
      id: 'cost-attribution',
      stage: 3,
      title: 'Cost attribution',
      why: 'A bill without names belongs to nobody.',
      weeks: [1, 2],
      aspects: [
        aspect('per-use-case', 'no cost per use case was found', 'Tag each call with its use case.'),
        { ...aspect('per-user', 'no cost per user was found', 'Tag each call with its user.'), optional: true },
      ],
    },
    {
      id: 'production-approval',
      stage: 4,
      title: 'Approval of production changes',
      why: 'Two people see more than one.',
      weeks: [0.5, 1],
      aspects: [aspect('approval', 'no approval before production was found', 'Add required reviewers.')],
    },
    {
      id: 'compliance-posture',
      stage: 4,
      title: 'Documented compliance posture',
      why: 'A regulator asks for paper.',
      weeks: [2, 4],
      aspects: [
        { ...aspect('documented', 'no compliance document was found', 'Write one page a regime.'), per: 'regime' },
      ],
    },
    {
      id: 'incident-runbooks',
      stage: 4,
      title: 'Incident runbooks, exercised',
      why: 'A runbook that was never used does not work.',
      weeks: [1, 2],
      aspects: [
        aspect('runbook', 'no incident runbook was found', 'Write a runbook.'),
        {
          ...aspect('exercised', 'no dated exercise was found', 'Hold a drill and write it down.'),
          'within-months': 12,
        },
      ],
    },
  ],
  capabilities: [
    {
      id: 'model-registry',
      title: 'Model registry',
      why: 'With a handful of models a registry is overhead without benefit.',
      instead: 'Object storage with immutable references is enough.',
      justified: { scale: 'models-in-production', from: 20, words: '20 models in production' },
    },
    {
      id: 'feature-store',
      title: 'Feature store',
      why: 'For most systems features are not the bottleneck.',
      instead: 'Compute features in the service.',
      justified: { scale: 'models-sharing-features', from: 10, words: '10 models that share features' },
    },
    {
      id: 'experiment-tracking',
      title: 'Experiment tracking platform',
      why: 'A few well-chosen experiments fit on a page.',
      instead: 'Keep a table in the wiki.',
      justified: { scale: 'experiments', from: 200, words: '200 experiments a year' },
    },
  ],
  symptoms: [
    {
      id: 'manual-deploy-script',
      title: 'The model is deployed by a script that someone runs by hand',
      why: 'It works on one machine.',
      fix: 'Run the script from a pipeline.',
    },
    {
      id: 'env-files-committed',
      title: 'Environment files are committed',
      why: 'They drift, and they leak.',
      fix: 'Keep configuration as code and secrets in a secret store.',
    },
  ],
});

function aspect(id: string, missing: string, fix: string) {
  return { id, title: `the ${id}`, missing, fix };
}
