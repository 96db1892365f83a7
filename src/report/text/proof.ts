import type { MaturityModel } from '../../model/maturity.ts';
import type { ReportSystem } from '../../model/report.ts';
import { listPractices } from '../view/gaps.ts';
import { columnOf, practiceRows } from './blockers.ts';
import type { Row } from './row.ts';
import { section } from './sections.ts';

/** What proves each practice that is met, stage by stage. */
export function proofRows(system: ReportSystem, model: MaturityModel): readonly Row[] {
  const met = listPractices(system, model).filter(({ status }) => status === 'met');
  const column = columnOf(met);
  return model.stages.flatMap(({ stage }) => {
    const views = met.filter(({ practice }) => practice.stage === stage);
    return section(
      `Met of Stage ${stage}`,
      views.flatMap((view) => practiceRows(view, column, true)),
    );
  });
}
