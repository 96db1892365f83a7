import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReport } from '../../src/io/report-file.ts';
import { report } from '../support/report.ts';

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'stagegate-report-')), 'report.json');
  writeFileSync(path, text);
  return path;
}

test('reads what check wrote', () => {
  expect(readReport(file(JSON.stringify(report)))).toEqual(report);
});

test('reads a report of a newer version with fields of its own', () => {
  const newer = { ...report, news: 1, scan: { ...report.scan, planets: 8 } };

  expect(readReport(file(JSON.stringify(newer))).systems).toEqual(report.systems);
});

test.each([
  ['no JSON', 'version: 1', "can't be read as a report"],
  ['another format', '{"version": 2}', 'is no report of stagegate: version: '],
  ['a list', '[]', 'is no report of stagegate: '],
])('says of %s what is wrong', (_, text, words) => {
  expect(() => readReport(file(text))).toThrow(words);
});

test('says of a file that is not there what writes it', () => {
  expect(() => readReport('/nowhere/report.json')).toThrow(
    'there is no file /nowhere/report.json; stagegate check --format json --output /nowhere/report.json writes one',
  );
});
