import { describe, expect, test } from 'vitest';
import type { Report, ReportSystem } from '../../src/model/report.ts';
import { renderBadge, renderBadgeEndpoint } from '../../src/report/badge.ts';
import { describeBadge } from '../../src/report/badge-message.ts';
import { model, report, today } from '../support/report.ts';
import { assistant } from '../support/report-systems.ts';

const grey = '#6e7681';
const blue = '#1f6feb';
const green = '#1a7f37';
const violet = '#8250df';
const amber = '#fbbf24';

type Place = Partial<Pick<ReportSystem, 'target' | 'due'>> & { readonly at: number; readonly atMost?: number };

function reportOf(...places: readonly Place[]): Report {
  const systems = places.map(({ at, atMost = at, target = null, due = null }, index) => ({
    ...assistant,
    name: `system-${index}`,
    stage: { atLeast: at, atMost },
    target,
    due,
  }));
  return { ...report, systems };
}

test('the whole badge', async () => {
  const one = reportOf({ at: 2, target: 3 });

  await expect(renderBadge(one, model, today)).toMatchFileSnapshot('../golden/badge.svg');
  await expect(renderBadgeEndpoint(one, model, today)).toMatchFileSnapshot('../golden/badge-endpoint.json');
});

describe('one system', () => {
  test.each<[string, Place, string, string]>([
    ['at Stage 1', { at: 1 }, '1 · Manual', grey],
    ['at Stage 2', { at: 2 }, '2 · Automated', blue],
    ['at Stage 3', { at: 3 }, '3 · Observed', green],
    ['at Stage 4', { at: 4 }, '4 · Governed', violet],
    ['that may be further shows what is proven', { at: 2, atMost: 4 }, '2 · Automated', blue],
    ['below its target', { at: 2, target: 3 }, '2 → 3', blue],
    ['at its target', { at: 3, target: 3 }, '3 · Observed', green],
    ['above its target', { at: 4, target: 3 }, '4 · Governed', violet],
    ['the day before its target is due', { at: 2, target: 3, due: '2026-11-25' }, '2 → 3', blue],
    ['on the day', { at: 2, target: 3, due: '2026-11-24' }, '2 → 3, overdue', amber],
    ['past the day, at its target', { at: 3, target: 3, due: '2026-01-01' }, '3 · Observed', green],
  ])('%s', (_, place, message, color) => {
    expect(describeBadge(reportOf(place), model, today)).toEqual({ label: 'MLOps stage', message, color });
  });
});

describe('several systems', () => {
  test.each<[string, readonly Place[], string, string]>([
    ['show the lowest stage', [{ at: 3 }, { at: 2 }, { at: 4 }], '2 · Automated', blue],
    [
      'at one stage show the target that is furthest',
      [{ at: 2 }, { at: 2, target: 4 }, { at: 2, target: 3 }],
      '2 → 4',
      blue,
    ],
    [
      'are overdue where one is, also above the lowest',
      [{ at: 1 }, { at: 2, target: 3, due: '2026-01-01' }],
      '1 · Manual, overdue',
      amber,
    ],
  ])('%s', (_, places, message, color) => {
    expect(describeBadge(reportOf(...places), model, today)).toMatchObject({ message, color });
  });
});

test('no system', () => {
  expect(describeBadge(reportOf(), model, today)).toMatchObject({ message: 'no AI system', color: grey });
});

test.each([
  ['with a system', reportOf({ at: 4 })],
  ['without one', reportOf()],
])('an incomplete scan shows no stage, %s', (_, found) => {
  const incomplete = { ...found, scan: { ...found.scan, complete: false } };

  expect(describeBadge(incomplete, model, today)).toMatchObject({ message: 'incomplete', color: grey });
});

test('a screen reader hears label and message', () => {
  const svg = renderBadge(reportOf({ at: 2 }), model, today);

  expect(svg).toContain('role="img" aria-label="MLOps stage: 2 · Automated"><title>MLOps stage: 2 · Automated</title>');
});

test('the name of a stage cannot break the SVG', () => {
  const stages = model.stages.map((stage) => ({ ...stage, name: '<script>&"' }));

  const svg = renderBadge(reportOf({ at: 1 }), { ...model, stages }, today);

  expect(svg).toContain('1 · &lt;script&gt;&amp;&quot;');
  expect(svg).not.toContain('<script');
});
