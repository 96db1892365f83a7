export const aspectStatuses = ['proven', 'attested', 'waived', 'stale', 'unknown', 'hinted', 'absent'] as const;
export type AspectStatus = (typeof aspectStatuses)[number];

const satisfied: ReadonlySet<AspectStatus> = new Set(['proven', 'attested', 'waived']);

/** Whether a status counts for its practice. */
export function isSatisfied(status: AspectStatus): boolean {
  return satisfied.has(status);
}
