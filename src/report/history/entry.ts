import type { HistoryEntry, HistorySystem } from '../../model/history.ts';
import type { Report, ReportSystem } from '../../model/report.ts';

/** What a history keeps of a report. `date` is ISO. */
export function toHistoryEntry(report: Report, date: string): HistoryEntry {
  const { tool, repository, policy, systems } = report;
  return {
    version: 1,
    date,
    commit: repository.commit,
    tool: tool.version,
    model: tool.model,
    rules: tool.rules ?? null,
    policy: policy?.hash ?? null,
    systems: systems.map(toHistorySystem),
  };
}

function toHistorySystem({ name, stage, target, practices }: ReportSystem): HistorySystem {
  const satisfied = Object.entries(practices).flatMap(([practice, { aspects }]) =>
    Object.entries(aspects).flatMap(([aspect, { status }]): [string, HistorySystem['satisfied'][string]][] =>
      status === 'proven' || status === 'attested' || status === 'waived' ? [[`${practice}/${aspect}`, status]] : [],
    ),
  );
  return { name, stage, target, satisfied: Object.fromEntries(satisfied) };
}
