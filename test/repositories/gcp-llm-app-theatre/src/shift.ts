/** Population stability index of the last messages. */
export function urgencyShift(): number {
  return 0;
}
