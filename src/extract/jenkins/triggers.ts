import type { Event } from '../pipeline/events.ts';
import { readParameters } from './parameters.ts';
import type { Item, Statement } from './statements.ts';
import { speaksOfBranches } from './when.ts';

const words: Readonly<Record<string, string>> = {
  cron: 'schedule',
  parameterizedCron: 'schedule',
  pollSCM: 'push',
  githubPush: 'push',
  bitbucketPush: 'push',
  gitlab: 'push',
  GenericTrigger: 'push',
  upstream: 'workflow_run',
};

/**
 * What starts a pipeline. Every push does where the file says nothing, since Jenkins builds all branches then; a file
 * with nothing but a schedule is taken by its word, and one that asks for a value is started by whoever gives it.
 * Format: https://www.jenkins.io/doc/book/pipeline/syntax/#triggers
 */
export function readEvents(statements: readonly Statement[]): readonly Event[] {
  const named = [...new Set(findTriggers(statements, false))];
  const isOfBranches = speaksOfBranches(statements);
  if (named.length === 0) {
    const isAsked = !isOfBranches && readParameters(statements).some(({ asks }) => asks);
    return [{ name: isAsked ? 'workflow_dispatch' : 'push' }];
  }
  const isPushed = named.includes('push') || isOfBranches;
  return [...(isPushed ? ['push'] : []), ...named.filter((name) => name !== 'push')].map((name) => ({ name }));
}

/** Names in `triggers { … }` and in `pipelineTriggers([…])`. */
function findTriggers(statements: readonly Statement[], isInside: boolean): readonly string[] {
  return statements.flatMap(({ items }) => findInItems(items, isInside));
}

function findInItems(items: readonly Item[], isInside: boolean): readonly string[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    const opens = before?.kind === 'word' && (before.text === 'triggers' || before.text === 'pipelineTriggers');
    if (item.kind === 'block') return findTriggers(item.statements, isInside || opens);
    if (item.kind === 'group') return findInItems(item.items, isInside || opens);
    const event = item.kind === 'word' && isInside ? words[item.text] : undefined;
    return event === undefined ? [] : [event];
  });
}
