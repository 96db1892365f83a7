/** Shares of the urgencies in the reference quarter, from the nurses' own log. */
const reference: Readonly<Record<string, number>> = { emergency: 0.03, today: 0.22, 'this-week': 0.41, routine: 0.34 };

/** Population stability index of the last messages; above 0.2 patients write about something else than they used to. */
export function urgencyShift(counts: Readonly<Record<string, number>>): number {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.entries(reference).reduce((sum, [urgency, expected]) => {
    const share = Math.max((counts[urgency] ?? 0) / total, 1e-4);
    return sum + (share - expected) * Math.log(share / expected);
  }, 0);
}
