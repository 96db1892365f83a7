import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulesFolder } from '../scripts/compile-rules.ts';
import type { Report, ReportSystem } from '../src/model/report.ts';
import { run } from '../src/run.ts';

const folder = join(import.meta.dirname, 'repositories');
const { ruleSet } = loadRulesFolder();

/** Every repository holds what has to be found in it, so that an extra claim fails as a missing one does. */
describe.each(globSync('*/expected.json', { cwd: folder }).map(dirname))('%s', async (name) => {
  const { report } = await run({ directory: join(folder, name), today: '2026-11-24', version: '0.0.0' }, ruleSet);
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));

  test('holds the systems that are expected', () => {
    expect(report.systems.map((system) => system.name)).toEqual(Object.keys(expected.systems));
  });

  test.each(report.systems.map((system) => [system.name, system] as const))('%s is as expected', (system, found) => {
    expect(statusesOf(found, report)).toEqual(expected.systems[system]);
  });

  test('is told of as a whole as expected', () => {
    expect(findingsOf(report, null)).toEqual(expected.findings);
  });
});

function statusesOf(system: ReportSystem, report: Report) {
  const aspects = Object.entries(system.practices).flatMap(([practice, { aspects: found }]) =>
    Object.entries(found).map(([aspect, { status }]) => [`${practice}/${aspect}`, status] as const),
  );
  const present = (found: Readonly<Record<string, { readonly status: string }>>) =>
    Object.keys(found).filter((id) => found[id]?.status === 'present');
  return {
    stage: system.stage,
    recommended: system.recommended,
    practices: Object.fromEntries(Object.entries(system.practices).map(([id, { status }]) => [id, status])),
    aspects: Object.fromEntries(aspects),
    capabilities: present(system.capabilities),
    symptoms: present(system.symptoms),
    findings: findingsOf(report, system.name),
  };
}

function findingsOf({ findings }: Report, system: string | null): readonly string[] {
  return findings
    .filter((finding) => finding.system === system)
    .map(({ level, id, at }) => `${level} ${id} ${at === null ? '-' : `${at.path}:${at.line}`}`);
}
