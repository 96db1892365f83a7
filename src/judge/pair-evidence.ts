import type { ReportEvidence } from '../model/report.ts';

export type Pairs = {
  readonly pairs: readonly (readonly [ReportEvidence, ReportEvidence])[];
  /** What has no counterpart. */
  readonly alone: readonly ReportEvidence[];
};

/** What makes two pieces of evidence the same, the surest first. A line never does: it moves with every edit above it. */
const likenesses: readonly ((evidence: ReportEvidence) => string | undefined)[] = [
  ({ content, path }) => (content === undefined ? undefined : `${content} ${path}`),
  ({ content }) => content,
  ({ path }) => path,
  () => '',
];

/**
 * Pairs the evidence of one aspect on the base with that on the head: of the same rule, with the same content in the same
 * file, then in another (a move), then other content in the same file (an edit), then whatever the rule finds.
 */
export function pairEvidence(base: readonly ReportEvidence[], head: readonly ReportEvidence[]): Pairs {
  const pairs: (readonly [ReportEvidence, ReportEvidence])[] = [];
  let alone = base;
  let free = head;
  for (const likeness of likenesses) {
    const left: ReportEvidence[] = [];
    for (const item of alone) {
      const like = likeness(item);
      const found = free.find((other) => other.rule === item.rule && like !== undefined && likeness(other) === like);
      if (!found) left.push(item);
      else {
        pairs.push([item, found]);
        free = free.filter((other) => other !== found);
      }
    }
    alone = left;
  }
  return { pairs, alone };
}
