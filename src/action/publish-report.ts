import type { GitHub } from '../github/client.ts';
import type { Written } from '../github/writing/outcome.ts';
import { publishFiles } from '../github/writing/publish.ts';
import { toHistoryEntry } from '../report/history/entry.ts';
import { addedLines } from '../report/history/lines.ts';
import { renderJson } from '../report/json.ts';
import type { Platform } from './connection.ts';
import type { Telling } from './tell-github.ts';

/** The branch that holds data and no code. */
export const dataBranch = 'stagegate';
const historyName = 'history.jsonl';

/**
 * Publishes badge, history and report where that was asked for, and only from the default branch: what a change proposes is
 * not yet what there is.
 */
export async function publishReport(
  github: GitHub,
  { name }: Platform,
  { report, model, inputs, event, today }: Telling,
): Promise<Written | undefined> {
  if (!inputs.publish || !event.isDefaultBranch) return undefined;
  const { renderBadge, renderBadgeEndpoint } = await import('../report/badge.ts');
  const fixed = {
    'badge.svg': renderBadge(report, model, today),
    'badge.json': renderBadgeEndpoint(report, model, today),
    'report.json': renderJson(report),
  };
  return publishFiles(github, name, {
    branch: dataBranch,
    message: `stagegate: ${event.headSha?.slice(0, 12) ?? today}`,
    reads: [historyName, ...Object.keys(fixed)],
    files: (before) => {
      const history = before.get(historyName) ?? '';
      // A scan that did not finish says nothing of where the repository stands.
      const added = report.scan.complete ? addedLines(history, toHistoryEntry(report, today)) : '';
      return added === '' ? fixed : { ...fixed, [historyName]: history + added };
    },
  });
}
