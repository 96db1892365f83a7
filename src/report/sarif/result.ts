import type { Result } from 'sarif';
import { escapeControl } from '../../lib/escape.ts';
import { fingerprint } from '../../lib/fingerprint.ts';
import type { Level } from '../../model/report.ts';
import type { Alert } from '../view/alerts.ts';
import { plainMessage, uriOf } from './text.ts';

export const sarifLevels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** `gap/eval-in-ci`: what a finding is about, whichever system has it. */
export function ruleIdOf({ kind, subject }: Alert): string {
  return escapeControl(subject === undefined ? kind : `${kind}/${subject}`);
}

/** An alert as a result. Its fingerprint is of what it is about, so that edits and moves leave it the same alert. */
export function resultOf(alert: Alert, ruleIndex: number): Result {
  const { key, level, title, message, fix, path, line, system } = alert;
  const print = fingerprint(key);
  return {
    ruleId: ruleIdOf(alert),
    ruleIndex,
    level: sarifLevels[level],
    message: { text: [title, message, `Fix: ${fix}`].map(plainMessage).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
          ...(line === undefined ? {} : { region: { startLine: line } }),
        },
        ...(system === null ? {} : { logicalLocations: [{ name: escapeControl(system), kind: 'module' }] }),
      },
    ],
    // The second is the one by which GitHub tells alerts apart; without it, it would hash the line.
    partialFingerprints: { 'stagegateFinding/v1': print, primaryLocationLineHash: `${print}:1` },
  };
}
