import type { ReportAspect, ReportEvidence, ReportPractice, ReportSystem } from '../../src/model/report.ts';

export function evidence(place: string, title: string, extra: Partial<ReportEvidence> = {}): ReportEvidence {
  const [path = '', line = '1'] = place.split(/:(?=\d+$)/u);
  return {
    rule: `rule/${title.split(' ')[0]?.toLowerCase()}`,
    strength: 'proof',
    path,
    line: Number(line),
    title,
    ...extra,
  };
}

export function proven(...found: readonly ReportEvidence[]): ReportAspect {
  return { status: 'proven', evidence: [...found], looked: 14, reason: null };
}

export const absent: ReportAspect = { status: 'absent', evidence: [], looked: 14, reason: null };

function aspect(
  status: ReportAspect['status'],
  reason: string | null,
  extra: Partial<ReportAspect> = {},
): ReportAspect {
  return { status, evidence: [], looked: 3, reason, ...extra };
}

function practice(
  stage: number,
  status: ReportPractice['status'],
  aspects: Readonly<Record<string, ReportAspect>>,
): ReportPractice {
  return { stage, status, aspects: { ...aspects } };
}

const noToken = 'rulesets were not read without a token (grant contents: read and metadata: read, or attest it)';

const deploy = evidence('.github/workflows/deploy.yml:81', 'the main branch is deployed by a pipeline');

export const assistant: ReportSystem = {
  name: 'assistant',
  root: 'services/assistant',
  kind: 'rag',
  declared: true,
  profile: { lifecycle: 'production', audience: 'customers', regulated: null },
  target: 3,
  recommended: 4,
  due: '2027-03-31',
  stage: { atLeast: 2, atMost: 2 },
  next: { stage: 3, met: 1, total: 4 },
  practices: {
    'ci-cd-deployment': practice(2, 'met', {
      'automated-deploy': proven(deploy),
      'code-review': aspect(
        'attested',
        'attested by platform-lead on 2026-08-12 until 2027-02-12: https://wiki.example.org/reviews',
      ),
    }),
    'versioned-artifacts': practice(2, 'met', {
      versioned: proven(evidence('infra/storage.tf:12', 'a bucket with versioning')),
      'immutable-reference': proven(
        evidence('services/assistant/config.yml:4', 'a dated snapshot of the model'),
        evidence('services/assistant/Dockerfile:1', 'a base image by digest', { strength: 'sign' }),
        evidence('deploy/assistant.yml:22', 'a deployment by commit tag', { strength: 'sign' }),
      ),
    }),
    'rollback-procedure': practice(2, 'met', {
      documented: proven(evidence('docs/operations/rollback.md:3', 'a rollback procedure in steps')),
    }),
    'eval-in-ci': practice(3, 'partial', {
      harness: proven(evidence('evals/run.py:8', 'an evaluation harness with thresholds')),
      'curated-test-set': proven(
        evidence('evals/golden.jsonl:1', 'a test set of 120 questions'),
        evidence('evals/README.md:5', 'how the test set was made', { strength: 'sign' }),
        evidence('evals/hard.jsonl:1', 'a test set of 30 questions', { strength: 'sign' }),
      ),
      'on-change': aspect('absent', null, {
        withheld: [
          evidence('.github/workflows/evals.yml:4', 'an evaluation in a workflow', {
            because: 'it runs on a schedule only',
          }),
        ],
      }),
    }),
    'latency-monitoring': practice(3, 'partial', {
      percentiles: aspect('hinted', null, {
        evidence: [evidence('monitoring/alerts.yml:18', 'a query for p95', { strength: 'sign' })],
      }),
      alerts: proven(evidence('monitoring/alerts.yml:24', 'an alert on request duration')),
    }),
    'drift-detection': practice(3, 'missing', { shift: absent, alert: absent }),
    'cost-attribution': practice(3, 'met', {
      'per-use-case': proven(evidence('services/assistant/app/usage.py:31', 'calls are tagged with their use case')),
      'per-user': { ...absent, optional: true },
    }),
    'production-approval': practice(4, 'unknown', {
      approval: aspect('unknown', 'environments were not read without a token (grant actions: read, or attest it)'),
    }),
    'compliance-posture': practice(4, 'partial', {
      documented: proven(evidence('docs/compliance/overview.md:1', 'a compliance document')),
      'documented:eu-ai-act': absent,
    }),
    'incident-runbooks': practice(4, 'partial', {
      runbook: proven(evidence('docs/runbooks/assistant.md:1', 'an incident runbook')),
      exercised: aspect('stale', 'last dated 2025-06-02', {
        evidence: [evidence('docs/runbooks/drills.md:9', 'a dated drill')],
      }),
    }),
  },
  capabilities: {
    'model-registry': {
      status: 'present',
      justified: false,
      evidence: [evidence('infra/registry.tf:1', 'a model registry is provisioned')],
    },
    'feature-store': { status: 'absent', justified: false, evidence: [] },
    'experiment-tracking': {
      status: 'present',
      justified: false,
      waived: 'waived by data-team until 2027-06-30: it moves out by summer',
      evidence: [evidence('services/assistant/train.py:5', 'an experiment tracker is imported')],
    },
  },
  symptoms: {
    'manual-deploy-script': { status: 'absent', evidence: [] },
    'env-files-committed': {
      status: 'present',
      evidence: [evidence('services/assistant/.env:1', 'an environment file')],
    },
  },
};

export const scorer: ReportSystem = {
  name: 'claims-scorer',
  root: '.',
  kind: null,
  declared: false,
  profile: { lifecycle: null, audience: null, regulated: 'insurance' },
  target: null,
  recommended: 4,
  due: null,
  stage: { atLeast: 1, atMost: 2 },
  next: { stage: 2, met: 2, total: 3 },
  practices: {
    ...Object.fromEntries(
      Object.entries(assistant.practices).map(([id, { stage, aspects }]) => [
        id,
        practice(stage, 'missing', Object.fromEntries(Object.keys(aspects).map((name) => [name, absent]))),
      ]),
    ),
    'ci-cd-deployment': practice(2, 'unknown', {
      'automated-deploy': proven(deploy),
      'code-review': aspect('unknown', noToken),
    }),
    'versioned-artifacts': practice(2, 'met', {
      versioned: aspect('waived', 'waived by data-team until 2027-06-30: one model, kept by the vendor'),
      'immutable-reference': proven(evidence('scorer/model.lock:2', 'a model by digest')),
    }),
    'rollback-procedure': practice(2, 'met', {
      documented: proven(evidence('docs/operations/rollback.md:3', 'a rollback procedure in steps')),
    }),
  },
  capabilities: {
    'model-registry': {
      status: 'present',
      justified: true,
      evidence: [evidence('infra/registry.tf:1', 'a model registry is provisioned')],
    },
    'feature-store': { status: 'absent', justified: false, evidence: [] },
    'experiment-tracking': { status: 'absent', justified: false, evidence: [] },
  },
  symptoms: {
    'manual-deploy-script': { status: 'present', evidence: [evidence('scorer/deploy.sh:1', 'a deploy script')] },
    'env-files-committed': { status: 'absent', evidence: [] },
  },
};

/** A system of which nothing rests on the team's word. */
export function byProofsAlone(system: ReportSystem): ReportSystem {
  const practices = Object.entries(system.practices).map(([id, { aspects, ...rest }]) => {
    const proven = Object.entries(aspects).map(([name, found]) => {
      const isWord = found.status === 'attested' || found.status === 'waived';
      return [name, isWord ? { ...found, status: 'proven' as const, reason: null } : found] as const;
    });
    return [id, { ...rest, aspects: Object.fromEntries(proven) }] as const;
  });
  return { ...system, practices: Object.fromEntries(practices), capabilities: {} };
}
