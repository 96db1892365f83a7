import type { Fact, JobFact, StepFact } from '../model/fact.ts';

type PipelineFact = JobFact | StepFact;

/**
 * Puts on every job what its steps do, on every step what its job does, and on both what the jobs do that they wait for,
 * transitively. Takes the marks of the activity rules by fact; gives the facts in the same order.
 */
export function deriveActivities(facts: readonly Fact[], marks: ReadonlyMap<Fact, readonly string[]>): readonly Fact[] {
  const pipeline = facts.filter((fact): fact is PipelineFact => fact.kind === 'job' || fact.kind === 'step');
  const ofJob = new Map<string, Set<string>>();
  const needsOf = new Map<string, readonly string[]>();
  for (const fact of pipeline) {
    const key = jobKey(fact, fact.job);
    const activities = ofJob.get(key) ?? new Set();
    if (fact.disabled === undefined) for (const mark of marks.get(fact) ?? []) activities.add(mark);
    ofJob.set(key, activities);
    needsOf.set(
      key,
      fact.needs.map((job) => jobKey(fact, job)),
    );
  }
  const awaited = awaitedActivities(ofJob, needsOf);
  return facts.map((fact) => {
    if (fact.kind !== 'job' && fact.kind !== 'step') return fact;
    const key = jobKey(fact, fact.job);
    const activities = fact.kind === 'job' ? [...(ofJob.get(key) ?? [])] : (marks.get(fact) ?? []);
    return { ...fact, activities: [...activities].sort(), needsActivity: awaited(key) };
  });
}

function jobKey(fact: PipelineFact, job: string): string {
  return `${fact.at.path}#${job}`;
}

function awaitedActivities(
  ofJob: ReadonlyMap<string, ReadonlySet<string>>,
  needsOf: ReadonlyMap<string, readonly string[]>,
) {
  const known = new Map<string, readonly string[]>();
  return (key: string): readonly string[] => {
    const found = known.get(key);
    if (found) return found;
    const seen = new Set<string>();
    const queue = [...(needsOf.get(key) ?? [])];
    for (let job = queue.pop(); job !== undefined; job = queue.pop()) {
      if (seen.has(job)) continue;
      seen.add(job);
      queue.push(...(needsOf.get(job) ?? []));
    }
    const activities = [...new Set([...seen].flatMap((job) => [...(ofJob.get(job) ?? [])]))].sort();
    known.set(key, activities);
    return activities;
  };
}
