import { appendToFile, readHistoryFile } from '../io/history-file.ts';
import { readReport } from '../io/report-file.ts';
import { writeJson } from '../lib/json-text.ts';
import { UserError } from '../lib/user-error.ts';
import { listDrift } from '../report/history/drift.ts';
import { toHistoryEntry } from '../report/history/entry.ts';
import { addedLines, type History, readHistory } from '../report/history/lines.ts';
import { renderHistory } from '../report/history.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Terminal } from './terminal.ts';

/** Adds the result of a report to a history, once for a commit. Gives the exit code: 3 for a scan that did not finish, which says nothing. */
export function appendToHistory(path: string, reportPath: string, today: string, terminal: Terminal): number {
  const report = readReport(reportPath);
  if (!report.scan.complete) {
    terminal.error(`${reportPath} is of a scan that did not finish, so nothing was added to ${path}\n`);
    return 3;
  }
  const text = readHistoryFile(path) ?? '';
  warnOfBroken(path, readHistory(text), terminal);
  const lines = addedLines(text, toHistoryEntry(report, today));
  if (lines === '') terminal.write(`${path} holds this result already\n`);
  else {
    appendToFile(path, lines);
    terminal.write(`added to ${path}\n`);
  }
  return 0;
}

export const historyFormats = ['text', 'json'] as const;

/** How the stages moved in a history, as text or as JSON. Throws a UserError if there is none. */
export function showHistory(
  path: string,
  { format }: { readonly format: (typeof historyFormats)[number] },
  { model }: RuleSet,
  terminal: Terminal,
): string {
  const text = readHistoryFile(path);
  if (text === undefined) throw new UserError(`there is no ${path}; stagegate history append makes one`);
  const history = readHistory(text);
  warnOfBroken(path, history, terminal);
  if (format === 'json') return writeJson(listDrift(history.entries));
  return renderHistory(history.entries, model, { colors: terminal.colors, width: terminal.width });
}

function warnOfBroken(path: string, { broken }: History, { error }: Terminal): void {
  for (const line of broken) error(`${path}:${line}  is no result of this version and was passed over\n`);
}
