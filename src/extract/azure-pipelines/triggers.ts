import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { RepoPath } from '../../model/location.ts';
import { type Event, joinPatterns } from '../pipeline/events.ts';
import { entriesOf, itemsOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import { readValues } from '../pipeline/values.ts';

const ownKeys = ['trigger', 'pr', 'schedules', 'resources', 'pool', 'name', 'extends'];

/**
 * What starts a pipeline. Without a `trigger` that is every push; a template is called by another file.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/build/triggers
 */
export function readEvents(root: YamlNode, path: RepoPath): readonly Event[] {
  if (isTemplate(root, path)) return [{ name: 'workflow_call' }];
  const trigger = valueAt(root, 'trigger');
  const pushes = trigger === undefined ? [{ name: 'push' }] : readPushes(trigger);
  const events = [...pushes, ...readRequests(root), ...readSchedules(root), ...readResources(root)];
  return events.length === 0 ? [{ name: 'workflow_dispatch' }] : events;
}

/**
 * The parameters of a file that others call, with their defaults; undefined for a pipeline of its own.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/parameters
 */
export function readParameters(root: YamlNode, path: RepoPath): Readonly<Record<string, string>> | undefined {
  if (!isTemplate(root, path)) return undefined;
  const parameters = valueAt(root, 'parameters');
  const listed = itemsOf(parameters).flatMap((item) => {
    const name = textAt(item, 'name');
    return name === undefined ? [] : [[name, textAt(item, 'default') ?? ''] as const];
  });
  const mapped = parameters?.kind === 'map' ? Object.entries(readValues(parameters)) : [];
  return Object.fromEntries(parameters?.kind === 'map' ? mapped : listed);
}

/** A file that says nothing of when or where it runs, and takes parameters or is named as a template. */
function isTemplate(root: YamlNode, path: RepoPath): boolean {
  if (ownKeys.some((key) => valueAt(root, key) !== undefined)) return false;
  return valueAt(root, 'parameters') !== undefined || /template/i.test(path);
}

function isOff(node: YamlNode): boolean {
  return textsOf(node)[0] === 'none' || (node.kind === 'scalar' && node.text === '');
}

function readPushes(trigger: YamlNode): readonly Event[] {
  if (isOff(trigger)) return [];
  if (trigger.kind !== 'map') return [{ name: 'push', branches: textsOf(trigger) }];
  const branches = readFilter(trigger, 'branches');
  const paths = readFilter(trigger, 'paths');
  const onTags = readFilter(trigger, 'tags').some((pattern) => !pattern.startsWith('!'));
  const push = { name: 'push', branches, paths };
  if (!onTags) return [push];
  return branches.length === 0 ? [{ name: 'tag' }] : [push, { name: 'tag' }];
}

function readFilter(node: YamlNode, key: string): readonly string[] {
  const filter = valueAt(node, key);
  if (filter?.kind !== 'map') return textsOf(filter);
  return joinPatterns(textsOf(valueAt(filter, 'include')), textsOf(valueAt(filter, 'exclude')));
}

/** Branches of a pull request are those that it goes to; a fact's branches are those of a push. */
function readRequests(root: YamlNode): readonly Event[] {
  const request = valueAt(root, 'pr');
  if (request === undefined || isOff(request)) return [];
  return [{ name: 'pull_request', paths: readFilter(request, 'paths') }];
}

function readSchedules(root: YamlNode): readonly Event[] {
  return itemsOf(valueAt(root, 'schedules')).some((item) => valueAt(item, 'cron')) ? [{ name: 'schedule' }] : [];
}

function readResources(root: YamlNode): readonly Event[] {
  return entriesOf(valueAt(root, 'resources')).flatMap(({ key, value }) => {
    const starts = itemsOf(value).some((item) => key.text === 'webhooks' || isStarting(valueAt(item, 'trigger')));
    if (!starts) return [];
    return [{ name: key.text === 'pipelines' ? 'workflow_run' : 'repository_dispatch' }];
  });
}

function isStarting(trigger: YamlNode | undefined): boolean {
  return trigger !== undefined && !(trigger.kind === 'scalar' && ['', 'none', 'false'].includes(trigger.text));
}
