import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { byteLength } from '../../src/report/summary/fit.ts';
import { MAX_SUMMARY_BYTES, renderSummary } from '../../src/report/summary.ts';
import { finding, model, report } from '../support/report.ts';
import { assistant, scorer } from '../support/report-systems.ts';

test('the whole report', async () => {
  await expect(renderSummary(report, model)).toMatchFileSnapshot('../golden/summary.md.txt');
});

test('one system is not named again in each section', async () => {
  const summary = renderSummary({ ...report, systems: [assistant] }, model);

  await expect(summary).toMatchFileSnapshot('../golden/summary-one-system.md.txt');
});

describe('the heading holds stage and verdict', () => {
  const passed: Report['verdict'] = { passed: true, mode: 'enforce', reasons: [] };

  test.each<[string, Partial<Report>]>([
    ['## 2 systems at Stages 1 to 2: ✗ Gate not met (enforce)', {}],
    [
      '## Stage 2 · Automated: ✓ Gate passed (enforce), with 1 attestation and 1 waiver',
      { systems: [assistant], verdict: passed },
    ],
    [
      '## 2 systems at Stage 1 · Manual: – Nothing to enforce: no target is declared',
      { systems: [scorer, scorer], verdict: passed },
    ],
    ['## – Nothing to enforce: no AI system', { systems: [], verdict: passed }],
    [
      '## ✗ Incomplete: the scan did not finish, so nothing passes',
      { verdict: passed, scan: { ...report.scan, complete: false } },
    ],
  ])('%s', (heading, changed) => {
    expect(renderSummary({ ...report, ...changed }, model).split('\n')[0]).toBe(heading);
  });
});

test('no system is told in a sentence, and no table is shown', () => {
  const summary = renderSummary({ ...report, systems: [], findings: [] }, model);

  expect(summary).toContain('\nNo AI system was found here, so there is nothing to assess.');
  expect(summary).not.toContain('| System |');
});

test.each([
  [
    'the range, where its ends differ',
    scorer,
    '| **1 · Manual** to 2 · Automated | none (4 recommended) | 2: 2 of 3 practices |',
  ],
  ['a target and its date', assistant, '| **2 · Automated** | 3 by 2027-03-31 | 3: 1 of 4 practices |'],
  ['a target that is reached', { ...assistant, target: 2 }, '| **2 · Automated** | 2, reached | 3: 1 of 4 practices |'],
  [
    'the last stage',
    { ...assistant, target: null, recommended: null, stage: { atLeast: 4, atMost: 4 }, next: null },
    '| **4 · Governed** | none | – |',
  ],
])('a row of the table shows %s', (_, system, cells) => {
  expect(renderSummary({ ...report, systems: [system] }, model)).toContain(cells);
});

test('places become links where it is known where the files are', () => {
  const source = 'https://github.com/example/claims/blob/0123/';
  const odd = { path: 'a (1)/b#c.yml', line: 4 };

  const summary = renderSummary(
    { ...report, diagnostics: [{ level: 'warning', code: 'x', message: 'odd', at: odd }] },
    model,
    { source },
  );

  expect(summary).toContain(`[\`evals/run.py:8\`](${source}evals/run.py#L8)`);
  expect(summary).toContain(`[\`a (1)/b#c.yml:4\`](${source}a%20%281%29/b%23c.yml#L4)`);
});

test('a path that is no text becomes a link all the same', () => {
  const at = { path: 'a\ud800.yml', line: 1 };

  const summary = renderSummary(
    { ...report, diagnostics: [{ level: 'warning', code: 'x', message: 'odd', at }] },
    model,
    { source: 'https://a.example/' },
  );

  expect(summary).toContain('[`a\\u{d800}.yml:1`](https://a.example/a%5Cu%7Bd800%7D.yml#L1)');
});

test('folds close, and Markdown is read inside them', () => {
  const html = new MarkdownIt({ html: true }).render(renderSummary(report, model));

  expect(html.match(/<details>/gu)).toHaveLength(3);
  expect(html.match(/<\/details>/gu)).toHaveLength(3);
  expect(html).toContain('<li>✗ <code>shift</code>: no comparison of inputs');
});

describe(`the limit of ${MAX_SUMMARY_BYTES} bytes`, () => {
  /** A report whose summary has just the given length: many findings, and one message that makes up the rest. */
  function reportOfBytes(bytes: number): Report {
    const size = (count: number) => byteLength(renderSummary(withFindings(count, 1), model));
    const [none, one] = [size(0), size(1)];
    const count = Math.floor((bytes - none) / (one - none));
    return withFindings(count, 1 + bytes - none - count * (one - none));
  }

  function withFindings(count: number, padding: number): Report {
    const findings = Array.from({ length: count }, (_, index) =>
      finding({ kind: 'stale', title: `Stale ${String(index).padStart(4, '0')}`, message: 'x', fix: 'ü'.repeat(300) }),
    );
    return {
      ...report,
      findings: [...findings, finding({ kind: 'stale', title: 'Last', message: 'x'.repeat(padding) })],
    };
  }

  test('what fits is whole', () => {
    const summary = renderSummary(reportOfBytes(MAX_SUMMARY_BYTES), model);

    expect(byteLength(summary)).toBe(MAX_SUMMARY_BYTES);
    expect(summary).not.toContain('Left out');
  });

  test('one byte more leaves out a section as a whole, and says which', () => {
    const summary = renderSummary(reportOfBytes(MAX_SUMMARY_BYTES + 1), model);

    expect(byteLength(summary)).toBeLessThan(MAX_SUMMARY_BYTES);
    expect(summary).toContain('> Left out, because GitHub shows no more than 1 MiB: Also. `--format json`');
    expect(summary).not.toContain('Stale 0000');
    expect(summary).toContain('### `assistant`: Blocks Stage 3');
    expect(summary).toContain('### About the scan');
  });

  test('with thousands of systems heading, verdict and foot stay', () => {
    const systems = Array.from({ length: 1000 }, (_, index) => ({
      ...assistant,
      name: `${index}-${'long'.repeat(300)}`,
    }));

    const summary = renderSummary({ ...report, systems }, model);

    expect(byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(summary).toMatch(/^## 1,000 systems at Stage 2 · Automated: ✗ Gate not met/u);
    expect(summary).toMatch(/> Left out, .*: the table of systems, .*Blocks Stage 3 \([\d,]+ times\)/u);
    expect(summary).toMatch(/<\/sub>\n$/u);
  });
});
