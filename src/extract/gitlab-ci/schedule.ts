import type { YamlMap } from '../../lib/yaml-nodes.ts';
import type { Event } from '../pipeline/events.ts';
import { joinConditions } from '../pipeline/job.ts';
import { textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import { narrowEvents, otherRef } from '../pipeline/narrow.ts';
import { allEvents, branchesIn, eventsIn } from './circumstance.ts';
import { readOnlyExcept } from './only.ts';
import { decidingRules, describeRules, type Rule, readRules, readTolerance, statusCondition } from './rules.ts';
import { expandItems, type Source } from './tree.ts';

/** When a job runs, and what comes of it. */
export type Schedule = {
  readonly events: readonly Event[];
  readonly condition: string | undefined;
  readonly tolerant: boolean;
  readonly manual: boolean;
  /** It waits for a person, and the rest of the pipeline does not wait for it. */
  readonly optional: boolean;
  readonly disabled: string | undefined;
};

/** Events that start a pipeline where nobody has set up another. */
const usualEvents = ['push', 'tag', 'pull_request'];

/** When a job runs, by `rules`, `only`, `except` and `when`, and by the rules of the whole pipeline. */
export function readSchedule(job: YamlMap, workflow: readonly Rule[], source: Source): Schedule {
  const when = textAt(job, 'when');
  const ownTolerance = readTolerance(valueAt(job, 'allow_failure'));
  if (valueAt(job, 'rules') === undefined) {
    const events = isUntold(job) ? pipelineEvents(workflow) : narrowByRules(readOnlyExcept(job), [workflow]);
    const manual = when === 'manual';
    return {
      events,
      condition: joinConditions(statusCondition(when), describeVariables(job)),
      tolerant: ownTolerance ?? false,
      manual,
      optional: manual && ownTolerance !== false,
      disabled: events.length === 0 ? 'no pipeline has it' : undefined,
    };
  }
  const rules = readRules(expandItems(valueAt(job, 'rules'), source));
  const events = findEvents(rules, workflow);
  const deciding = events.flatMap((event) => decidingFor(event, rules, workflow));
  const manual = deciding.length > 0 && deciding.every((rule) => (rule.when ?? when) === 'manual');
  const tolerant = deciding.some((rule) => rule.tolerant ?? ownTolerance ?? false);
  const paths = deciding.every((rule) => rule.paths.length > 0) ? deciding.flatMap((rule) => rule.paths) : [];
  return {
    events: paths.length === 0 ? events : events.map((event) => ({ ...event, paths: [...new Set(paths)] })),
    condition: describeRules(
      rules.filter((rule) => deciding.includes(rule)),
      when,
    ),
    tolerant: tolerant && !manual,
    manual,
    optional: manual && tolerant,
    disabled: events.length === 0 ? 'its rules never let it run' : undefined,
  };
}

/**
 * The events that start the pipeline at all. Branches and tags without rules of its own; with them, a job that has none
 * runs whenever there is a pipeline.
 */
export function pipelineEvents(workflow: readonly Rule[]): readonly Event[] {
  return workflow.length === 0 ? [{ name: 'push' }, { name: 'tag' }] : findEvents([], workflow);
}

function isUntold(job: YamlMap): boolean {
  return valueAt(job, 'only') === undefined && valueAt(job, 'except') === undefined;
}

function describeVariables(job: YamlMap): string | undefined {
  return textsOf(valueAt(job, 'only', 'variables')).join(' || ') || undefined;
}

/** The usual events and those that the rules name; where none of these is left, any. */
function findEvents(rules: readonly Rule[], workflow: readonly Rule[]): readonly Event[] {
  const named = eventsIn(expressionsOf([...rules, ...workflow]));
  const likely = allEvents.filter((name) => usualEvents.includes(name) || named.includes(name));
  const found = narrowByRules(likely.map(toEvent), [workflow, rules]);
  return found.length > 0 ? found : narrowByRules(allEvents.map(toEvent), [workflow, rules]);
}

function toEvent(name: string): Event {
  return { name };
}

function expressionsOf(rules: readonly Rule[]) {
  return rules.flatMap(({ expression }) => expression ?? []);
}

function narrowByRules(events: readonly Event[], sets: readonly (readonly Rule[])[]): readonly Event[] {
  const asked = sets.filter((rules) => rules.length > 0);
  if (asked.length === 0) return events;
  const { branches, standard } = branchesIn(expressionsOf(asked.flat()));
  return narrowEvents(events, {
    branches,
    holds: (event, branch) => asked.every((rules) => decidingRules(rules, event, branch, standard).length > 0),
  });
}

function decidingFor({ name, branches }: Event, rules: readonly Rule[], workflow: readonly Rule[]): readonly Rule[] {
  const { branches: named, standard } = branchesIn(expressionsOf([...rules, ...workflow]));
  const included = branches?.filter((branch) => !branch.startsWith('!')) ?? [];
  const refs = included.length === 0 ? [otherRef, standard, ...named.map(({ text }) => text)] : included;
  return refs.flatMap((ref) => decidingRules(rules, name, ref, standard));
}
