import type { GoneEvidence } from '../model/comparison.ts';
import type { ReportAspect, ReportEvidence } from '../model/report.ts';
import { pairEvidence } from './pair-evidence.ts';

/** What is known of the files of the head. */
export type HeadFiles = {
  has(path: string): boolean;
  /** It holds what it held on the base. */
  isSame(path: string): boolean;
  /** Where a file of the base is now, if the head has the same bytes under another path. */
  movedTo(path: string): string | undefined;
};

/** The evidence of the base that an aspect of the head does not have, and what became of it. */
export function explainGone(
  base: readonly ReportEvidence[],
  head: ReportAspect,
  files: HeadFiles | undefined,
): GoneEvidence[] {
  const counted = base.filter(({ strength }) => strength !== 'hint');
  const { alone } = pairEvidence(counted, head.evidence);
  const contradicted = pairEvidence(alone, head.withheld ?? []);
  const against = new Map(contradicted.pairs);
  return alone.map((item) => {
    const { rule, title, path, line } = item;
    return { rule, title, path, line, ...explainOne(item, against.get(item), files) };
  });
}

type Fate = Pick<GoneEvidence, 'how' | 'because' | 'now'>;

function explainOne(
  { path, line }: ReportEvidence,
  against: ReportEvidence | undefined,
  files: HeadFiles | undefined,
): Fate {
  if (against) {
    const now = { path: against.path, line: against.line };
    return { how: 'contradicted', ...(against.because === undefined ? {} : { because: against.because }), now };
  }
  if (!files) return { how: 'gone' };
  if (files.isSame(path)) return { how: 'unaided' };
  if (files.has(path)) return { how: 'unmatched' };
  const moved = files.movedTo(path);
  return moved === undefined ? { how: 'deleted' } : { how: 'moved', now: { path: moved, line } };
}
