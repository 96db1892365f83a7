import type { YamlMap, YamlNode } from '../../lib/yaml-nodes.ts';
import { type Event, joinPatterns } from '../pipeline/events.ts';
import { textsOf, valueAt } from '../pipeline/look-up.ts';

const keywords: Readonly<Record<string, readonly string[]>> = {
  branches: ['push'],
  tags: ['tag'],
  pushes: ['push', 'tag'],
  merge_requests: ['pull_request'],
  external_pull_requests: ['pull_request'],
  schedules: ['schedule'],
  web: ['workflow_dispatch'],
  api: ['repository_dispatch'],
  triggers: ['repository_dispatch'],
  chat: ['repository_dispatch'],
  external: ['repository_dispatch'],
  pipelines: ['workflow_call'],
};

const untold = ['branches', 'tags'];

/**
 * The events of `only` and `except`; those of a job that says nothing are branches and tags.
 * Format: https://docs.gitlab.com/ci/yaml/deprecated_keywords/#only--except
 */
export function readOnlyExcept(job: YamlMap): readonly Event[] {
  const only = readRefs(valueAt(job, 'only'));
  const except = readRefs(valueAt(job, 'except'));
  const paths = joinPatterns(textsOf(valueAt(job, 'only', 'changes')), textsOf(valueAt(job, 'except', 'changes')));
  return eventsOf(only.length === 0 ? untold : only)
    .flatMap((event) => leaveOut(event, except))
    .map((event) => (paths.length === 0 ? event : { ...event, paths }));
}

function readRefs(node: YamlNode | undefined): readonly string[] {
  // `main@group/project` is a branch of that project alone.
  return textsOf(node?.kind === 'map' ? valueAt(node, 'refs') : node).map((ref) => ref.replace(/@[^/]+\/.*$/, ''));
}

function eventsOf(refs: readonly string[]): readonly Event[] {
  const named = refs.filter((ref) => keywords[ref] === undefined);
  const names = [...new Set(refs.flatMap((ref) => keywords[ref] ?? []))];
  const isAny = names.includes('push');
  const onBranches: readonly Event[] = named.length === 0 || isAny ? [] : [{ name: 'push', branches: named }];
  // A pattern is asked of tags too.
  const hasPattern = named.some((ref) => ref.startsWith('/'));
  const onTags: readonly Event[] = hasPattern && !names.includes('tag') ? [{ name: 'tag' }] : [];
  return [...names.map((name) => ({ name })), ...onBranches, ...onTags];
}

function leaveOut(event: Event, except: readonly string[]): readonly Event[] {
  if (except.flatMap((ref) => keywords[ref] ?? []).includes(event.name)) return [];
  const named = except.filter((ref) => keywords[ref] === undefined);
  if (event.name !== 'push' || named.length === 0) return [event];
  if (event.branches === undefined) return [{ ...event, branches: joinPatterns([], named) }];
  const branches = event.branches.filter((branch) => !named.includes(branch));
  return branches.length === 0 ? [] : [{ ...event, branches }];
}
