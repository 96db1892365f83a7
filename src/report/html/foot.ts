import { countOf } from '../../lib/english.ts';
import type { Report } from '../../model/report.ts';
import { countEvidence } from '../view/evidence.ts';

/** How much was read, and by what. */
export function footText(report: Report): string {
  const { scan, tool, policy } = report;
  return [
    `${countOf(scan.files, 'file')} in ${(scan.milliseconds / 1000).toFixed(1)} s`,
    countOf(countEvidence(report), 'piece of evidence', 'pieces of evidence'),
    ...(policy?.path ? [`policy ${policy.path}`] : []),
    `${tool.name} ${tool.version}, model ${tool.model}`,
  ].join(' · ');
}
