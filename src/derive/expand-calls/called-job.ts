import { type Bindings, bindCondition, bindInputs, bindValues, joinConditions } from '../../lib/inputs.ts';
import type { JobFact, StepFact } from '../../model/fact.ts';

/** Whether an `if:` may be true in a run that this event starts. */
export type MayHold = (condition: string, event: string) => boolean;

export type Call = {
  /** The job that calls; its inputs are those of its own pipeline. */
  readonly caller: JobFact;
  /** What the called pipeline is given. */
  readonly inputs: Bindings;
  readonly mayHold: MayHold;
};

/** The id of a job that a caller brings. */
export function calledId(caller: JobFact, job: string): string {
  return `${caller.job} / ${job}`;
}

/**
 * A job of a called pipeline as one of the caller's: at the caller's place, started by the caller's events, behind what the
 * caller waits for, with the inputs put in.
 */
export function bringJob(fact: JobFact, call: Call): JobFact {
  const { environment: _, condition: __, directory: ___, ...rest } = fact;
  return { ...rest, ...bringContext(fact, call), ...bringLinks(fact, call), with: bindValues(fact.with, call.inputs) };
}

/** The same for a step. */
export function bringStep(fact: StepFact, call: Call): StepFact {
  const { environment: _, condition: __, directory: ___, ...rest } = fact;
  const { inputs } = call;
  return {
    ...rest,
    ...bringContext(fact, call),
    with: bindValues(fact.with, inputs),
    env: bindValues(fact.env, inputs),
    ...(fact.command === undefined ? {} : { command: bindInputs(fact.command, inputs) }),
    ...(fact.words === undefined ? {} : { words: fact.words.map((word) => bindInputs(word, inputs)) }),
  };
}

function bringContext(fact: JobFact | StepFact, call: Call) {
  const { caller, inputs } = call;
  const { environment, condition, directory } = fact;
  const own = condition === undefined ? undefined : bindCondition(condition, inputs);
  const joined = joinConditions(caller.condition, own);
  const { triggers, disabled } = readSchedule(fact, joined, call);
  return {
    at: caller.at,
    role: caller.role,
    job: calledId(caller, bindInputs(fact.job, inputs)),
    triggers,
    branches: caller.branches,
    paths: caller.paths,
    manual: caller.manual || (fact.manual && !isOnlyDispatched(fact.triggers)),
    needs: [...caller.needs, ...fact.needs.map((job) => calledId(caller, bindInputs(job, inputs)))],
    tolerant: caller.tolerant || fact.tolerant,
    via: [...(caller.via ?? []), `${fact.at.path}:${fact.at.line}`],
    ...(environment === undefined ? {} : { environment: bindInputs(environment, inputs) }),
    ...(joined === undefined ? {} : { condition: joined }),
    ...(directory === undefined ? {} : { directory: bindInputs(directory, inputs) }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}

/** Which of the caller's events reach it, and why none does. */
function readSchedule(fact: JobFact | StepFact, condition: string | undefined, { caller, mayHold }: Call) {
  const isCallable = fact.triggers.includes('workflow_call');
  const known = caller.disabled ?? fact.disabled;
  const reached = caller.triggers.filter((event) => {
    return condition === undefined || mayHold(condition, event === 'tag' ? 'push' : event);
  });
  const isOff = !isCallable || (caller.triggers.length > 0 && reached.length === 0);
  const disabled = known ?? (isOff ? `if: ${condition ?? fact.condition ?? 'false'}` : undefined);
  return { triggers: isOff ? caller.triggers : reached, disabled };
}

function bringLinks(fact: JobFact, { caller, inputs }: Call) {
  const isLabelled = caller.label !== undefined || fact.label !== undefined;
  const despite = {
    ...caller.despite,
    ...Object.fromEntries(Object.entries(fact.despite ?? {}).map(([job, how]) => [calledId(caller, job), how])),
  };
  return {
    ...(isLabelled ? { label: `${caller.label ?? caller.job} / ${fact.label ?? fact.job}` } : {}),
    ...(caller.pipeline === undefined ? {} : { pipeline: caller.pipeline }),
    ...(caller.follows === undefined ? {} : { follows: caller.follows }),
    ...(Object.keys(despite).length === 0 ? {} : { despite }),
    inputs: Object.fromEntries(inputs),
  };
}

/** Whether only people and other systems start it, by hand. */
export function isOnlyDispatched(triggers: readonly string[]): boolean {
  return triggers.length > 0 && triggers.every((event) => /^(?:workflow|repository)_dispatch$/.test(event));
}
