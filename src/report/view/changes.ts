import type { Comparison, Regression, SystemComparison } from '../../model/comparison.ts';
import { describeGone } from '../../model/loss-words.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import { describeEnds } from './stage.ts';

/** What changed of one aspect or capability: its name, from what to what, and the words or places that show it. */
export type Change = {
  readonly name: string;
  readonly shift?: string;
  readonly words: readonly string[];
  readonly places: readonly { readonly title: string; readonly path: string; readonly line: number }[];
};

export function listLost({ regressions }: SystemComparison): readonly Change[] {
  return regressions.map((lost) => ({ ...nameOf(lost), words: explainLoss(lost), places: [] }));
}

export function listGained({ improvements }: SystemComparison): readonly Change[] {
  return improvements.map((gained) => ({ ...nameOf(gained), words: [], places: gained.evidence }));
}

export function listNewlyEarly({ early }: SystemComparison): readonly Change[] {
  return early.map(({ capability, evidence }) => ({ name: capability, words: [], places: evidence }));
}

function nameOf({ practice, aspect, from, to }: Pick<Regression, 'practice' | 'aspect' | 'from' | 'to'>) {
  return { name: `${practice}/${aspect}`, shift: `${from} → ${to}` };
}

function explainLoss({ gone, reason }: Regression): readonly string[] {
  return [...describeGone(gone), ...(reason === null ? [] : [reason])];
}

/** `Stage 3 · Observed → 2 · Automated`, or that the system came or went. */
export function describeShift({ status, stage }: SystemComparison, model: MaturityModel): string {
  const [was, is] = [stage.base, stage.head].map((range) => (range ? describeEnds(range, model) : ''));
  if (status === 'appeared') return `appeared at Stage ${is}`;
  if (status === 'went') return `went; it was at Stage ${was}`;
  return was === is ? `Stage ${is}, as before` : `Stage ${was} → ${is}`;
}

/** `base 0123456789ab → head …`, as far as commits are known. */
export function describeStates({ base, head }: Comparison): string {
  const [from, to] = [base, head].map(({ commit }) => commit?.slice(0, 12) ?? 'unknown commit');
  return `${from} → ${to}`;
}

/** What beside the repository may have changed a stage. */
export function describeTools({ base, head }: Comparison): string | undefined {
  if (base.model !== head.model)
    return `The models differ (${base.model}, ${head.model}), so not every change is one of the repository.`;
  if (base.rules !== head.rules || base.tool !== head.tool)
    return `The rules differ (stagegate ${base.tool}, ${head.tool}), so not every change is one of the repository.`;
  return undefined;
}
