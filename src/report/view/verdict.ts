import { countOf, joinWords } from '../../lib/english.ts';
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
  if (!passed) return { kind: 'failed', mark: '✗', words: `Gate not met (${mode})${withoutWords(report)}`, reasons };
  const idle = describeIdle(report);
  if (idle !== undefined) return { kind: 'idle', mark: '–', words: `Nothing to enforce: ${idle}`, reasons };
  return {
    kind: 'passed',
    mark: '✓',
    words: `Gate passed (${mode})${withoutWords(report) || withWords(report)}`,
    reasons,
  };
}

/** That the team's word was left out. */
function withoutWords({ policy }: Report): string {
  return policy?.waivers === false ? ', without waivers and attestations' : '';
}

/** How much of a pass rests on the team's word. */
function withWords({ systems }: Report): string {
  const statuses = systems.flatMap(({ practices }) =>
    Object.values(practices).flatMap(({ aspects }) => Object.values(aspects).map(({ status }) => status)),
  );
  const attested = statuses.filter((status) => status === 'attested').length;
  const kept = systems.flatMap(({ capabilities }) => Object.values(capabilities)).filter(({ waived }) => waived);
  const waived = statuses.filter((status) => status === 'waived').length + kept.length;
  const counts = [
    ...(attested > 0 ? [countOf(attested, 'attestation')] : []),
    ...(waived > 0 ? [countOf(waived, 'waiver')] : []),
  ];
  return counts.length === 0 ? '' : `, with ${joinWords(counts)}`;
}

function describeIdle({ verdict: { mode }, systems }: Report): string | undefined {
  if (systems.length === 0) return 'no AI system';
  // A ratchet holds what there is, with or without a target.
  if (mode !== 'ratchet' && systems.every(({ target }) => target === null)) return 'no target is declared';
  return mode === 'observe' ? 'the mode is observe' : undefined;
}
