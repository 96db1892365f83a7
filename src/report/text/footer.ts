import type { Tone } from '../../lib/ansi.ts';
import { countOf } from '../../lib/english.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { Report } from '../../model/report.ts';
import { listDiagnostics } from '../view/diagnostics.ts';
import { countEvidence } from '../view/evidence.ts';
import { listBlockers } from '../view/gaps.ts';
import { DIAGNOSTICS_SHOWN, REASONS_SHOWN } from '../view/limits.ts';
import { describeVerdict, type Verdict } from '../view/verdict.ts';
import { blank, place, plainRow, type Row, span } from './row.ts';

/** What is to be known of the scan, how much was read, and the verdict as the last line. */
export function footerRows(report: Report, model: MaturityModel, evidence: boolean): readonly Row[] {
  return [
    ...diagnosticRows(report),
    blank,
    countRow(report),
    ...hintRows(report, model, evidence),
    ...verdictRows(report),
  ];
}

function diagnosticRows(report: Report): readonly Row[] {
  // What the verdict gives as its reason is told there, at the end.
  const diagnostics = report.diagnostics.filter(({ message }) => !report.verdict.reasons.includes(message));
  if (diagnostics.length === 0) return [];
  const rest = diagnostics.length - DIAGNOSTICS_SHOWN;
  const rows = listDiagnostics({ diagnostics }).map(({ level, message, at }) => ({
    lead: [level === 'error' ? span('✗', 'bad') : span('!', 'warn')],
    column: 2,
    body: [span(message), ...(at ? [span('  '), place(at)] : [])],
  }));
  const more = rest > 0 ? [plainRow(2, span(`and ${rest} more in --format json`, 'faint'))] : [];
  return [blank, plainRow(0, span('About the scan', 'strong')), ...rows, ...more];
}

function countRow(report: Report): Row {
  const { files, milliseconds } = report.scan;
  const evidence = countOf(countEvidence(report), 'piece of evidence', 'pieces of evidence');
  return plainRow(0, span(`${countOf(files, 'file')} in ${(milliseconds / 1000).toFixed(1)} s · ${evidence}`, 'faint'));
}

function hintRows(report: Report, model: MaturityModel, evidence: boolean): readonly Row[] {
  if (report.systems.length === 0) return [];
  const first = report.systems.flatMap((system) => listBlockers(system, model))[0];
  const hints = [
    ...(first ? [`stagegate explain ${first.practice.id}`] : []),
    ...(evidence ? [] : ['--evidence']),
    '--format json',
  ];
  return [plainRow(0, span(`More: ${hints.join(' · ')}`, 'faint'))];
}

const verdictTones: Readonly<Record<Verdict['kind'], Tone>> = {
  passed: 'good',
  failed: 'bad',
  idle: 'faint',
  incomplete: 'bad',
};

function verdictRows(report: Report): readonly Row[] {
  const { kind, mark, words, reasons } = describeVerdict(report);
  const tone = verdictTones[kind];
  const rest = reasons.length - REASONS_SHOWN;
  const rows = reasons
    .slice(0, REASONS_SHOWN)
    .map((reason) => ({ lead: [span('-')], column: 2, body: [span(reason)] }));
  const more = rest > 0 ? [plainRow(2, span(`and ${rest} more`))] : [];
  return [blank, ...rows, ...more, { lead: [span(mark, tone)], column: 2, body: [span(words, tone)] }];
}
