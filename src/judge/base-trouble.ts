import type { Diagnostic } from '../model/diagnostic.ts';
import type { Mode } from '../model/report.ts';

/** How a run stands to a base. */
export type BaseState = {
  readonly mode: Mode;
  /** The revisions that were named; undefined if none was. */
  readonly revisions: readonly string[] | undefined;
  /** A person asked for this base, so that going on without it would be no answer. */
  readonly isAsked: boolean;
  /** The run is about no change. */
  readonly isUnchanged: boolean;
  readonly isFound: boolean;
  readonly isComplete: boolean;
  /** Its policy was read all the same, from the platform. */
  readonly isPolicyRead?: boolean;
};

/** What kept the base from being compared with, and what to do; an error where the comparison is what was asked for. */
export function judgeBaseTrouble(state: BaseState): Diagnostic | undefined {
  const { revisions, isFound, isComplete } = state;
  const isNeeded = (state.mode === 'ratchet' && !state.isUnchanged) || state.isAsked;
  const level = isNeeded ? 'error' : 'warning';
  if (revisions === undefined) {
    const message = 'mode ratchet compares with a base and none was named; name one, as in --base origin/main';
    return isNeeded ? { level, code: 'base-missing', message } : undefined;
  }
  if (!isFound) {
    const counts = state.isPolicyRead ? '' : ', and its own policy counts';
    const message = `the base ${revisions[0] ?? ''} is not in this clone, so it is unknown what this change loses${counts}; fetch the whole history (fetch-depth: 0 of actions/checkout), or name a commit that is there`;
    return { level, code: 'base-missing', message };
  }
  if (isComplete) return undefined;
  const message =
    'files of the base could not be read, for their size or because the clone lacks them, so it is unknown what this change loses';
  return { level, code: 'base-unread', message };
}
