import type { Patience } from './patience.ts';

/** What a run may still ask of GitHub. */
export type Budget = {
  readonly calls: number;
  /** Counts a request; throws an OutOfBudget if there is none left. */
  spend(): void;
  allowsWait(milliseconds: number): boolean;
};

class OutOfBudget extends Error {}

export function isOutOfBudget(error: unknown): boolean {
  return error instanceof OutOfBudget || (error instanceof Error && error.cause instanceof OutOfBudget);
}

export function openBudget({ calls, total, longestWait, second }: Patience): Budget {
  const started = performance.now();
  let spent = 0;
  const isOver = (more = 0) => performance.now() - started + more > total;
  return {
    get calls() {
      return spent;
    },
    spend() {
      if (spent >= calls) throw new OutOfBudget(`a run asks GitHub at most ${calls} times`);
      if (isOver()) throw new OutOfBudget(`a run waits for GitHub at most ${Math.round(total / 1000)} s`);
      spent += 1;
    },
    allowsWait: (milliseconds) => milliseconds <= longestWait * second && !isOver(milliseconds),
  };
}

/** A fetch that counts and that gives up. */
export function boundedFetch({ timeout }: Patience, budget: Budget): typeof fetch {
  return (input, init) => {
    budget.spend();
    return fetch(input, { ...init, signal: AbortSignal.timeout(timeout) });
  };
}
