import type { JobFact } from '../../model/fact.ts';
import { type Ending, mayOutlive, needsConclusion } from './condition.ts';
import { textAt, textsOf, valueAt } from './look-up.ts';
import { readEvents } from './triggers.ts';
import type { Tree } from './yaml-tree.ts';

/** How a job hangs together with others, in its own workflow and beyond. */
export type PipelineLinks = Pick<JobFact, 'label' | 'pipeline' | 'follows' | 'despite' | 'inputs'>;

/**
 * Reads what a job waits for and whether it heeds how that ended, and what a caller may set.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run
 */
export function readLinks(body: Tree, workflow: Tree): PipelineLinks {
  const label = textAt(body, 'name');
  const pipeline = textAt(workflow, 'name');
  const condition = textAt(body, 'if');
  const needs = textsOf(valueAt(body, 'needs'));
  const follows = readFollows(workflow, needs.length > 0 && !needsConclusion(condition));
  const despite = Object.fromEntries([
    ...needs.flatMap((job): readonly (readonly [string, Ending])[] => {
      const ending = outlivedEnding(job, condition, valueAt(workflow, 'jobs', job));
      return ending === undefined ? [] : [[job, ending]];
    }),
    ...(needsConclusion(condition) ? [] : follows.map((name) => [name, 'failure'] as const)),
  ]);
  const inputs = isCallable(workflow) ? readInputs(valueAt(workflow, 'on', 'workflow_call', 'inputs')) : undefined;
  return {
    ...(label === undefined ? {} : { label }),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(follows.length === 0 ? {} : { follows }),
    ...(Object.keys(despite).length === 0 ? {} : { despite }),
    ...(inputs === undefined ? {} : { inputs }),
  };
}

/** A job that waits for another of its workflow follows no other workflow, unless it asks how that ended. */
function readFollows(workflow: Tree, isBehindOthers: boolean): readonly string[] {
  if (isBehindOthers) return [];
  const trigger = valueAt(workflow, 'on', 'workflow_run');
  const types = textsOf(valueAt(trigger, 'types'));
  return types.length === 0 || types.includes('completed') ? textsOf(valueAt(trigger, 'workflows')) : [];
}

/** Without an `if:` of its own the needed job is only skipped with what it needs itself. */
function outlivedEnding(job: string, condition: string | undefined, needed: Tree | undefined): Ending | undefined {
  if (mayOutlive(condition, job, 'failure')) return 'failure';
  const isSkippable = textAt(needed, 'if') !== undefined;
  return isSkippable && mayOutlive(condition, job, 'skip') ? 'skip' : undefined;
}

const zeros: Readonly<Record<string, string>> = { boolean: 'false', number: '0' };

function isCallable(workflow: Tree): boolean {
  return readEvents(valueAt(workflow, 'on')).some(({ name }) => name === 'workflow_call');
}

/** Inputs with their defaults, or with what GitHub takes where there is none. */
function readInputs(inputs: Tree | undefined): Readonly<Record<string, string>> {
  const entries = inputs?.kind === 'map' ? inputs.entries : [];
  return Object.fromEntries(
    entries.map(({ key, value }) => [key, textAt(value, 'default') ?? zeros[textAt(value, 'type') ?? ''] ?? '']),
  );
}
