import type { Value } from './value.ts';

/** What a function gives for its arguments; undefined if that can't be told. An open value without a text takes that of what asked. */
export type Apply = (values: readonly Value[], scope: Scope) => Value | undefined;

export type Scope = {
  /** The value of a name, undefined if it stands for nothing that is known. Tells `trace` what the value rests on. */
  readonly lookup: (name: string, trace: Set<string>) => Value | undefined;
  readonly functions: ReadonlyMap<string, Apply>;
  /** The text of a file of the repository, by its path from the template. */
  readonly readText: (path: string) => string | undefined;
  readonly budget: Budget;
  /** Inputs whose empty defaults the values so far rest on. */
  readonly trace: Set<string>;
};

/** What working out may still cost. */
export type Budget = { steps: number; depth: number };

/** Expressions that are worked out for one root; all behind them stay open. */
export const stepLimit = 200_000;

/** Expressions within expressions, through all variables on the way. */
export const nestingLimit = 600;

export function newBudget(): Budget {
  return { steps: stepLimit, depth: nestingLimit };
}

/** The same scope with a few names more, which hide those outside. */
export function bindNames(scope: Scope, bound: ReadonlyMap<string, Value>): Scope {
  return { ...scope, lookup: (name, trace) => bound.get(name) ?? scope.lookup(name, trace) };
}
