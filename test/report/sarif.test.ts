import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { findingKinds } from '../../src/judge/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { MAX_RESULTS, MAX_SARIF_BYTES, renderSarif } from '../../src/report/sarif.ts';
import { kindWords } from '../../src/report/view/kinds.ts';
import { finding, model, report } from '../support/report.ts';
import { sarifErrors } from '../support/sarif.ts';

function logOf(changed: Partial<Report>, folder?: string): Log {
  return JSON.parse(renderSarif({ ...report, ...changed }, model, { folder }));
}

function resultsOf(changed: Partial<Report>, folder?: string) {
  return logOf(changed, folder).runs[0]?.results ?? [];
}

test('the whole report is valid', async () => {
  expect(sarifErrors(logOf({}))).toEqual([]);
  await expect(`${JSON.stringify(logOf({}), null, 2)}\n`).toMatchFileSnapshot('../golden/report.sarif.txt');
});

test('the schema that judges is a strict one', () => {
  expect(sarifErrors({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
});

test('results point at their rules, and every rule is used', () => {
  const [run] = logOf({}).runs;

  const rules = run?.tool.driver.rules ?? [];
  const used = run?.results?.map(({ ruleIndex = -1 }) => rules[ruleIndex]?.id);
  expect(used).toEqual(run?.results?.map(({ ruleId }) => ruleId));
  expect(new Set(used).size).toBe(rules.length);
});

test.each(findingKinds)('%s has words of its own', (kind) => {
  expect(kindWords[kind]?.help).toMatch(/\w/);
});

describe('the fingerprint', () => {
  const one = finding({ kind: 'gap', practice: 'eval-in-ci', title: 'Stage 3 needs: eval-in-ci (on-change)' });
  const prints = (changed: Partial<Report>) => resultsOf(changed).map(({ partialFingerprints }) => partialFingerprints);

  test('stays where place, words and level change', () => {
    const moved = {
      ...one,
      at: { path: 'elsewhere.yml', line: 99 },
      title: 'x',
      message: 'y',
      level: 'notice' as const,
    };

    expect(prints({ findings: [moved] })).toEqual(prints({ findings: [one] }));
  });

  test('differs by what the finding is about, and between two of the same', () => {
    const other = { ...one, id: `${one.id}-2` };

    const found = prints({ findings: [one, one, other] });
    expect(new Set(found.map((print) => JSON.stringify(print))).size).toBe(3);
    expect(found[0]).toEqual(prints({ findings: [one] })[0]);
  });
});

describe('the place', () => {
  const uris = (changed: Partial<Report>, folder?: string) =>
    resultsOf(changed, folder).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
  const at = (path: string) => [finding({ kind: 'stale', title: 'x', at: { path, line: 3 } })];

  test('is relative to the top of the repository, wherever the scan began', () => {
    expect(uris({ findings: at('evals/run.py') })).toEqual(['evals/run.py']);
    expect(uris({ findings: at('evals/run.py') }, 'services/a b')).toEqual(['services/a%20b/evals/run.py']);
  });

  test('is encoded', () => {
    expect(uris({ findings: at('a b/ü#1?.yml') })).toEqual(['a%20b/%C3%BC%231%3F.yml']);
  });

  test('is the policy for what has none, because an alert has to have one', () => {
    const [result] = resultsOf({ findings: [finding({ kind: 'gap', title: 'x' })] });

    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'stagegate.yml', uriBaseId: '%SRCROOT%' },
    });
  });
});

test('a scan that did not finish is no success, and an error of its own', () => {
  const log = logOf({ findings: [], scan: { ...report.scan, complete: false } });

  expect(log.runs[0]?.invocations?.[0]?.executionSuccessful).toBe(false);
  expect(log.runs[0]?.results?.[0]).toMatchObject({ ruleId: 'incomplete-scan', level: 'error' });
  expect(sarifErrors(log)).toEqual([]);
});

test('without findings there is a run without results, so that alerts close', () => {
  expect(logOf({ findings: [], systems: [] }).runs[0]?.results).toEqual([]);
});

describe(`limits`, () => {
  const many = (count: number, message: string) =>
    Array.from({ length: count }, (_, index) => finding({ kind: 'stale', title: `${index}`, message }));

  test(`${MAX_RESULTS} results are whole`, () => {
    const [run] = logOf({ findings: many(MAX_RESULTS, 'x'), diagnostics: [] }).runs;

    expect(run?.results).toHaveLength(MAX_RESULTS);
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toEqual([]);
  });

  test('one more is counted, and what is left out weighs least', () => {
    const light = finding({ kind: 'low-target', title: 'light', level: 'notice' });

    const [run] = logOf({ findings: [light, ...many(MAX_RESULTS, 'x')], diagnostics: [] }).runs;

    expect(run?.results).toHaveLength(MAX_RESULTS);
    expect(run?.results?.some(({ level }) => level === 'note')).toBe(false);
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('1 more finding left out');
  });

  test(`the text stays below ${MAX_SARIF_BYTES} bytes`, () => {
    const text = renderSarif({ ...report, findings: many(MAX_RESULTS, 'ü'.repeat(2000)) }, model);

    expect(Buffer.byteLength(text)).toBeLessThan(MAX_SARIF_BYTES);
    expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(1000);
  });
});
