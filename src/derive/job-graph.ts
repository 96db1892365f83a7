import type { EnvironmentClass, Fact } from '../model/fact.ts';
import { classifyJob } from './job-graph/environment.ts';
import { judgeDeploys } from './job-graph/gates.ts';
import { buildGraph, type JobNode, jobKey, reachedJobs } from './job-graph/graph.ts';
import { type Marks, settleMarks } from './job-graph/marks.ts';
import { readStepOrder } from './job-graph/step-order.ts';

/** What a job does and where. */
type Known = {
  readonly activities: readonly string[];
  /** Without those whose failure fails nothing. */
  readonly firm: readonly string[];
  readonly environmentClass: EnvironmentClass;
};

/**
 * Puts on every job what its steps do, on every step what it does itself and what those before it do, and on both what the
 * jobs do that they wait for over all pipelines, which environments these reach, what breaks the gate of a deploy, and who
 * deploys the same past it. Takes the marks of the activity rules by fact; gives the facts in the same order.
 */
export function deriveJobGraph(facts: readonly Fact[], found: Marks): readonly Fact[] {
  const marks = settleMarks(facts, found);
  const graph = buildGraph(facts);
  const known = mapValues(graph, (node) => readNode(node, marks));
  const reached = mapValues(graph, ({ key }) => reachedJobs(graph, key));
  const waits = mapValues(reached, (keys) => [...keys].flatMap((key) => known.get(key) ?? []));
  const needsActivity = mapValues(waits, (jobs) => sortedSet(jobs.flatMap(({ firm }) => firm)));
  const needsEnvironment = mapValues(waits, (jobs) => sortedSet(jobs.map((job) => job.environmentClass)));
  const order = readStepOrder(graph, marks);
  const reach = (key: string) => reached.get(key) ?? new Set<string>();
  const classOf = (key: string) => known.get(key)?.environmentClass;
  const gates = judgeDeploys({ graph, reach, marks, order, needsActivity, classOf });
  return facts.map((fact) => {
    if (fact.kind !== 'job' && fact.kind !== 'step') return fact;
    const key = jobKey(fact);
    const derived = {
      needsActivity: needsActivity.get(key) ?? [],
      environmentClass: known.get(key)?.environmentClass ?? 'none',
      needsEnvironment: (needsEnvironment.get(key) ?? []).filter((name) => name !== 'none'),
      gateBreakers: gates.get(key)?.breakers ?? [],
      alsoDeployedBy: gates.get(key)?.others ?? [],
    };
    if (fact.kind === 'job') return { ...fact, ...derived, activities: known.get(key)?.activities ?? [] };
    return { ...fact, ...derived, activities: sortedSet(marks.get(fact) ?? []), afterActivity: order.get(fact) ?? [] };
  });
}

function readNode(node: JobNode, marks: Marks): Known {
  const facts = [node.fact, ...node.steps].filter(({ disabled }) => disabled === undefined);
  const activities = sortedSet(facts.flatMap((fact) => marks.get(fact) ?? []));
  const firm = sortedSet(facts.filter(({ tolerant }) => !tolerant).flatMap((fact) => marks.get(fact) ?? []));
  return { activities, firm, environmentClass: classifyJob(node, activities) };
}

function mapValues<T, R>(map: ReadonlyMap<string, T>, change: (value: T) => R): ReadonlyMap<string, R> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function sortedSet<T extends string>(items: readonly T[]): readonly T[] {
  return [...new Set(items)].sort();
}
