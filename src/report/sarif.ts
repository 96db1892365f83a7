import type { Log, Notification, Result, Run } from 'sarif';
import { countOf } from '../lib/english.ts';
import { escapeControl } from '../lib/escape.ts';
import { writeJson } from '../lib/json-text.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { resultOf } from './sarif/result.ts';
import { rulesOf } from './sarif/rules.ts';
import { plainMessage, uriOf } from './sarif/text.ts';
import { listAlerts } from './view/alerts.ts';

/** GitHub shows no more results of a run: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
export const MAX_RESULTS = 5000;
/** GitHub's limit is 10 MB when compressed; without compression the text stays below it for sure. */
export const MAX_SARIF_BYTES = 10_000_000;
/** Kept free for rules and notifications. */
const HEAD_BYTES = 1_000_000;

export type SarifOptions = {
  /** The scanned folder from the top of the repository; empty or left out for the top. */
  readonly folder?: string | undefined;
};

/**
 * The findings as SARIF 2.1.0, for code scanning. What blocks most comes first; what is past the limits is counted in
 * a notification. Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: Report, model: MaturityModel, { folder = '' }: SarifOptions = {}): string {
  const alerts = listAlerts(report, folder);
  const rules = rulesOf(alerts, model);
  const results = fitResults(alerts.slice(0, MAX_RESULTS).map((alert) => resultOf(alert, rules.indexOf(alert))));
  const run: Run = {
    tool: {
      driver: {
        name: report.tool.name,
        informationUri: 'https://github.com/stagegate/stagegate',
        semanticVersion: report.tool.version,
        rules: [...rules.descriptors],
      },
    },
    automationDetails: { id: `stagegate/${folder === '' ? '' : `${uriOf(folder)}/`}` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: report.scan.complete,
        toolExecutionNotifications: [...notificationsOf(report), ...droppedOf(alerts.length - results.length)],
      },
    ],
    results: [...results],
  };
  const log: Log = { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] };
  return writeJson(log, 0);
}

/** The first results that fit. */
function fitResults(results: readonly Result[]): readonly Result[] {
  let left = MAX_SARIF_BYTES - HEAD_BYTES;
  const end = results.findIndex((result) => {
    left -= new TextEncoder().encode(JSON.stringify(result)).length + 1;
    return left < 0;
  });
  return end === -1 ? results : results.slice(0, end);
}

const MAX_NOTIFICATIONS = 100;

function notificationsOf({ diagnostics }: Report): readonly Notification[] {
  return diagnostics.slice(0, MAX_NOTIFICATIONS).map(({ level, code, message, at }) => ({
    level,
    descriptor: { id: escapeControl(code) },
    message: { text: plainMessage(message) },
    ...(at === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(at.path), uriBaseId: '%SRCROOT%' },
                ...(at.line === undefined ? {} : { region: { startLine: at.line } }),
              },
            },
          ],
        }),
  }));
}

function droppedOf(count: number): readonly Notification[] {
  if (count === 0) return [];
  const text = `${countOf(count, 'more finding')} left out, because code scanning shows no more. The report as JSON holds them all.`;
  return [{ level: 'warning', descriptor: { id: 'results-left-out' }, message: { text } }];
}
