import { describe, expect, test } from 'vitest';
import { compareReports } from '../../src/judge/compare.ts';
import type { Comparison } from '../../src/model/comparison.ts';
import { renderComparisonMarkdown } from '../../src/report/comparison/markdown.ts';
import { renderComparisonText } from '../../src/report/comparison/text.ts';
import { renderComparisonJson } from '../../src/report/json.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { model, report } from '../support/report.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

/** One of everything: lost in every way, gained, bought early, a system that came and one that went. */
const comparison: Comparison = {
  version: 1,
  base: { commit, tool: '0.1.0', model: '1', rules: 'a' },
  head: { commit: null, tool: '0.2.0', model: '1', rules: 'b' },
  systems: [
    {
      name: 'assistant',
      status: 'kept',
      stage: { base: { atLeast: 3, atMost: 3 }, head: { atLeast: 2, atMost: 4 } },
      regressions: [
        {
          practice: 'eval-in-ci',
          aspect: 'on-change',
          stage: 3,
          from: 'proven',
          to: 'absent',
          reason: null,
          gone: (['deleted', 'moved', 'contradicted', 'unmatched', 'unaided', 'gone'] as const).map((how, index) => ({
            rule: 'eval-in-ci/x',
            title: 'an evaluation of every change',
            path: `.github/workflows/${how}.yml`,
            line: index + 1,
            how,
            ...(how === 'contradicted' ? { because: 'it only echoes', now: { path: 'a.yml', line: 2 } } : {}),
            ...(how === 'moved' ? { now: { path: 'docs/evals.yml', line: 2 } } : {}),
          })),
        },
        {
          practice: 'incident-runbooks',
          aspect: 'exercised',
          stage: 4,
          from: 'attested',
          to: 'stale',
          reason: 'attested by me until 2026-01-01, which is over',
          gone: [],
        },
      ],
      improvements: [
        {
          practice: 'drift-detection',
          aspect: 'alert',
          stage: 3,
          from: 'unknown',
          to: 'proven',
          evidence: [{ rule: 'x', title: 'an alert', path: 'infra/alarms.tf', line: 3 }],
        },
      ],
      early: [
        { capability: 'model-registry', evidence: [{ rule: 'x', title: 'a registry', path: 'infra/r.tf', line: 1 }] },
      ],
    },
    {
      name: 'scorer',
      status: 'appeared',
      stage: { base: null, head: { atLeast: 1, atMost: 1 } },
      regressions: [],
      improvements: [],
      early: [],
    },
    {
      name: 'legacy',
      status: 'went',
      stage: { base: { atLeast: 2, atMost: 2 }, head: null },
      regressions: [],
      improvements: [],
      early: [],
    },
  ],
};

test('as text', async () => {
  const text = renderComparisonText(comparison, model, { colors: false, width: 100 });

  await expect(text).toMatchFileSnapshot('../golden/comparison.txt');
});

test('as Markdown', async () => {
  await expect(renderComparisonMarkdown(comparison, model)).toMatchFileSnapshot('../golden/comparison.md.txt');
});

test('as JSON, with its keys in their order', () => {
  const json = renderComparisonJson(comparison);

  expect(JSON.parse(json)).toEqual(comparison);
  expect(Object.keys(JSON.parse(json))).toEqual(['version', 'base', 'head', 'systems']);
});

describe('of equal reports', () => {
  const same = compareReports(report, report);

  test('says that nothing changed', () => {
    expect(renderComparisonText(same, model, { colors: false, width: 80 })).toMatch(/\n\nNothing changed\.\n$/);
    expect(renderComparisonMarkdown(same, model)).toMatch(/\n\nNothing changed\.\n$/);
  });
});

test.each<[string, Partial<Comparison['head']>, string | undefined]>([
  ['of one rule set says nothing of it', { tool: '0.1.0', rules: 'a' }, undefined],
  ['of two rule sets says so', { tool: '0.1.0', rules: 'b' }, 'The rules differ'],
  ['of two models says so', { model: '2' }, 'The models differ (1, 2)'],
])('%s', (_, head, words) => {
  const text = renderComparisonText({ ...comparison, head: { ...comparison.head, ...head } }, model, {
    colors: false,
    width: 100,
  });

  if (words === undefined) expect(text).not.toContain('differ');
  else expect(text).toContain(words);
});

test.each([['a\n::error::x'], ['\u001b[2K'], ['##[error]x'], ['\u202egnp']])(
  '%j of a repository steers nothing',
  (payload) => {
    const infected: Comparison = JSON.parse(
      JSON.stringify(comparison, (key, value) =>
        ['path', 'title', 'because', 'reason', 'name'].includes(key) && value !== null
          ? payload + value + payload
          : value,
      ),
    );
    const outputs = [
      renderComparisonText(infected, model, { colors: false, width: 100 }),
      renderComparisonMarkdown(infected, model),
    ];

    for (const output of outputs) {
      expect(output).not.toMatch(/^\s*::error::/m);
      expect(output).not.toContain('##[');
      expect(output).not.toContain('\u001b');
      expect(output).not.toContain('\u202e');
    }
  },
);

test('the table of a summary tells where a stage came from', () => {
  const summary = renderSummary({ ...report, comparison }, model);

  expect(summary).toMatch(/\*\*2 · Automated\*\* \(was 3\)/);
});
