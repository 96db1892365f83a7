import { escapeControl } from '../lib/escape.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import { writeJson } from '../lib/json-text.ts';
import { shorten } from '../lib/width.ts';
import type { Level, Report } from '../model/report.ts';
import { listAlerts } from './view/alerts.ts';
import { MAX_TEXT } from './view/limits.ts';

const severities: Readonly<Record<Level, string>> = { error: 'critical', warning: 'minor', notice: 'info' };

export type GitlabOptions = {
  /** The scanned folder from the top of the repository; empty or left out for the top. */
  readonly folder?: string | undefined;
};

/**
 * The findings as a Code Quality report of GitLab, what blocks most first.
 * Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function renderGitlab(report: Report, { folder = '' }: GitlabOptions = {}): string {
  const issues = listAlerts(report, folder).map(({ key, kind, subject, level, title, message, fix, path, line }) => ({
    description: [title, message, `Fix: ${fix}`].map(clean).join(' – '),
    check_name: escapeControl(['stagegate', kind, ...(subject === undefined ? [] : [subject])].join('/')),
    fingerprint: fingerprint(key),
    severity: severities[level],
    location: { path: escapeControl(path), lines: { begin: line ?? 1 } },
  }));
  return writeJson(issues);
}

function clean(text: string): string {
  return escapeControl(shorten(text.replace(/\s+/gu, ' ').trim(), MAX_TEXT));
}
