import type { KnownSetting } from '../../model/setting.ts';
import type { Refusal } from '../answer.ts';
import type { GitHub } from '../client.ts';
import { readProtection } from './protection.ts';
import type { Name } from './repository.ts';
import { readRulesets } from './rulesets.ts';
import { settleBy } from './unread.ts';

/** What was read of one source of rules. */
export type RulesReading =
  | { readonly ok: true; readonly rules: readonly KnownSetting[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly permission: string };

/**
 * The rules of the branch that is deployed: a setting for each ruleset and for its classic protection, and one that says
 * whether all of them could be read.
 */
export async function readBranch(github: GitHub, name: Name, branch: string): Promise<readonly KnownSetting[]> {
  const readings = await Promise.all([readRulesets(github, name, branch), readProtection(github, name, branch)]);
  const rules = readings.flatMap((reading) => (reading.ok ? reading.rules : []));
  const unread = readings.flatMap((reading) =>
    reading.ok ? [] : [{ unread: reading.refusal.reason, settle: settleBy(reading.refusal, reading.permission) }],
  );
  if (unread.length === 0) return [...rules, { topic: 'branch', name: branch }];
  return [...rules, ...unread.map((why): KnownSetting => ({ topic: 'branch', name: branch, ...why }))];
}
