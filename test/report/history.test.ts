import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/model/history.ts';
import { type Cause, listDrift } from '../../src/report/history/drift.ts';
import { toHistoryEntry } from '../../src/report/history/entry.ts';
import { addedLines, readHistory } from '../../src/report/history/lines.ts';
import { renderHistory } from '../../src/report/history.ts';
import { model, report } from '../support/report.ts';

type Satisfied = HistoryEntry['systems'][number]['satisfied'];

function entry(date: string, over: Partial<HistoryEntry> = {}, satisfied: Satisfied = {}, stage = 2): HistoryEntry {
  const systems = [{ name: 'assistant', stage: { atLeast: stage, atMost: stage }, target: 3, satisfied }];
  return { version: 1, date, commit: 'c1', tool: '0.1.0', model: '1', rules: 'r1', policy: 'p1', systems, ...over };
}

function linesOf(...entries: readonly HistoryEntry[]): string {
  return entries.map((each) => `${JSON.stringify(each)}\n`).join('');
}

describe('an entry', () => {
  const kept = toHistoryEntry(report, '2026-11-24');

  test('holds what a result came of', () => {
    expect(kept).toMatchObject({ date: '2026-11-24', commit: report.repository.commit, tool: '0.1.0', model: '1' });
  });

  test('holds each aspect that counts with why, and no other', () => {
    expect(kept.systems[0]?.satisfied).toMatchObject({
      'ci-cd-deployment/automated-deploy': 'proven',
      'ci-cd-deployment/code-review': 'attested',
    });
    expect(kept.systems[0]?.satisfied).not.toHaveProperty('eval-in-ci/on-change');
  });

  test('reads as it was written', () => {
    expect(readHistory(linesOf(kept))).toEqual({ entries: [kept], broken: [] });
  });
});

describe('adding', () => {
  const first = entry('2026-11-01');

  test.each<[string, HistoryEntry, boolean]>([
    ['the same result of a commit on another day', { ...first, date: '2026-11-08' }, false],
    ['another commit', { ...first, commit: 'c2' }, true],
    ['the same commit by newer rules', { ...first, rules: 'r2' }, true],
    ['the same commit by another policy', { ...first, policy: 'p2' }, true],
    ['the same commit with another result', entry('2026-11-08', {}, { 'a/b': 'proven' }), true],
  ])('%s', (_, next, isAdded) => {
    expect(addedLines(linesOf(first), next)).toBe(isAdded ? linesOf(next) : '');
  });

  test('goes on a line of its own behind one that was cut off', () => {
    expect(addedLines('{"version":1,"da', first)).toBe(`\n${linesOf(first)}`);
  });

  test('twice is as good as once', () => {
    const dates = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const entries = fc.array(
      fc.record({ day: dates, commit: fc.constantFrom('c1', 'c2'), rules: fc.constantFrom('r1', 'r2') }),
    );
    fc.assert(
      fc.property(entries, (list) => {
        const text = list.reduce((before, { day, ...over }) => {
          const next = entry(day.toISOString().slice(0, 10), over);
          return before + addedLines(before, next);
        }, '');
        for (const each of readHistory(text).entries.filter(isLatestOfCommit)) expect(addedLines(text, each)).toBe('');
      }),
    );
  });
});

function isLatestOfCommit({ commit }: HistoryEntry, index: number, all: readonly HistoryEntry[]): boolean {
  return all.findLastIndex((other) => other.commit === commit) === index;
}

describe('reading', () => {
  test('passes over what is no result, and tells its lines', () => {
    const good = entry('2026-11-01');
    const text = `${linesOf(good)}{"broken\n\n[]\n<<<<<<< main\n${JSON.stringify({ ...good, version: 2 })}\n${linesOf(good)}`;

    expect(readHistory(text)).toEqual({ entries: [good, good], broken: [2, 4, 5, 6] });
  });

  test('passes over keys of a version to come', () => {
    const text = `${JSON.stringify({ ...entry('2026-11-01'), news: 1 })}\n`;

    expect(readHistory(text).entries).toEqual([entry('2026-11-01')]);
  });

  test('puts results in the order of their days', () => {
    const [late, early] = [entry('2026-11-08'), entry('2026-11-01')];

    expect(readHistory(linesOf(late, early)).entries).toEqual([early, late]);
  });

  test('of nothing gives nothing', () => {
    expect(readHistory('')).toEqual({ entries: [], broken: [] });
  });
});

describe('the cause of a change', () => {
  const proof: Satisfied = { 'a/b': 'proven' };
  const word: Satisfied = { 'a/b': 'attested' };

  test.each<[string, Partial<HistoryEntry>, Satisfied, Satisfied, readonly Cause[]]>([
    ['of a proof with another commit is the repository', { commit: 'c2' }, {}, proof, ['repository']],
    ['of a proof that goes likewise', { commit: 'c2' }, proof, {}, ['repository']],
    ['of a proof by newer rules is the rules', { rules: 'r2' }, {}, proof, ['rules']],
    ['of a proof by another model is the rules', { model: '2' }, proof, {}, ['rules']],
    ['of a proof with both may be either', { commit: 'c2', rules: 'r2' }, {}, proof, ['repository', 'rules']],
    ['of a proof with another policy alone is the policy', { policy: 'p2' }, {}, proof, ['policy']],
    ['of a word with another policy is the policy', { commit: 'c2', policy: 'p2' }, {}, word, ['policy']],
    ['of a word that is over is the day', { commit: 'c2' }, word, {}, ['time']],
    ['of a proof in one and the same state is the day', {}, proof, {}, ['time']],
    ['of both may be both', { commit: 'c2', policy: 'p2' }, { 'a/c': 'waived' }, proof, ['repository', 'policy']],
    ['of a state without a commit is the repository', { commit: null }, {}, proof, ['repository']],
  ])('%s', (_, over, was, is, causes) => {
    const entries = [entry('2026-11-01', {}, was), entry('2026-11-08', over, is)];

    expect(listDrift(entries)).toMatchObject([{ system: 'assistant', date: '2026-11-08', causes }]);
  });

  test('is not asked for where nothing changed', () => {
    expect(listDrift([entry('2026-11-01'), entry('2026-11-08', { commit: 'c2', rules: 'r2' })])).toEqual([]);
  });

  test('of a proof that became a word is not asked for, since both count', () => {
    expect(listDrift([entry('2026-11-01', {}, proof), entry('2026-11-08', { policy: 'p2' }, word)])).toEqual([]);
  });
});

test('shows how stages moved, and by what', async () => {
  const other = (name: string, stage: number) => ({
    name,
    stage: { atLeast: stage, atMost: stage + 1 },
    target: null,
    satisfied: {},
  });
  const entries = [
    entry('2026-11-01', { commit: '0123456789abcdef' }, { 'a/b': 'proven' }),
    entry('2026-11-08', { commit: 'fedcba9876543210' }, { 'a/b': 'proven', 'a/c': 'proven' }, 3),
    { ...entry('2026-11-15', { rules: 'r2' }, {}, 1) },
  ];
  const withOther = entries.map((each, index) =>
    index === 1 ? { ...each, systems: [...each.systems, other('scorer', 1)] } : each,
  );

  const text = renderHistory(withOther, model, { colors: false, width: 100 });

  await expect(text).toMatchFileSnapshot('../golden/history.txt');
});

test('of an empty history says so', () => {
  expect(renderHistory([], model, { colors: false, width: 80 })).toBe('The history holds no result yet.\n');
});
