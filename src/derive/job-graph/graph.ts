import type { Fact, JobFact, StepFact } from '../../model/fact.ts';

export type PipelineFact = JobFact | StepFact;

/** One job waits for another; `despite` tells which of its ends do not stop it. */
export type Edge = { readonly to: string; readonly despite?: 'failure' | 'skip' };

export type JobNode = {
  readonly key: string;
  /** What speaks for the job: its own fact, or else its first step. */
  readonly fact: PipelineFact;
  readonly steps: readonly StepFact[];
  readonly edges: readonly Edge[];
  /** Jobs of pipelines whose end starts it, however they ended. */
  readonly loose: readonly string[];
};

export type JobGraph = ReadonlyMap<string, JobNode>;

/** File and id name a job. */
export function jobKey({ at, job }: PipelineFact): string {
  return `${at.path}#${job}`;
}

/** The jobs of all pipelines with what each waits for: jobs that it needs, what they call, and pipelines that start it. */
export function buildGraph(facts: readonly Fact[]): JobGraph {
  const groups = new Map<string, PipelineFact[]>();
  const pipelines = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (fact.kind !== 'job' && fact.kind !== 'step') continue;
    const key = jobKey(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
    if (fact.kind !== 'job') continue;
    const name = fact.pipeline ?? fact.at.path;
    pipelines.set(name, (pipelines.get(name) ?? new Set()).add(key));
  }
  const children = groupChildren([...groups.keys()]);
  return new Map([...groups].map(([key, group]) => [key, makeNode(key, group, children, pipelines)]));
}

/** The jobs that a calling job brings, by its key: their ids begin with its own. */
function groupChildren(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const key of keys) {
    for (let at = key.indexOf(' / '); at !== -1; at = key.indexOf(' / ', at + 1)) {
      const parent = key.slice(0, at);
      const found = children.get(parent);
      if (found) found.push(key);
      else children.set(parent, [key]);
    }
  }
  return children;
}

function makeNode(
  key: string,
  group: readonly PipelineFact[],
  children: ReadonlyMap<string, readonly string[]>,
  pipelines: ReadonlyMap<string, ReadonlySet<string>>,
): JobNode {
  const job = group.find((fact): fact is JobFact => fact.kind === 'job');
  const [first] = group;
  const fact = job ?? first;
  if (fact === undefined) throw new TypeError('a job without facts');
  const needed = fact.needs.flatMap((need): readonly Edge[] => {
    const target = `${fact.at.path}#${need}`;
    const despite = job?.despite?.[need];
    return [target, ...(children.get(target) ?? [])].map((to) => (despite === undefined ? { to } : { to, despite }));
  });
  const followed = (job?.follows ?? []).map((name) => ({
    jobs: [...(pipelines.get(name) ?? [])].filter((other) => other !== key),
    isLoose: job?.despite?.[name] !== undefined,
  }));
  return {
    key,
    fact,
    steps: group.filter((item): item is StepFact => item.kind === 'step'),
    edges: [...needed, ...followed.flatMap(({ jobs, isLoose }) => (isLoose ? [] : jobs.map((to) => ({ to }))))],
    loose: followed.flatMap(({ jobs, isLoose }) => (isLoose ? jobs : [])),
  };
}

/** All jobs behind edges that a test lets pass, nearest first, without the job itself. */
export function reachedJobs(
  graph: JobGraph,
  key: string,
  passes: (edge: Edge) => boolean = () => true,
): ReadonlySet<string> {
  const reached = new Set<string>();
  // A set may grow while it is walked.
  const queue = new Set([key]);
  for (const at of queue) {
    for (const edge of graph.get(at)?.edges ?? []) {
      if (!passes(edge)) continue;
      reached.add(edge.to);
      queue.add(edge.to);
    }
  }
  reached.delete(key);
  return reached;
}
