import type { PolicyChange } from '../model/policy-change.ts';
import { type Finding, findingId } from './finding.ts';

const shown = 5;

/**
 * The one finding about a change of the policy, which holds after the merge and not before: a warning if the bar gets
 * lower by it.
 */
export function judgePolicyChange(changes: readonly PolicyChange[]): readonly Finding[] {
  const weight = ({ weakens, isFile }: PolicyChange) => (weakens ? 0 : isFile ? 1 : 2);
  const sorted = [...changes].sort((a, b) => weight(a) - weight(b));
  const [first] = sorted;
  if (!first) return [];
  const rest = sorted.length - shown;
  const words = sorted.slice(0, shown).map(describeChange);
  return [
    {
      id: findingId('policy-change'),
      kind: 'policy-change',
      ...describeWhole(first),
      aspects: [],
      message: `${words.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. It takes effect after the merge: this run went by the policy of the base.`,
      fix: 'Have someone who answers for the policy approve it.',
      ...(first.at === undefined ? {} : { at: first.at }),
    },
  ];
}

/** Of all changes, the first is the most serious. */
function describeWhole({ weakens, isFile }: PolicyChange): Pick<Finding, 'level' | 'title'> {
  if (weakens) return { level: 'warning', title: 'This change lowers its own bar' };
  if (isFile) return { level: 'warning', title: 'This change edits what it is judged by' };
  return { level: 'notice', title: 'This change edits the policy' };
}

function describeChange({ key, from, to, weakens, isFile }: PolicyChange): string {
  if (isFile) return `\`${key}\` is ${from === undefined ? 'added' : to === undefined ? 'removed' : 'edited'}`;
  const lower = weakens ? ' (lower)' : '';
  if (from === undefined) return `\`${key}\` is added: ${to}${lower}`;
  if (to === undefined) return `\`${key}\` is removed: ${from}${lower}`;
  return `\`${key}\` goes from ${from} to ${to}${lower}`;
}
