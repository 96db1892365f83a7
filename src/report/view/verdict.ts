import type { Report } from '../../model/report.ts';

export type Verdict = {
  readonly kind: 'passed' | 'failed' | 'idle' | 'incomplete';
  readonly mark: string;
  readonly words: string;
  readonly reasons: readonly string[];
};

/** The verdict of the gate in a sentence. A scan that did not finish is told as such, whatever the gate said. */
export function describeVerdict(report: Report): Verdict {
  const { verdict, scan } = report;
  const { mode, reasons, passed } = verdict;
  if (!scan.complete)
    return { kind: 'incomplete', mark: '✗', words: 'Incomplete: the scan did not finish, so nothing passes', reasons };
  if (!passed) return { kind: 'failed', mark: '✗', words: `Gate not met (${mode})`, reasons };
  const idle = describeIdle(report);
  if (idle !== undefined) return { kind: 'idle', mark: '–', words: `Nothing to enforce: ${idle}`, reasons };
  return { kind: 'passed', mark: '✓', words: `Gate passed (${mode})`, reasons };
}

function describeIdle({ verdict: { mode }, systems }: Report): string | undefined {
  if (systems.length === 0) return 'no AI system';
  // A ratchet holds what there is, with or without a target.
  if (mode !== 'ratchet' && systems.every(({ target }) => target === null)) return 'no target is declared';
  return mode === 'observe' ? 'the mode is observe' : undefined;
}
