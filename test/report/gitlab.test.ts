import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderGitlab } from '../../src/report/gitlab.ts';
import { finding, report } from '../support/report.ts';

type Issue = {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
};

function issuesOf(changed: Partial<Report> = {}, folder = ''): readonly Issue[] {
  return JSON.parse(renderGitlab({ ...report, ...changed }, { folder }));
}

test('the whole report', async () => {
  await expect(renderGitlab(report)).toMatchFileSnapshot('../golden/gitlab.json.txt');
});

test('every issue has what GitLab asks for, and a fingerprint of its own', () => {
  const issues = issuesOf({ findings: [...report.findings, ...report.findings] });

  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  for (const { severity, location, check_name, description } of issues) {
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect(location.path).not.toMatch(/^\.?\//);
    expect(location.lines.begin).toBeGreaterThan(0);
    expect(check_name).toMatch(/^stagegate\//);
    expect(description).toMatch(/\w/);
  }
});

test('the fingerprint survives a move', () => {
  const [one] = report.findings;
  const moved = one && { ...one, at: { path: 'else/where.yml', line: 99 } };

  expect(issuesOf({ findings: moved ? [moved] : [] })[0]?.fingerprint).toBe(issuesOf()[0]?.fingerprint);
});

test('paths are from the top of the repository', () => {
  const findings = [finding({ kind: 'stale', title: 'x', at: { path: 'a.yml', line: 2 } })];

  expect(issuesOf({ findings }, 'services/assistant')[0]?.location.path).toBe('services/assistant/a.yml');
});

test('a scan that did not finish is told', () => {
  expect(issuesOf({ findings: [], scan: { ...report.scan, complete: false } })).toMatchObject([
    { check_name: 'stagegate/incomplete-scan', severity: 'critical' },
  ]);
});
