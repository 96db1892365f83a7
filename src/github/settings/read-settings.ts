import { groupBy } from '../../lib/group-by.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SettingFact } from '../../model/fact.ts';
import { type KnownSetting, type Settings, settingFact } from '../../model/setting.ts';
import type { Refusal } from '../answer.ts';
import type { GitHub } from '../client.ts';
import { readBranch } from './branch.ts';
import { readDeployments } from './deployments.ts';
import { readEnvironments } from './environments.ts';
import { type Name, readRepository, repositorySetting } from './repository.ts';
import { settleBy } from './unread.ts';
import { readWorkflows } from './workflows.ts';

/**
 * Reads what is set on GitHub for a repository. What can't be read is a fact too, which says what would settle it: it is
 * neither met nor missing.
 */
export async function readSettings(github: GitHub, name: Name): Promise<Settings> {
  const found = await readRepository(github, name);
  const known = found.ok
    ? [
        repositorySetting(name, found.value),
        ...(
          await Promise.all([
            readBranch(github, name, found.value.default_branch),
            readEnvironments(github, name),
            readWorkflows(github, name, found.value.pushed_at ?? undefined),
            readDeployments(github, name),
          ])
        ).flat(),
      ]
    : unreadAll(found);
  const facts = known.map(settingFact).sort(byContent);
  return { facts, diagnostics: [...tellUnread(facts), ...tellDisabled(facts)], calls: github.calls() };
}

function unreadAll(refusal: Refusal): readonly KnownSetting[] {
  const why = { unread: refusal.reason, settle: settleBy(refusal, 'metadata: read') };
  return [
    { topic: 'repository', name: '*', ...why },
    { topic: 'branch', name: '*', ...why },
    { topic: 'environment', name: '*', ...why },
    { topic: 'workflow', name: '*', ...why },
    { topic: 'deployment', name: '*', ...why },
  ];
}

function byContent(a: SettingFact, b: SettingFact): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** One line for each thing that would help. */
function tellUnread(facts: readonly SettingFact[]): readonly Diagnostic[] {
  const bySettle = groupBy(
    facts.filter(({ unread }) => unread !== undefined),
    ({ settle = '' }) => settle,
  );
  return [...bySettle].map(([settle, group]) => {
    const topics = [...new Set(group.map(({ topic }) => (topic === 'branch' ? 'branch rules' : `${topic} settings`)))];
    const message = `${topics.join(', ')} of GitHub could not be read; ${settle}`;
    return { level: 'warning', code: 'setting-unread', message };
  });
}

function tellDisabled(facts: readonly SettingFact[]): readonly Diagnostic[] {
  return facts
    .filter(({ topic, values }) => topic === 'workflow' && values.state?.startsWith('disabled'))
    .map(({ name, values }) => {
      const message = `${name} is switched off on GitHub (${values.state}), so that its jobs count for nothing`;
      return { level: 'warning', code: 'workflow-disabled', message };
    });
}
