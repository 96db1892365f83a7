import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { type Event, joinPatterns } from '../pipeline/events.ts';
import { entriesOf, itemsOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import { narrowEvents } from '../pipeline/narrow.ts';
import { askCondition, type Known } from './condition.ts';

/** A workflow that runs at all, with the events that start it. */
export type Workflow = {
  readonly name: string;
  readonly jobs: readonly Listed[];
  readonly events: readonly Event[];
  readonly disabled: string | undefined;
};

/** A job as a workflow lists it. */
export type Listed = {
  readonly job: string;
  readonly name: string;
  readonly line: number;
  readonly options: YamlNode | undefined;
};

/**
 * Reads workflows. Every push to a branch starts one, unless it has a schedule or a condition.
 * Format: https://circleci.com/docs/configuration-reference/#workflows
 */
export function readWorkflows(root: YamlNode, known: Known): readonly Workflow[] {
  return entriesOf(valueAt(root, 'workflows')).flatMap(({ key, value }) => {
    if (value.kind !== 'map') return [];
    const usual = readSchedules(value) ?? usualEvents(value);
    const events = applyCondition(applyCondition(usual, value, 'when', known), value, 'unless', known);
    const disabled = events.length === 0 ? 'no event starts its workflow' : undefined;
    return [{ name: key.text, jobs: itemsOf(valueAt(value, 'jobs')).flatMap(readListed), events, disabled }];
  });
}

function readListed(node: YamlNode): readonly Listed[] {
  if (node.kind === 'scalar') return [{ job: node.text, name: node.text, line: node.line, options: undefined }];
  const [entry] = entriesOf(node);
  if (entry === undefined) return [];
  const { key, value } = entry;
  return [{ job: key.text, name: textAt(value, 'name') ?? key.text, line: key.line, options: value }];
}

function readSchedules(workflow: YamlNode): readonly Event[] | undefined {
  const triggers = valueAt(workflow, 'triggers');
  return triggers === undefined ? undefined : [{ name: 'schedule' }];
}

/** A condition may wait for a schedule or for a call that others set up. */
function usualEvents(workflow: YamlNode): readonly Event[] {
  const isConditional = valueAt(workflow, 'when') !== undefined || valueAt(workflow, 'unless') !== undefined;
  const names = isConditional ? ['push', 'tag', 'schedule', 'repository_dispatch'] : ['push', 'tag'];
  return names.map((name) => ({ name }));
}

function applyCondition(
  events: readonly Event[],
  workflow: YamlNode,
  word: 'when' | 'unless',
  known: Known,
): readonly Event[] {
  const condition = valueAt(workflow, word);
  if (condition === undefined) return events;
  const narrowed = narrowEvents(events, askCondition(condition, known, word));
  // Whatever comes on a push needs no schedule to be told of.
  const isUsual = narrowed.some(({ name }) => name === 'push');
  return narrowed.filter(({ name }) => !isUsual || name === 'push' || name === 'tag');
}

/**
 * The events that the filters of a job leave; tags start it only where it names some.
 * Format: https://circleci.com/docs/configuration-reference/#jobfilters
 */
export function applyFilters(events: readonly Event[], options: YamlNode | undefined): readonly Event[] {
  const branches = valueAt(options, 'filters', 'branches');
  const tags = valueAt(options, 'filters', 'tags');
  const only = textsOf(branches?.kind === 'map' ? valueAt(branches, 'only') : branches);
  const ignored = textsOf(valueAt(branches, 'ignore'));
  const isOff = ignored.some((pattern) => /^\/\^?\.[*+]\$?\/$/.test(pattern));
  const patterns = joinPatterns(
    only.filter((pattern) => !/^\/\^?\.[*+]\$?\/$/.test(pattern)),
    ignored,
  );
  const others = events.filter(({ name }) => name !== 'push' && (name !== 'tag' || tags !== undefined));
  const pushes = events.filter(({ name }) => name === 'push' && !isOff).map((event) => addBranches(event, patterns));
  return [...pushes, ...others];
}

function addBranches(event: Event, patterns: readonly string[]): Event {
  return patterns.length === 0 ? event : { ...event, branches: patterns };
}
