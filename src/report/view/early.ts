import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportEvidence, ReportFinding, ReportSystem } from '../../model/report.ts';

/** What was bought before the scale or the target asks for it. */
export type Early = {
  readonly name: string;
  readonly why: string;
  readonly instead: string;
  readonly places: readonly Pick<ReportEvidence, 'path' | 'line'>[];
};

/** Capabilities whose scale is not declared, then costly practices of a stage above the target. */
export function listEarly(system: ReportSystem, model: MaturityModel, report: Report): readonly Early[] {
  return [...listCapabilities(system, model), ...listCreep(system, report)];
}

function listCapabilities(system: ReportSystem, model: MaturityModel): readonly Early[] {
  return model.capabilities.flatMap(({ id, title, justified, instead }) => {
    const found = system.capabilities[id];
    if (!found || found.status === 'absent' || found.justified || found.waived) return [];
    const seen = found.evidence[0]?.title ?? title;
    const { threshold } = found;
    const from = threshold
      ? `${justified.scale}: ${threshold.from}, by the policy (${threshold.reason})`
      : justified.words;
    return [{ name: id, why: `${seen}; worth it from ${from}`, instead, places: found.evidence }];
  });
}

function listCreep(system: ReportSystem, report: Report): readonly Early[] {
  return findingsOf(report, system.name)
    .filter(({ kind }) => kind === 'scope-creep')
    .map(({ practice, title, message, fix, at }) => ({
      name: practice ?? title,
      why: message,
      instead: fix,
      places: at ? [at] : [],
    }));
}

/** The findings about one system. */
export function findingsOf(report: Report, system: string): readonly ReportFinding[] {
  return report.findings.filter((finding) => finding.system === system);
}
