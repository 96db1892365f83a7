import { type Level, levels, type Report, type ReportFinding, type ReportSystem } from '../../model/report.ts';
import { isAtGoal } from './stage.ts';

/** Kinds that the report shows from the systems themselves, in sections of their own. */
const shownElsewhere: ReadonlySet<string> = new Set([
  'gap',
  'over-investment',
  'scope-creep',
  'unknown',
  'symptom',
  'regression',
]);

export const levelMarks: Readonly<Record<Level, string>> = { error: '✗', warning: '!', notice: '·' };

/** What the base satisfied and this change does not. */
export function listRegressions(report: Report, system: string): readonly ReportFinding[] {
  return report.findings.filter((finding) => finding.system === system && finding.kind === 'regression');
}

/** What no other section of the system shows: what ends soon, advice on the target and the policy. */
export function listOthers(report: Report, system: ReportSystem): readonly ReportFinding[] {
  return report.findings.filter(
    (finding) =>
      finding.system === system.name &&
      !shownElsewhere.has(finding.kind) &&
      !(finding.kind === 'stale' && isBlocker(finding, system)),
  );
}

function isBlocker({ practice }: ReportFinding, system: ReportSystem): boolean {
  if (practice === undefined || system.next === null || isAtGoal(system)) return false;
  const found = system.practices[practice];
  return found !== undefined && found.stage === system.next.stage && found.status !== 'met';
}

/** Findings about no system of the report: the policy, or a system that it does not name. */
export function listGeneral(report: Report): readonly ReportFinding[] {
  const names = new Set(report.systems.map(({ name }) => name));
  return report.findings.filter(({ system }) => system === null || !names.has(system));
}

/** `2 errors and 1 notice`, by level. */
export function countByLevel(findings: readonly { readonly level: Level }[]): readonly (readonly [Level, number])[] {
  return levels
    .map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
    .filter(([, count]) => count > 0);
}
