import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';
import { listPractices } from './gaps.ts';

/** Something that counts, or does not count against the system, on the team's word. */
export type Accepted = { readonly name: string; readonly reason: string };

/** What is attested or waived, so that nobody takes it for proven. */
export function listAccepted(system: ReportSystem, model: MaturityModel): readonly Accepted[] {
  const aspects = listPractices(system, model).flatMap(({ practice, parts }) =>
    parts
      .filter(({ found }) => found.status === 'attested' || found.status === 'waived')
      .map(({ id, found }) => ({ name: `${practice.id}/${id}`, reason: found.reason ?? found.status })),
  );
  const capabilities = model.capabilities
    .filter(({ id }) => system.capabilities[id]?.waived)
    .map(({ id }) => ({ name: id, reason: system.capabilities[id]?.waived ?? '' }));
  return [...aspects, ...capabilities];
}
