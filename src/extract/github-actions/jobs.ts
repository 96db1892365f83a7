import type { JobContext } from '../../model/fact.ts';
import { jobContext } from '../../model/job-context.ts';
import { mayHold } from './condition.ts';
import { type PipelineLinks, readLinks } from './links.ts';
import { scalarAt, textAt, textsOf, valueAt } from './look-up.ts';
import { describeEvents, type Event, narrowEvents, readEvents } from './triggers.ts';
import { readValues } from './values.ts';
import type { Tree } from './yaml-tree.ts';

/** When something runs: the events that its `if:` lets pass, or why it never does. */
export type Schedule = { readonly events: readonly Event[]; readonly disabled?: string };

/** A job as the file has it; `context` is what its own fact and those of its steps share. */
export type Job = Schedule & {
  readonly line: number;
  readonly context: JobContext;
  readonly links: PipelineLinks;
  readonly uses?: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly steps: readonly Tree[];
};

/**
 * Reads the jobs of a workflow.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs
 */
export function readJobs(workflow: Tree): readonly Job[] {
  const jobs = valueAt(workflow, 'jobs');
  if (jobs?.kind !== 'map') return [];
  const events = readEvents(valueAt(workflow, 'on'));
  return jobs.entries.map(({ key, line, value }) => readJob({ id: key, line, body: value }, workflow, events));
}

type JobEntry = { readonly id: string; readonly line: number; readonly body: Tree };

function readJob({ id, line, body }: JobEntry, workflow: Tree, events: readonly Event[]): Job {
  const uses = textAt(body, 'uses');
  const shell = readDefault('shell', body, workflow);
  const steps = valueAt(body, 'steps');
  const schedule = readSchedule(body, { events });
  return {
    line,
    ...schedule,
    context: readContext(id, body, workflow, schedule.events),
    links: readLinks(body, workflow),
    ...(uses === undefined ? {} : { uses }),
    with: readValues(valueAt(body, 'with')),
    env: { ...readValues(valueAt(workflow, 'env')), ...readValues(valueAt(body, 'env')) },
    ...(shell === undefined ? {} : { shell }),
    steps: steps?.kind === 'list' ? steps.items : [],
  };
}

function readContext(id: string, body: Tree, workflow: Tree, events: readonly Event[]): JobContext {
  const environment = readEnvironment(body);
  const condition = textAt(body, 'if');
  const directory = readDefault('working-directory', body, workflow);
  return jobContext({
    provider: 'github-actions',
    job: id,
    ...describeEvents(events),
    needs: textsOf(valueAt(body, 'needs')),
    ...(environment === undefined ? {} : { environment }),
    ...(condition === undefined ? {} : { condition }),
    ...(directory === undefined ? {} : { directory }),
    tolerant: isTolerant(body),
  });
}

function readDefault(key: 'shell' | 'working-directory', body: Tree, workflow: Tree): string | undefined {
  return textAt(body, 'defaults', 'run', key) ?? textAt(workflow, 'defaults', 'run', key);
}

/** `deployment: false` lends the environment's secrets and deploys nothing. */
function readEnvironment(body: Tree): string | undefined {
  const isLent = textAt(body, 'environment', 'deployment') === 'false';
  return isLent ? undefined : (textAt(body, 'environment') ?? textAt(body, 'environment', 'name'));
}

/** Tells whether a failure of the job or step fails nothing. */
export function isTolerant(body: Tree): boolean {
  return /^(?:true|\$\{\{\s*true\s*\}\})$/.test(textAt(body, 'continue-on-error') ?? '');
}

/** When a job or step runs, by its `if:` and by what it stands in. */
export function readSchedule(body: Tree, outer: Schedule): Schedule {
  const condition = scalarAt(body, 'if')?.text;
  if (condition === undefined || outer.disabled !== undefined) return outer;
  const events = narrowEvents(outer.events, condition);
  const isOff = outer.events.length === 0 ? !mayHold(condition) : events.length === 0;
  return isOff ? { events: outer.events, disabled: `if: ${condition.trim()}` } : { events };
}
