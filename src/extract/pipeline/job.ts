import type { Event } from './events.ts';

/** One action or command of a job. What it leaves out is as its job has it. */
export type Step = {
  readonly line: number;
  /** Where it is written, if `line` is only the place that brings it. */
  readonly via?: readonly string[];
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly command?: string;
  readonly words?: readonly string[];
  readonly guard?: string;
  /** Where `cd` has gone, seen from the folder that it starts in. */
  readonly inside?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly condition?: string;
  readonly directory?: string;
  readonly disabled?: string;
  readonly tolerant?: boolean;
  readonly events?: readonly Event[];
};

/** A job as a pipeline file has it, before it becomes facts. */
export type Job = {
  readonly id: string;
  readonly line: number;
  readonly via?: readonly string[];
  readonly events: readonly Event[];
  readonly needs?: readonly string[];
  /** Where another file may call the pipeline: its inputs with their defaults. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What other pipelines mean its own by. */
  readonly pipeline?: string;
  /** Pipelines whose end starts it, with whether it also starts after a failure. */
  readonly follows?: readonly string[];
  readonly followsFailure?: boolean;
  readonly environment?: string | undefined;
  /** In the words of its pipeline, but for the status of what ran before: `always()`, `failure()`, `success()`. */
  readonly condition?: string | undefined;
  readonly directory?: string | undefined;
  readonly disabled?: string | undefined;
  readonly tolerant?: boolean;
  readonly manual?: boolean;
  readonly uses?: string | undefined;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Read one by one, so that a limit can stop a file that stands for more than it holds. */
  readonly steps: Iterable<Step>;
};

/** Both conditions, where there are two. */
export function joinConditions(...conditions: readonly (string | undefined)[]): string | undefined {
  const given = [...new Set(conditions.filter((condition) => condition !== undefined && condition !== ''))];
  if (given.length <= 1) return given[0];
  return given.map((condition) => `(${condition})`).join(' && ');
}
