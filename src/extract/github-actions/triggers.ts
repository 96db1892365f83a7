import type { JobContext } from '../../model/fact.ts';
import { mayHold } from './condition.ts';
import { textsOf, valueAt } from './look-up.ts';
import type { Tree } from './yaml-tree.ts';

export type Event = { readonly name: string; readonly filters?: Tree };

const manualEvents = ['workflow_dispatch', 'repository_dispatch'];
const eventsWithPaths = ['push', 'pull_request', 'pull_request_target'];

/**
 * The events of an `on:`, in each of its three spellings.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on
 */
export function readEvents(on: Tree | undefined): readonly Event[] {
  if (on?.kind === 'map') return on.entries.map(({ key, value }) => ({ name: key, filters: value }));
  return textsOf(on).map((name) => ({ name }));
}

/** The events whose runs an `if:` lets pass; none where it is never true. */
export function narrowEvents(events: readonly Event[], condition: string | undefined): readonly Event[] {
  if (condition === undefined) return events;
  // A called workflow sees the event of its caller.
  return events.filter(({ name }) => mayHold(condition, name === 'workflow_call' ? undefined : name));
}

/** What facts say of the events. A push that only tags start is the trigger `tag`. */
export function describeEvents(
  events: readonly Event[],
): Pick<JobContext, 'triggers' | 'branches' | 'paths' | 'manual'> {
  return {
    triggers: [...new Set(events.flatMap(triggersOf))],
    branches: events.filter(({ name }) => name === 'push').flatMap(({ filters }) => patterns(filters, 'branches')),
    paths: pathsOf(events.filter(({ name }) => eventsWithPaths.includes(name))),
    manual: events.length > 0 && events.every(({ name }) => manualEvents.includes(name)),
  };
}

function triggersOf({ name, filters }: Event): readonly string[] {
  if (name !== 'push') return [name];
  const onTags = patterns(filters, 'tags').length > 0;
  const onBranches = patterns(filters, 'branches').length > 0;
  if (!onTags) return ['push'];
  return onBranches ? ['push', 'tag'] : ['tag'];
}

/** One event without a filter starts the job whatever the path is, so the filters of the others say nothing then. */
function pathsOf(events: readonly Event[]): readonly string[] {
  const filters = events.map((event) => patterns(event.filters, 'paths'));
  return filters.some((paths) => paths.length === 0) ? [] : [...new Set(filters.flat())];
}

function patterns(filters: Tree | undefined, key: 'branches' | 'tags' | 'paths'): readonly string[] {
  const ignored = textsOf(valueAt(filters, `${key}-ignore`));
  return [...textsOf(valueAt(filters, key)), ...ignored.map((pattern) => `!${pattern}`)];
}
