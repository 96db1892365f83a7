import { shorten } from '../../lib/width.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import type { Report, ReportFinding, ReportSystem } from '../../model/report.ts';
import { isSatisfied, listPartEvidence, listPractices, type PracticeView } from '../view/gaps.ts';
import { MAX_TEXT } from '../view/limits.ts';
import { orderFindings } from '../view/order.ts';
import { describeVerdict } from '../view/verdict.ts';

export type TestResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped'; readonly message: string }
  | {
      readonly kind: 'failure' | 'error';
      readonly message: string;
      readonly type: string;
      readonly details: readonly string[];
    };

export type TestCase = {
  readonly suite: string;
  readonly name: string;
  readonly place: { readonly path: string; readonly line: number } | undefined;
  readonly result: TestResult;
  /** What proves it. */
  readonly output: readonly string[];
};

export type Suite = { readonly name: string; readonly cases: readonly TestCase[] };

/** The suite of what belongs to no system. It is never empty, because a report without a case is an error to many tools. */
const REPOSITORY = 'repository';

/** A suite for each system with its practices and what else was found of it, and one for the repository. */
export function listSuites(report: Report, model: MaturityModel): readonly Suite[] {
  const findings = orderFindings(report);
  const names = new Set(report.systems.map(({ name }) => name));
  const others = findings.filter(({ system }) => system === null || !names.has(system));
  return [
    { name: REPOSITORY, cases: [scanCase(report), ...others.map((finding) => findingCase(REPOSITORY, finding))] },
    ...report.systems.map((system) => systemSuite(system, findings, model)),
  ];
}

function scanCase(report: Report): TestCase {
  const errors = report.diagnostics.filter(({ level }) => level === 'error').map(({ message }) => cut(message));
  const result: TestResult = report.scan.complete
    ? { kind: 'passed' }
    : { kind: 'error', message: describeVerdict(report).words, type: 'incomplete-scan', details: errors };
  return { suite: REPOSITORY, name: 'The scan is complete', place: undefined, result, output: [] };
}

function systemSuite(system: ReportSystem, findings: readonly ReportFinding[], model: MaturityModel): Suite {
  const views = listPractices(system, model);
  const practices = new Set(views.map(({ practice }) => practice.id));
  const own = findings.filter((finding) => finding.system === system.name);
  const others = own.filter(({ practice }) => practice === undefined || !practices.has(practice));
  return {
    name: system.name,
    cases: [
      ...views.map((view) => practiceCase(view, system, own)),
      ...others.map((finding) => findingCase(system.name, finding)),
    ],
  };
}

function practiceCase(view: PracticeView, system: ReportSystem, own: readonly ReportFinding[]): TestCase {
  const { practice, parts } = view;
  const found = own.filter(({ practice: id }) => id === practice.id);
  const place = (found.find(({ at }) => at !== null) ?? found[0])?.at ?? undefined;
  const output = parts.flatMap((part) =>
    isSatisfied(part)
      ? listPartEvidence(part).map(({ title, path, line }) => `${part.id}: ${cut(title)} (${path}:${line})`)
      : [],
  );
  const name = `Stage ${practice.stage}: ${practice.id}`;
  return { suite: system.name, name, place, result: practiceResult(view, system, found), output };
}

/** Fails on what the gate fails on, whatever the practice's status. */
function practiceResult(
  { practice, status, parts }: PracticeView,
  { target }: ReportSystem,
  found: readonly ReportFinding[],
): TestResult {
  const errors = found.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first)
    return { kind: 'failure', message: cut(first.title), type: first.kind, details: errors.flatMap(tellFinding) };
  if (status === 'met') return { kind: 'passed' };
  const open = parts.filter((part) => !part.optional && !isSatisfied(part));
  const reasons = open.map(({ id, found: { reason }, missing }) => `${id}: ${cut(reason ?? missing)}`);
  const asked = target !== null && practice.stage <= target ? '' : ', and no target asks for it';
  return { kind: 'skipped', message: `${status}${asked}: ${reasons.join('; ')}` };
}

function findingCase(suite: string, finding: ReportFinding): TestCase {
  const { level, title, message, kind, at } = finding;
  const result: TestResult =
    level === 'error'
      ? { kind: 'failure', message: cut(title), type: kind, details: tellFinding(finding) }
      : { kind: 'skipped', message: `${level}: ${cut(message)}` };
  return { suite, name: cut(title), place: at ?? undefined, result, output: [] };
}

function tellFinding({ title, message, fix, at }: ReportFinding): readonly string[] {
  const place = at === null ? [] : [`At ${at.path}:${at.line}`];
  return [cut(title), cut(message), `Fix: ${cut(fix)}`, ...place];
}

function cut(text: string): string {
  return shorten(text.replace(/\s+/gu, ' ').trim(), MAX_TEXT);
}
