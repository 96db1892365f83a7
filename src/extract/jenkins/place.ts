import type { Event } from '../pipeline/events.ts';
import type { Job, Step } from '../pipeline/job.ts';
import type { Reading } from '../pipeline/reading.ts';
import type { Block, Item, Statement } from './statements.ts';

/** A job while its steps are gathered. */
export type Draft = Omit<Job, 'steps' | 'manual'> & { readonly steps: Step[]; manual: boolean };

/** What holds at a place of the file. */
export type Place = {
  readonly job: Draft;
  /** The stages around it. */
  readonly path: readonly string[];
  readonly events: readonly Event[];
  /** Of the step; that of the stages around it is the job's own. */
  readonly condition?: string | undefined;
  readonly stageCondition?: string | undefined;
  readonly directory?: string | undefined;
  readonly disabled?: string | undefined;
  readonly tolerant: boolean;
  readonly env: Readonly<Record<string, string>>;
  /** Functions that it stands in. */
  readonly calls: readonly string[];
  readonly depth: number;
};

/** What the walk through a file gathers. */
export type Walk = {
  readonly jobs: Draft[];
  /** How often each id was asked for. */
  readonly ids: Map<string, number>;
  readonly functions: ReadonlyMap<string, Block>;
  readonly reading: Reading;
  readonly visit: (statements: readonly Statement[], place: Place, walk: Walk) => void;
  /** Functions that were followed. */
  calls: number;
  /** The jobs that the next stage waits for. */
  last: readonly string[];
};

/** Starts a job. */
export function draftJob(job: Omit<Draft, 'steps' | 'manual'>): Draft {
  return { ...job, manual: false, steps: [] };
}

/** The same place, one closure further in. */
export function enter(place: Place, changes: Partial<Place> = {}): Place {
  return { ...place, ...changes, depth: place.depth + 1 };
}

/** Gives steps to the job of a place, with all that holds there. */
export function addSteps(steps: readonly Step[], place: Place): void {
  const { job, condition, directory, disabled, env, events } = place;
  for (const step of steps) {
    job.steps.push({
      ...step,
      ...(condition === undefined ? {} : { condition }),
      ...(directory === undefined ? {} : { directory }),
      ...(disabled === undefined ? {} : { disabled }),
      env,
      events,
      tolerant: place.tolerant || (step.tolerant ?? false),
    });
  }
}

/** The closures of a statement, those in its arguments too. */
export function blocksOf(items: readonly Item[]): readonly Block[] {
  return items.flatMap((item) => {
    if (item.kind === 'block') return [item];
    return item.kind === 'group' ? blocksOf(item.items) : [];
  });
}

/** An id that no other job has: stages may have the same name. */
export function takeId(wanted: string, { ids }: Walk): string {
  const count = (ids.get(wanted) ?? 0) + 1;
  ids.set(wanted, count);
  return count === 1 ? wanted : `${wanted}#${count}`;
}
