import type { Event } from '../pipeline/events.ts';
import { narrowEvents } from '../pipeline/narrow.ts';
import { asksStatus, branchesIn, holds } from './circumstance.ts';
import { parseExpression } from './expression.ts';

/** When something runs: the events that its conditions let pass, or why it never does. */
export type Schedule = { readonly events: readonly Event[]; readonly disabled?: string };

/** Narrows the events of what stands around it by one condition. */
export function applyCondition(condition: string | undefined, outer: Schedule): Schedule {
  if (condition === undefined || outer.disabled !== undefined) return outer;
  const expression = parseExpression(condition);
  if (expression === undefined) return outer;
  const question = {
    branches: branchesIn(expression),
    holds: (event: string, branch: string) => holds(expression, event, branch),
  };
  const asked = outer.events.length === 0 ? [{ name: 'workflow_dispatch' }] : outer.events;
  const events = narrowEvents(asked, question);
  if (events.length > 0) return { events: outer.events.length === 0 ? outer.events : events };
  // A person may still start a pipeline that no event of its own lets through, on a tag too.
  const byHand = narrowEvents([{ name: 'workflow_dispatch' }, { name: 'tag' }], question);
  if (byHand.length > 0) return { events: [{ name: 'workflow_dispatch' }] };
  return { events: outer.events, disabled: `condition: ${condition}` };
}

const words: readonly (readonly [RegExp, string])[] = [
  [/\bsucceededOrFailed\(\)/gi, '(success() || failure())'],
  [/\bsucceeded\(/gi, 'success('],
  [/\bfailed\(/gi, 'failure('],
  [/\bcanceled\(/gi, 'cancelled('],
];

/**
 * A condition with GitHub's words for how the jobs before it went. One that asks nothing of them lets a job run whatever
 * they did: it takes the place of `succeeded()`.
 */
export function describeCondition(condition: string | undefined): string | undefined {
  if (condition === undefined) return undefined;
  const text = words.reduce((result, [pattern, word]) => result.replace(pattern, word), condition.replace(/\s+/g, ' '));
  const expression = parseExpression(condition);
  return expression !== undefined && !asksStatus(expression) ? `always() && ${text}` : text;
}
