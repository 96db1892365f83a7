import type { Level, Report, ReportFinding } from '../../model/report.ts';
import { orderFindings } from './order.ts';
import { describeVerdict } from './verdict.ts';

/** A finding for a tool that lists alerts: it always has a file, and a key that no other one has. */
export type Alert = {
  readonly key: string;
  readonly kind: string;
  readonly subject: string | undefined;
  readonly level: Level;
  readonly system: string | null;
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  readonly path: string;
  readonly line: number | undefined;
};

/**
 * The findings as alerts, what blocks most first. A scan that did not finish comes before all else. What has no place
 * stands at the policy, where its system is or would be declared. Takes the scanned folder from the top of the
 * repository, empty for the top itself, because such tools open files from there.
 */
export function listAlerts(report: Report, folder: string): readonly Alert[] {
  const policyPath = report.policy?.path ?? 'stagegate.yml';
  const place = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const alerts = [...incomplete(report), ...orderFindings(report)].map((finding) => ({
    key: finding.id,
    kind: finding.kind,
    subject: finding.practice ?? finding.capability,
    level: finding.level,
    system: finding.system,
    title: report.systems.length > 1 && finding.system !== null ? `${finding.system}: ${finding.title}` : finding.title,
    message: finding.message,
    fix: finding.fix,
    path: place(finding.at?.path ?? policyPath),
    line: finding.at?.line,
  }));
  return withOwnKeys(alerts);
}

function incomplete(report: Report): readonly ReportFinding[] {
  if (report.scan.complete) return [];
  const errors = report.diagnostics.filter(({ level }) => level === 'error');
  const at = errors.find((error) => error.at !== undefined)?.at;
  return [
    {
      id: 'incomplete-scan',
      kind: 'incomplete-scan',
      level: 'error',
      system: null,
      title: 'The scan is incomplete',
      message: [describeVerdict(report).words, ...errors.map(({ message }) => message)].join('; '),
      fix: 'Settle what the message names, and scan again.',
      at: at === undefined ? null : { path: at.path, line: at.line ?? 1 },
    },
  ];
}

/** Two findings of one subject stay apart by their order. */
function withOwnKeys(alerts: readonly Alert[]): readonly Alert[] {
  const seen = new Map<string, number>();
  return alerts.map((alert) => {
    const before = seen.get(alert.key) ?? 0;
    seen.set(alert.key, before + 1);
    return before === 0 ? alert : { ...alert, key: `${alert.key}#${before + 1}` };
  });
}
