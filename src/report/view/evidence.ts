import type { Report, ReportEvidence, ReportSystem } from '../../model/report.ts';

/** How many different pieces of evidence count, over all systems. One that two systems share counts once. */
export function countEvidence(report: Report): number {
  const places = report.systems.flatMap(listEvidence).map(({ rule, path, line }) => JSON.stringify([rule, path, line]));
  return new Set(places).size;
}

function listEvidence(system: ReportSystem): readonly ReportEvidence[] {
  const aspects = Object.values(system.practices).flatMap(({ aspects }) => Object.values(aspects));
  return [...aspects, ...Object.values(system.capabilities), ...Object.values(system.symptoms)].flatMap(
    ({ evidence }) => evidence,
  );
}
