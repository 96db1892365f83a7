import { expect, test } from 'vitest';
import { daysAfter, daysBetween, monthsBefore } from '../../src/lib/days.ts';

test.each([
  ['2026-11-24', 12, '2025-11-24'],
  ['2026-01-31', 2, '2025-11-30'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2025-11-24', -12, '2026-11-24'],
  ['2024-02-29', -12, '2025-02-28'],
])('%s less %i months is %s', (date, months, expected) => {
  expect(monthsBefore(date, months)).toBe(expected);
});

test.each([
  ['2026-11-24', 30, '2026-12-24'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(daysAfter(date, days)).toBe(expected);
});

test.each([
  ['2026-11-24', '2026-11-24', 0],
  ['2026-08-24', '2026-11-24', 92],
  ['2026-11-24', '2026-11-23', -1],
  ['2024-02-28', '2024-03-01', 2],
])('from %s to %s are %i days', (from, to, expected) => {
  expect(daysBetween(from, to)).toBe(expected);
});
