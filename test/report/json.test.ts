import { expect, test } from 'vitest';
import { Report } from '../../src/model/report.ts';
import { renderJson } from '../../src/report/json.ts';
import { report } from '../support/report.ts';

test('the report comes back as it was', () => {
  expect(Report.parse(JSON.parse(renderJson(report)))).toEqual(report);
});

test('two spaces and a final newline', () => {
  expect(renderJson(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

test('the order in which a report was put together changes no byte', () => {
  expect(renderJson(backwards(report) as Report)).toBe(renderJson(report));
});

test('practices and aspects keep the order of the model', () => {
  const { systems } = JSON.parse(renderJson(report)) as Report;

  expect(Object.keys(systems[0]?.practices ?? {})).toEqual(Object.keys(report.systems[0]?.practices ?? {}));
});

test('fields that the schema does not know are not lost, and come last in the order of their names', () => {
  const scan = { later: 2, added: 1, ...report.scan };

  const lines = renderJson({ ...report, scan }).split('\n');

  const last = lines.indexOf('    "later": 2');
  expect(lines.slice(last - 2, last)).toEqual(['    "complete": true,', '    "added": 1,']);
});

const records = new Set(['practices', 'aspects', 'capabilities', 'symptoms']);

/** The same value with the keys of each object backwards, but for records. */
function backwards(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => backwards(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, backwards(item, name)] as const);
  return Object.fromEntries(records.has(key) ? entries : entries.reverse());
}
