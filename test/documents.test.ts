import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../scripts/compile-rules.ts';
import { run } from '../src/run.ts';
import { scratchFolder } from './support/scratch.ts';

const { ruleSet } = loadRulesFolder();

const policy = `version: 1
systems:
  answers:
    root: .
    kind: rag
    target: 4
    regimes: [eu-ai-act, gdpr, uk-gdpr, hipaa]
`;

type Files = Readonly<Record<string, string>>;

/** What the whole run says of an aspect of a repository with these documents. */
async function statusOf(aspect: string, files: Files): Promise<string | undefined> {
  const directory = scratchFolder({ 'stagegate.yml': policy, ...files });
  const { report } = await run({ directory, today: '2026-11-24', version: 'test' }, ruleSet);
  const [practice = '', id = ''] = aspect.split('/');
  return report.systems[0]?.practices[practice]?.aspects[id]?.status;
}

const runbook = `# Runbook of the assistant

## The provider is down

Symptoms: the alert AnswersFail fires and the status page of the provider is red.

1. Look at the error rate by model on the dashboard and name the severity.
2. Switch the flag \`assistant-fallback\` on.
3. If answers still fail after ten minutes, escalate to the platform team on call.
`;

const pairs: readonly {
  readonly name: string;
  readonly aspect: string;
  readonly real: Files;
  readonly other: Files;
  /** What is said of the other one; `absent` if left out. */
  readonly otherStatus?: string;
}[] = [
  {
    name: 'a runbook and a page on how to run the jobs',
    aspect: 'incident-runbooks/runbook',
    real: { 'docs/runbook.md': runbook },
    other: {
      'docs/running.md': `# Running the assistant

## Importing documents

1. Start the import with \`make import\` and wait until it says that it is done.
2. Look at the table of documents and count the new rows of the day.
3. Restart the indexer if its queue does not recover, and look at the alert again.
`,
    },
  },
  {
    name: 'a runbook in reStructuredText and instructions for a coding assistant',
    aspect: 'incident-runbooks/runbook',
    real: {
      'docs/incidents.rst': `Incident response
=================

Severity and detection
----------------------

Severity 1 is a harmful answer that reached a customer; severity 2 is ten minutes without answers.

Containment
-----------

#. Set the flag \`\`assistant-enabled\`\` to false in the console of production.
#. Restore the index of yesterday with \`\`make index-restore\`\` and look at five answers.

Escalation and contacts
-----------------------

Call the platform lead by the rota, then the legal department.
`,
    },
    other: { '.claude/skills/incident/SKILL.md': runbook },
  },
  {
    name: 'a filled runbook and its template',
    aspect: 'incident-runbooks/runbook',
    real: {
      'docs/runbook.adoc': `= Runbook of the assistant

== The index is stale

Symptoms: the alert IndexAge fires, and answers name prices of last week. Severity 2.

. Look at the last run of the import in the console of the scheduler and read its error.
. Roll the index back to the copy of the night before with \`make index-restore\`.
. Escalate to the data team on call if the import fails a second time.
`,
    },
    other: {
      'docs/runbook.md': `# Runbook of <system>

## <failure>

Symptoms: TODO

1. TODO: how to diagnose
2. TODO: how to mitigate
3. Escalate to <team>
`,
    },
  },
  {
    name: 'the record of an exercise and the plan for one',
    aspect: 'incident-runbooks/exercised',
    real: {
      'docs/exercises/2026-06-18-provider-outage.md': `# Tabletop: the model provider is down

Participants: A. Rao (lead), M. Chen (on call), legal.

## Gaps found

The fallback flag was known to one person, and the status text was not agreed with legal.

## Actions

- M. Chen writes the flag into the runbook.
`,
    },
    other: {
      'docs/exercises/plan.md': `# Tabletop exercise plan

Date: 2026-06-18

## Expected outcomes

We will learn who knows the fallback flag, in the week after the sprint.
`,
    },
  },
  {
    name: 'a dated drill and a schedule of drills',
    aspect: 'incident-runbooks/exercised',
    real: {
      'docs/drills/failover.txt': `Failover drill
==============

Date: 2026-09-03

Results
-------

The second region answered after four minutes; the alert came late because its channel was muted.

Actions
-------

- Unmute the channel, by R. Osei.
`,
    },
    other: {
      'docs/drills/README.md': `# Drills

## Schedule

| Drill | Next |
| --- | --- |
| Failover drill | 2027-01-15 |
| Restore drill | 2027-02-12 |

We run one of them every quarter, and note results here.
`,
    },
    otherStatus: 'hinted',
  },
  {
    name: 'a drill of this year and one of long ago',
    aspect: 'incident-runbooks/exercised',
    real: {
      'docs/drills/2026-02-11-restore.md': `# Restore drill

## Results

The index was back after eleven minutes, and five answers were right.
`,
    },
    other: {
      'docs/drills/2025-02-11-restore.md': `# Restore drill

## Results

The index was back after eleven minutes, and five answers were right.
`,
    },
    otherStatus: 'stale',
  },
  {
    name: 'a review by somebody else and an audit of its own',
    aspect: 'third-party-review/review',
    real: {
      'docs/security/2026-03-12-pentest.md': `# Penetration test of the assistant

Conducted by: Nordlicht Security GmbH, against commit 4f2c1e9.

## Findings

The index of one tenant could be asked by another; it was mended on 2026-03-20 and tested again.
`,
    },
    other: {
      'docs/security/2026-03-12-audit.md': `# Security audit of the assistant

Conducted by: Development team

## Findings

No open findings were seen by us in this quarter, and the scans of the packages are green.
`,
    },
  },
  {
    name: 'a report of a review and the process for choosing reviewers',
    aspect: 'third-party-review/review',
    real: {
      'docs/validation.rst': `Independent model validation
============================

:Date: 2026-05-20

Validated by: Model Risk Office, second line, which built no part of it.

Findings
--------

Scores of short claims are too low; the developers added forty cases and trained again.
`,
    },
    other: {
      'docs/validation.md': `# Independent validation policy

Date: 2026-05-20

Validated by: Reviewers that the office chooses from its list.

## Findings

Findings are graded by severity and mended within thirty days of the report.
`,
    },
  },
  {
    name: 'an answer to a regime and a page that drops its name',
    aspect: 'compliance-posture/documented:eu-ai-act',
    real: {
      'docs/eu-ai-act.md': `# EU AI Act and the assistant

## Risk classification

The assistant answers questions about orders and decides nothing, so that it is held to be of limited risk.

## Transparency and oversight

The service says on each page that a machine answers, and a person can be reached from every answer.
`,
    },
    other: {
      'README.md': `# The assistant

Enterprise-grade: EU AI Act ready, GDPR and HIPAA compliant, SOC 2 on the way.

## Scope

It answers questions about orders, and is made of a service, an index and a page for editors.

## Security

Report a problem to security@shop.internal and we will answer within two working days.
`,
    },
  },
  {
    name: 'a DPIA and the text of the law that the assistant answers from',
    aspect: 'compliance-posture/documented:gdpr',
    real: {
      'docs/dpia.adoc': `= Data protection impact assessment of the assistant

== Purpose and lawful basis

We answer questions of customers about their own orders, on the basis of the contract with them.

== Measures

The service masks names and card numbers before the model sees them, and keeps nothing after thirty days.
`,
    },
    other: {
      'knowledge/gdpr.md': `# GDPR

## Article 35, scope of the assessment

Where processing is likely to result in a high risk, the controller carries out an assessment before it begins.

## Rights of the data subject

The controller gives the data subject access to the data, and to the logic of automated decisions on them.
`,
    },
  },
  {
    name: 'the GDPR and its namesake of the United Kingdom',
    aspect: 'compliance-posture/documented:uk-gdpr',
    real: {
      'docs/uk.md': `# UK GDPR and the assistant

## Purpose and legal basis

We answer questions of residents about their own cases, as a public task that the council has by law.

## Safeguards

The service masks names before the model sees them, and a person looks at each letter before it is sent.
`,
    },
    other: {
      'docs/eu.md': `# GDPR and the assistant

## Purpose and legal basis

We answer questions of customers about their own orders, on the basis of the contract with them.

## Safeguards

The service masks names before the model sees them, and a person looks at each letter before it is sent.
`,
    },
  },
  {
    name: 'steps for going back and a note on one change',
    aspect: 'rollback-procedure/documented',
    real: {
      'docs/release.rst': `Releases
========

Rollback
--------

#. Run \`\`kubectl -n prod rollout undo deployment/answers\`\`.
#. Look at five answers, and tell the channel.
`,
    },
    other: {
      'docs/changes/2026-03-new-index.md': `# New index

## Rollback

1. \`git revert\` the change of the index and restore the former file from \`.backup\`.
2. Start the import again.
`,
    },
  },
  {
    name: 'standing steps for going back and a decision record that mentions them',
    aspect: 'rollback-procedure/documented',
    real: {
      'RUNBOOK.md': `# Runbook

## Rolling back a release

1. Run \`helm rollback answers\` and wait until the pods are ready.
2. Check https://answers.shop.internal/health.
`,
    },
    other: {
      'docs/adr/0007-deploy-by-helm.md': `# Deploy by Helm

## Rollback

1. With Helm, \`helm rollback answers\` would bring the former release back.
2. We decided for it in March.
`,
    },
  },
];

describe.each(pairs)('$name', ({ aspect, real, other, otherStatus = 'absent' }) => {
  test('the first is evidence', async () => {
    expect(await statusOf(aspect, real)).toBe('proven');
  });

  test('the second is none', async () => {
    expect(await statusOf(aspect, other)).toBe(otherStatus);
  });
});
