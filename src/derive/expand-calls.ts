import { joinFolder } from '../lib/folders.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fact, JobFact, StepFact } from '../model/fact.ts';
import { bringJob, bringStep, isOnlyDispatched, type MayHold } from './expand-calls/called-job.ts';

/** How deep pipelines that call pipelines are followed. */
export const callDepthLimit = 5;

/** Jobs and steps that all calls of a repository may bring. */
export const calledFactLimit = 20_000;

type PipelineFact = JobFact | StepFact;
type Pipelines = ReadonlyMap<string, readonly PipelineFact[]>;

export type ExpandSettings = {
  readonly mayHold: MayHold;
  /** `owner/name`, so that a repository may call itself by its full name. */
  readonly repository?: string;
};

export type ExpandedCalls = { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] };

const callEvent = 'workflow_call';

/**
 * Puts the jobs of called pipelines of this repository beside the jobs that call them, once a call. A pipeline that is
 * called loses what only its callers start; one that nobody calls stays as it is.
 */
export function expandCalls(facts: readonly Fact[], settings: ExpandSettings): ExpandedCalls {
  const pipelines = groupPipelines(facts);
  const reached = new Set<string>();
  const budget = { left: calledFactLimit, isCut: false };
  const expanded = new Map<Fact, readonly PipelineFact[]>();
  const diagnostics: Diagnostic[] = [];
  const expandPipeline = (path: string): void => {
    budget.isCut = false;
    for (const fact of pipelines.get(path) ?? []) {
      if (fact.kind === 'job') expanded.set(fact, expandJob(fact, [path], { pipelines, settings, reached, budget }));
    }
    const [first] = pipelines.get(path) ?? [];
    if (first && budget.isCut) diagnostics.push(describeLimit(first));
  };
  const paths = [...pipelines.keys()];
  const called = new Set(paths.flatMap((path) => calleesOf(pipelines.get(path) ?? [], pipelines, settings)));
  for (const path of paths) if (!called.has(path) || startsByItself(pipelines.get(path) ?? [])) expandPipeline(path);
  const result = facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind !== 'job' && fact.kind !== 'step') return [fact];
    const settle = (item: PipelineFact) => (reached.has(fact.at.path) ? withoutCall(item) : [item]);
    const own = settle(fact);
    const brought = (expanded.get(fact) ?? []).flatMap(settle);
    return brought.length === 0 ? own : [...own.map((item) => ({ ...item, followed: true })), ...brought];
  });
  return { facts: result, diagnostics };
}

function describeLimit({ at }: PipelineFact): Diagnostic {
  const message = `workflows that call each other more than ${callDepthLimit} deep, or bring more than ${calledFactLimit} jobs and steps, were not followed`;
  return { level: 'warning', code: 'limit-reached', message, at: { path: at.path } };
}

function groupPipelines(facts: readonly Fact[]): Pipelines {
  const pipelines = new Map<string, PipelineFact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'job' && fact.kind !== 'step') continue;
    const group = pipelines.get(fact.at.path);
    if (group) group.push(fact);
    else pipelines.set(fact.at.path, [fact]);
  }
  return pipelines;
}

function startsByItself(facts: readonly PipelineFact[]): boolean {
  return facts.some(({ triggers }) => triggers.some((event) => event !== callEvent));
}

function calleesOf(facts: readonly PipelineFact[], pipelines: Pipelines, settings: ExpandSettings): readonly string[] {
  return facts.flatMap((fact) => (fact.kind === 'job' ? (calleeOf(fact, pipelines, settings) ?? []) : []));
}

/** The path of the pipeline that a job calls, if it is one of this repository. */
function calleeOf({ uses = '' }: JobFact, pipelines: Pipelines, { repository }: ExpandSettings): string | undefined {
  const [target = ''] = uses.split('@');
  const prefix = repository === undefined ? undefined : `${repository.toLowerCase()}/`;
  const isSelf = prefix !== undefined && target.toLowerCase().startsWith(prefix);
  if (!isSelf && !target.startsWith('./')) return undefined;
  const path = joinFolder('', isSelf ? target.slice(prefix.length) : target);
  const [first] = (pipelines.get(path) ?? []).filter(({ kind }) => kind === 'job');
  return first?.kind === 'job' && first.inputs !== undefined ? path : undefined;
}

type Walk = {
  readonly pipelines: Pipelines;
  readonly settings: ExpandSettings;
  readonly reached: Set<string>;
  readonly budget: { left: number; isCut: boolean };
};

function expandJob(caller: JobFact, trail: readonly string[], walk: Walk): readonly PipelineFact[] {
  const callee = calleeOf(caller, walk.pipelines, walk.settings);
  if (callee === undefined || trail.includes(callee)) return [];
  const facts = walk.pipelines.get(callee) ?? [];
  if (trail.length > callDepthLimit || facts.length > walk.budget.left) {
    walk.budget.isCut = true;
    return [];
  }
  walk.budget.left -= facts.length;
  walk.reached.add(callee);
  const defaults = facts.find((fact): fact is JobFact => fact.kind === 'job')?.inputs ?? {};
  const inputs = new Map([...Object.entries(defaults), ...Object.entries(caller.with)]);
  const call = { caller, inputs, mayHold: walk.settings.mayHold };
  return facts.flatMap((fact): readonly PipelineFact[] => {
    if (fact.kind === 'step') return [bringStep(fact, call)];
    const brought = bringJob(fact, call);
    const inner = expandJob(brought, [...trail, callee], walk);
    return inner.length === 0 ? [brought] : [{ ...brought, followed: true }, ...inner];
  });
}

function withoutCall<T extends PipelineFact>(fact: T): readonly T[] {
  if (!fact.triggers.includes(callEvent)) return [fact];
  const triggers = fact.triggers.filter((event) => event !== callEvent);
  return triggers.length === 0 ? [] : [{ ...fact, triggers, manual: fact.manual || isOnlyDispatched(triggers) }];
}
