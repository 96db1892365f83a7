import type { Fact, JobFact, ResourceFact, StepFact } from '../model/fact.ts';
import { jobContext } from '../model/job-context.ts';
import { type Action, readActions, readStart } from './delivery-pipelines/actions.ts';
import { findBuildFile } from './delivery-pipelines/builds.ts';
import { readTriggers, type Start } from './delivery-pipelines/triggers.ts';

/**
 * Puts beside a delivery pipeline that is declared as infrastructure its actions as jobs, which wait for the stages before
 * them and call the file of the build that they start; and tells builds in files which declared trigger starts them.
 * Formats: https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html and
 * https://cloud.google.com/build/docs/automating-builds/create-manage-triggers
 */
export function readDeliveryPipelines(facts: readonly Fact[]): readonly Fact[] {
  const resources = facts.filter((fact): fact is ResourceFact => fact.kind === 'resource');
  const triggers = readTriggers(resources);
  const jobs = new Map(resources.map((resource) => [resource, describePipeline(resource, resources)]));
  const called = new Set([...jobs.values()].flat().flatMap((fact) => (fact.kind === 'job' ? (fact.uses ?? []) : [])));
  return facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind === 'resource') return [fact, ...(jobs.get(fact) ?? [])];
    if (fact.kind !== 'job' && fact.kind !== 'step') return [fact];
    if (called.has(`./${fact.at.path}`)) return [makeCallable(fact)];
    const start = fact.triggers.length === 0 ? triggers.get(`${fact.provider} ${fact.at.path}`) : undefined;
    return [start === undefined ? fact : startBy(fact, start)];
  });
}

function describePipeline(resource: ResourceFact, resources: readonly ResourceFact[]): readonly (JobFact | StepFact)[] {
  const actions = readActions(resource);
  const start = readStart(resource, actions);
  return actions
    .filter(({ category }) => category !== 'Source')
    .flatMap((action) => describeAction(action, actions, start, resource, resources));
}

function describeAction(
  action: Action,
  actions: readonly Action[],
  start: Start,
  resource: ResourceFact,
  resources: readonly ResourceFact[],
): readonly (JobFact | StepFact)[] {
  const { at, role, disabled, conditional } = resource;
  const file = findBuildFile(action, resource, resources);
  const shared = {
    at,
    role,
    ...(disabled === undefined ? {} : { disabled }),
    ...jobContext({
      provider: 'codepipeline',
      job: action.id,
      ...start,
      needs: needsOf(action, actions),
      ...(conditional === undefined ? {} : { condition: conditional }),
    }),
    with: action.configuration,
  };
  const uses = file === undefined ? {} : { uses: `./${file}` };
  const step = { uses: `${action.category}/${action.provider}`, always: false, afterActivity: [], env: {} };
  return [
    { kind: 'job', ...shared, ...uses },
    { kind: 'step', ...shared, ...step },
  ];
}

/** Stages come one after the other, and in a stage the actions by their order. */
function needsOf(action: Action, actions: readonly Action[]): readonly string[] {
  const others = actions.filter(({ category }) => category !== 'Source');
  const before = Math.max(...others.filter(({ stage }) => stage < action.stage).map(({ stage }) => stage));
  const earlier = others.filter(
    (other) => other.stage === before || (other.stage === action.stage && other.order < action.order),
  );
  return earlier.map(({ id }) => id);
}

function makeCallable<T extends JobFact | StepFact>(fact: T): T {
  const called = { ...fact, triggers: ['workflow_call'] };
  return fact.kind === 'job' ? { ...called, inputs: {} } : called;
}

function startBy<T extends JobFact | StepFact>(fact: T, { triggers, branches, paths, manual }: Start): T {
  return { ...fact, triggers, branches, paths, manual: fact.manual || manual };
}
