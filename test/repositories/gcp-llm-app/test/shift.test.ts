import { expect, test } from 'vitest';
import { urgencyShift } from '../src/shift.js';

test('the shares of the reference quarter are no shift', () => {
  expect(urgencyShift({ emergency: 3, today: 22, 'this-week': 41, routine: 34 })).toBeCloseTo(0);
});

test('a wave of emergencies is a shift', () => {
  expect(urgencyShift({ emergency: 40, today: 22, 'this-week': 20, routine: 18 })).toBeGreaterThan(0.2);
});
