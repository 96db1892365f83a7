import { levels, type Report, type ReportFinding } from '../../model/report.ts';

/** The findings, what blocks most first: errors before warnings, lower stages before higher ones. */
export function orderFindings(report: Report): readonly ReportFinding[] {
  return report.findings
    .map((finding, index) => ({ finding, weight: [levels.indexOf(finding.level), stageOf(finding, report), index] }))
    .sort((a, b) => compareWeights(a.weight, b.weight))
    .map(({ finding }) => finding);
}

/** The stage that a finding keeps from being reached. What belongs to no practice comes after what does. */
function stageOf({ system, practice }: ReportFinding, { systems }: Report): number {
  const found = systems.find(({ name }) => name === system);
  return (practice === undefined ? undefined : found?.practices[practice]?.stage) ?? Number.MAX_SAFE_INTEGER;
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((weight, index) => weight - (b[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
