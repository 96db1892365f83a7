import type { JobContext } from '../../model/fact.ts';

/** What starts a job, in GitHub's words. Branches and paths are patterns; none means any. */
export type Event = {
  readonly name: string;
  readonly branches?: readonly string[];
  readonly paths?: readonly string[];
};

const manualEvents = ['workflow_dispatch', 'repository_dispatch'];
const eventsWithPaths = ['push', 'pull_request'];

/** What facts say of the events that start a job. */
export function describeEvents(
  events: readonly Event[],
): Pick<JobContext, 'triggers' | 'branches' | 'paths' | 'manual'> {
  return {
    triggers: [...new Set(events.map(({ name }) => name))],
    branches: joinFilters(events.filter(({ name }) => name === 'push').map(({ branches }) => branches)),
    paths: joinFilters(events.filter(({ name }) => eventsWithPaths.includes(name)).map(({ paths }) => paths)),
    manual: events.length > 0 && events.every(({ name }) => manualEvents.includes(name)),
  };
}

/** One event without a filter lets everything in, so that the filters of the others say nothing then. */
function joinFilters(filters: readonly (readonly string[] | undefined)[]): readonly string[] {
  const isOpen = filters.some((filter) => filter === undefined || filter.length === 0);
  return isOpen ? [] : [...new Set(filters.flatMap((filter) => filter ?? []))];
}

/** Includes and excludes as one list of patterns; what is left out has a `!`. */
export function joinPatterns(included: readonly string[], excluded: readonly string[]): readonly string[] {
  return [...included, ...excluded.map((pattern) => `!${pattern}`)];
}
