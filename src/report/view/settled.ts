import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportSystem } from '../../model/report.ts';
import { listAccepted } from './accepted.ts';
import { findingsOf, listEarly } from './early.ts';
import { isAtGoal } from './stage.ts';

/** Whether there is more to say of a system than its line in the overview. */
export function hasDetails(system: ReportSystem, model: MaturityModel, report: Report): boolean {
  if (!isAtGoal(system)) return true;
  const hasFindings = findingsOf(report, system.name).some(({ level }) => level !== 'notice');
  // What rests on the team's word is told wherever a system is.
  return hasFindings || listEarly(system, model, report).length > 0 || listAccepted(system, model).length > 0;
}
