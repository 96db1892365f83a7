import { UserError } from '../lib/user-error.ts';
import { isWeaker, type Mode, strictest } from './organisation/strictness.ts';
import type { ResolvedPolicy } from './resolve.ts';
import { modes } from './schema.ts';

/**
 * The mode of the gate: what an option says, or the policy, or else `enforce` once there is a target; never weaker than
 * the policies above it allow. Throws a UserError for an option that is.
 */
export function chooseMode<T extends Mode>(
  option: T | undefined,
  { mode, leastMode }: Pick<ResolvedPolicy, 'mode' | 'leastMode'>,
  hasTarget: boolean,
): Mode {
  if (option !== undefined && leastMode && isWeaker<Mode>(modes, option, leastMode.mode))
    throw new UserError(`mode ${option} is weaker than ${leastMode.mode}, which ${leastMode.source} asks for at least`);
  const wanted = option ?? mode ?? (hasTarget ? 'enforce' : 'observe');
  return strictest<Mode>(modes, [wanted, leastMode?.mode]) ?? wanted;
}
