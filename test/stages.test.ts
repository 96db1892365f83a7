import { expect, test } from 'vitest';
import { assessFiles, provenIn, readRepository } from './support/assessed-files.ts';
import { system } from './support/evidence.ts';
import { aspectsOf } from './support/real-model.ts';

/** What a team at Stage 3 has not written yet: documents for auditors, drills, runbooks, and trails that are kept. */
const ofStage4 = /^docs\/(?:compliance\/|exercises\/|runbook\.md$)|^(?:infra|ansible)\/audit\.|^audit\//;

test.each([
  ['aws-rag', 'rag'],
  ['azure-agent', 'agent'],
  ['gcp-llm-app', 'llm-app'],
  ['onprem-ml', 'ml-service'],
])('%s without what is asked at Stage 4 is still at Stage 3', (name, kind) => {
  const all = Object.entries(readRepository(name));
  const files = Object.fromEntries(all.filter(([path]) => !ofStage4.test(path)));

  const proven = provenIn(assessFiles(files, system({ kind })));

  expect(all.length - Object.keys(files).length).toBeGreaterThan(4);
  expect(proven).toEqual(expect.arrayContaining([...aspectsOf(2, 3)]));
  expect(proven).not.toContain('incident-runbooks/exercised');
  expect(proven).not.toContain('compliance-posture/documented');
  expect(proven).not.toContain('third-party-review/review');
});
