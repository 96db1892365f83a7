import { countOf } from '../../lib/english.ts';
import type { MaturityModel, Practice } from '../../model/maturity.ts';
import type { ReportEvidence, ReportSystem } from '../../model/report.ts';
import { isGap, listGaps, type Part } from './gaps.ts';

export const ACTIONS_SHOWN = 3;

export type Action = {
  readonly practice: string;
  readonly fix: string;
  readonly effort: string;
  /** What can be changed, where something stands already. */
  readonly place?: Pick<ReportEvidence, 'path' | 'line'>;
};

/**
 * The next three things to do: of each practice of the next stage its first gap, in the order of the model, then the
 * second gaps. One action stands for all gaps that it mends.
 */
export function listActions(system: ReportSystem, model: MaturityModel): readonly Action[] {
  const candidates = listGaps(system, model)
    .flatMap(({ practice, status, parts }) =>
      parts.filter(isGap).map((part, rank) => ({ practice, status, part, rank })),
    )
    .sort((a, b) => a.rank - b.rank);
  const seen = new Set<string>();
  return candidates
    .filter(({ part }) => !seen.has(part.fix) && seen.add(part.fix))
    .slice(0, ACTIONS_SHOWN)
    .map(({ practice, status, part }) => {
      const place = findPlace(part);
      const effort = describeEffort(practice, status === 'partial');
      return { practice: practice.id, fix: part.fix, effort, ...(place === undefined ? {} : { place }) };
    });
}

/** `2–4 weeks`; where part of the practice stands, only the upper end is a promise that holds. */
export function describeEffort({ weeks: [low, high] }: Practice, isPartial: boolean): string {
  if (isPartial) return `up to ${countOf(high, 'week')}`;
  return low === high ? `about ${countOf(high, 'week')}` : `${low}–${countOf(high, 'week')}`;
}

function findPlace({ found }: Part): ReportEvidence | undefined {
  return found.withheld?.[0] ?? found.evidence[0];
}
