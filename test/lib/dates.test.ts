import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/lib/dates.ts';

describe('findDates', () => {
  it.each([
    ['2026-03-04', ['2026-03-04']],
    ['2026/03/04', ['2026-03-04']],
    ['2026-03-04T10:20:30Z', ['2026-03-04']],
    ['4 March 2026', ['2026-03-04']],
    ['4th of March, 2026', ['2026-03-04']],
    ['04-Mar-2026', ['2026-03-04']],
    ['March 4th, 2026', ['2026-03-04']],
    ['Sept. 30 2026', ['2026-09-30']],
    ['March 2026', ['2026-03-01']],
    ['2026-03', ['2026-03-01']],
    ['29 February 2024 and 2026-01-01.', ['2024-02-29', '2026-01-01']],
  ])('reads %s', (text, expected) => {
    expect(findDates(text).map(({ date }) => date)).toEqual(expected);
  });

  it.each([
    ['a day that no month has', '31 June 2026'],
    ['a 29th of February in a common year', '2026-02-29'],
    ['a month that no year has', '2026-13-01'],
    ['a part of a name', 'gpt-x-2024-08-06'],
    ['a part of an address', 'https://example.org/2026/03/04/post'],
    ['the beginning of a longer name', '2026-03-04-failover'],
    ['a version', '2026-03-04.1'],
    ['a range of numbers', '1990-12345'],
    ['a word before a year', 'summary 2026'],
  ])('does not take %s: %s', (_, text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('tells where a date stands', () => {
    const dates = findDates('on 2026-03-04.');

    expect(dates).toEqual([{ date: '2026-03-04', start: 3, end: 13 }]);
  });
});
