import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { type Event, joinPatterns } from '../pipeline/events.ts';
import { itemsOf, textsOf, valueAt } from '../pipeline/look-up.ts';

const eventNames: Readonly<Record<string, string>> = {
  push: 'push',
  tag: 'tag',
  pull_request: 'pull_request',
  cron: 'schedule',
  manual: 'workflow_dispatch',
  custom: 'workflow_dispatch',
  deployment: 'deployment',
  promote: 'deployment',
  rollback: 'deployment',
  release: 'release',
};

const usual: readonly Event[] = [{ name: 'push' }, { name: 'pull_request' }];

/**
 * The events that a `when` or `trigger` lets through, of those around it. Of a list, any entry may.
 * Format: https://woodpecker-ci.org/docs/usage/workflow-syntax#when---global-workflow-conditions
 */
export function applyWhen(when: YamlNode | undefined, outer: readonly Event[] = usual): readonly Event[] {
  if (when === undefined) return outer;
  const found = itemsOf(when).flatMap((entry) => applyEntry(entry, outer));
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

function applyEntry(entry: YamlNode, outer: readonly Event[]): readonly Event[] {
  const wanted = readFilter(valueAt(entry, 'event')).map((name) => eventNames[name] ?? name);
  // What a whole pipeline is not told to run for may still be named by one of its parts.
  const events =
    wanted.length === 0 ? outer : wanted.filter((name) => !name.startsWith('!')).map((name) => pick(name, outer));
  const branches = readFilter(valueAt(entry, 'branch'));
  const paths = readFilter(valueAt(entry, 'path'));
  return events.map((event) => ({
    ...event,
    ...(event.name === 'push' && branches.length > 0 ? { branches } : {}),
    ...(paths.length > 0 ? { paths } : {}),
  }));
}

function pick(name: string, outer: readonly Event[]): Event {
  return outer.find((event) => event.name === name) ?? { name };
}

function readFilter(node: YamlNode | undefined): readonly string[] {
  if (node?.kind !== 'map') return textsOf(node);
  return joinPatterns(textsOf(valueAt(node, 'include')), textsOf(valueAt(node, 'exclude')));
}

/** What a `status` says of how the steps before it went. */
export function readStatus(when: YamlNode | undefined): string | undefined {
  const statuses = itemsOf(when).flatMap((entry) => textsOf(valueAt(entry, 'status')));
  if (!statuses.includes('failure')) return undefined;
  return statuses.includes('success') ? 'always()' : 'failure()';
}
