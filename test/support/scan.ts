import type { Report } from '../../src/model/report.ts';
import { run } from '../../src/run.ts';
import { ruleSet } from './real-model.ts';

export type Scan = { readonly report: Report; readonly exitCode: number; readonly messages: readonly string[] };

/** The report on a folder, and what it tells of the scan itself as `code: message (path)`. */
export async function scan(directory: string): Promise<Scan> {
  const { report, exitCode } = await run({ directory, today: '2026-11-24', version: '0.0.0' }, ruleSet);
  const messages = report.diagnostics.map(({ code, message, at }) => `${code}: ${message}${at ? ` (${at.path})` : ''}`);
  return { report, exitCode, messages };
}
