import type { MaturityModel, Stage } from '../model/maturity.ts';
import type { System } from '../model/system.ts';

/** The stage that a system's profile calls for; undefined for a pilot, which may stay where it is. */
export function recommendTarget(system: System, model: MaturityModel): Stage | undefined {
  if (system.lifecycle === 'pilot') return undefined;
  const { scale, from } = model['high-volume'];
  const outside = system.audience === 'customers' || system.audience === 'public';
  const watched = system.regulated !== undefined || (outside && system.reputationalRisk !== 'low');
  return watched || (system.scale[scale] ?? 0) >= from ? 4 : 3;
}
