import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { type Event, joinPatterns } from '../pipeline/events.ts';
import { entriesOf, valueAt } from '../pipeline/look-up.ts';

/** One pipeline of the file: `branches/main`, with what starts it. */
export type Section = {
  readonly name: string;
  readonly line: number;
  readonly events: readonly Event[];
  readonly body: YamlNode;
};

const eventNames: Readonly<Record<string, string>> = {
  branches: 'push',
  tags: 'tag',
  bookmarks: 'push',
  'pull-requests': 'pull_request',
  custom: 'workflow_dispatch',
};

/**
 * The pipelines of a file. The default one is for every push to a branch that none is named for.
 * Format: https://support.atlassian.com/bitbucket-cloud/docs/pipeline-start-conditions/
 */
export function readSections(root: YamlNode): readonly Section[] {
  const named = entriesOf(valueAt(root, 'pipelines', 'branches')).flatMap(({ key }) => alternatives(key.text));
  return entriesOf(valueAt(root, 'pipelines')).flatMap(({ key, value }): readonly Section[] => {
    const kind = key.text;
    if (kind === 'default') {
      const branches = joinPatterns(
        [],
        named.filter((pattern) => pattern !== '**'),
      );
      const isCovered = named.includes('**');
      return [{ name: kind, line: key.line, events: isCovered ? [] : [{ name: 'push', branches }], body: value }];
    }
    const name = eventNames[kind];
    if (name === undefined) return [];
    return entriesOf(value).map(({ key: { text, line }, value: body }) => ({
      name: `${kind}/${text}`,
      line,
      events: [name === 'push' && text !== '**' ? { name, branches: alternatives(text) } : { name }],
      body,
    }));
  });
}

/** `{main,release/*}` is either. */
function alternatives(pattern: string): readonly string[] {
  return /^\{.*\}$/.test(pattern) ? pattern.slice(1, -1).split(',') : [pattern];
}
