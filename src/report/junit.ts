import { escapeXml } from '../lib/escape.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { listSuites, type Suite, type TestCase } from './junit/cases.ts';

/**
 * The report as JUnit XML: a suite a system with a case a practice, then what was found beside them. A case fails where
 * the gate does, and is skipped where nothing is asked for yet or something is unknown.
 * Format: https://github.com/testmoapp/junitxml
 */
export function renderJunit(report: Report, model: MaturityModel): string {
  const suites = listSuites(report, model);
  const seconds = (report.scan.milliseconds / 1000).toFixed(3);
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stagegate"${counts} time="${seconds}">`,
    ...suites.flatMap(suiteLines),
    '</testsuites>\n',
  ].join('\n');
}

function suiteLines({ name, cases }: Suite): readonly string[] {
  return [
    `  <testsuite name="${escapeXml(name)}"${countsOf(cases)} time="0.000">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

function countsOf(cases: readonly TestCase[]): string {
  const count = (...kinds: readonly string[]) => cases.filter(({ result }) => kinds.includes(result.kind)).length;
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function caseLines({ suite, name, place, result, output }: TestCase): readonly string[] {
  const at = place === undefined ? '' : ` file="${escapeXml(place.path)}" line="${place.line}"`;
  const inside = [...resultLines(result), ...outputLines(output)];
  const open = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"${at} time="0.000"`;
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, '    </testcase>'];
}

function resultLines(result: TestCase['result']): readonly string[] {
  if (result.kind === 'passed') return [];
  const message = `message="${escapeXml(result.message)}"`;
  if (result.kind === 'skipped') return [`      <skipped ${message}/>`];
  const details = result.details.map(escapeXml).join('\n');
  return [`      <${result.kind} ${message} type="${escapeXml(result.type)}">${details}</${result.kind}>`];
}

function outputLines(output: readonly string[]): readonly string[] {
  return output.length === 0 ? [] : [`      <system-out>${output.map(escapeXml).join('\n')}</system-out>`];
}
