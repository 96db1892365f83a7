import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { Event } from '../pipeline/events.ts';
import type { Job } from '../pipeline/job.ts';
import { itemsOf, textAt, textsOf, valueAt } from '../pipeline/look-up.ts';
import { readValues } from '../pipeline/values.ts';

/**
 * One job for each included file, as `uses` names it: `./path` of this repository, `group/project/path@ref` of another,
 * an address, `template:…` or `component:…`. Its id is no job's: GitLab keeps the word for itself.
 * Format: https://docs.gitlab.com/ci/yaml/#include
 */
export function readIncludes(root: YamlNode, events: readonly Event[]): readonly Job[] {
  return itemsOf(valueAt(root, 'include')).flatMap((item) =>
    describeInclude(item).map(({ uses, line }) => ({
      id: 'include',
      line,
      events,
      uses,
      with: readValues(valueAt(item, 'inputs')),
      steps: [],
    })),
  );
}

type Call = { readonly uses: string; readonly line: number };

function describeInclude(item: YamlNode): readonly Call[] {
  if (item.kind === 'scalar') return item.text === '' ? [] : [{ uses: describeFile(item.text), line: item.line }];
  const { line } = item;
  const project = textAt(item, 'project');
  const ref = textAt(item, 'ref');
  if (project !== undefined) {
    return textsOf(valueAt(item, 'file')).map((file) => ({ uses: describeProjectFile(project, file, ref), line }));
  }
  const named = ['local', 'remote'].flatMap((key) => textAt(item, key) ?? []).map(describeFile);
  const marked = ['template', 'component', 'artifact'].flatMap((key) => {
    const text = textAt(item, key);
    return text === undefined ? [] : [`${key}:${text}`];
  });
  return [...named, ...marked].map((uses) => ({ uses, line }));
}

function describeFile(path: string): string {
  return /^https?:/.test(path) ? path : `./${path.replace(/^\.?\/+/, '')}`;
}

function describeProjectFile(project: string, file: string, ref: string | undefined): string {
  return `${project}/${file.replace(/^\/+/, '')}@${ref ?? 'HEAD'}`;
}

/**
 * What a job that only starts another pipeline calls: the files of a child, or `group/project@branch`.
 * Format: https://docs.gitlab.com/ci/yaml/#trigger
 */
export function readTrigger(job: YamlNode): string | undefined {
  const trigger = valueAt(job, 'trigger');
  if (trigger?.kind !== 'map') return textsOf(trigger)[0];
  const project = textAt(trigger, 'project');
  const branch = textAt(trigger, 'branch');
  if (project !== undefined) return branch === undefined ? project : `${project}@${branch}`;
  return itemsOf(valueAt(trigger, 'include')).flatMap(describeInclude)[0]?.uses;
}
