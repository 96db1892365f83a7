import { joinFolder } from '../../lib/folders.ts';
import type { ShellNode } from './syntax.ts';

/** Characters of a folder's path; a longer one is no folder, and growing paths would take quadratic time. */
const lengthLimit = 1000;

/** What runs in a process of its own, so that its `cd` ends with it. */
const scopes = new Set(['subshell', 'substitution', 'background', 'piped', 'function']);

/**
 * The folder of each node, from where the script starts: what `cd` before it has made of it. A `cd` in a branch counts
 * as if it were taken. https://www.gnu.org/software/bash/manual/html_node/Command-Execution-Environment.html
 */
export function findDirectories(
  nodes: readonly ShellNode[],
  wordsOf: (index: number) => readonly string[],
): readonly string[] {
  const scopeOf: number[] = [];
  const current = new Map<number, string>([[-1, '']]);
  const before = new Map<number, string>();
  return nodes.map((node, index) => {
    const outer = node.parent === -1 ? -1 : (scopeOf[node.parent] ?? -1);
    const isScope = scopes.has(node.kind);
    scopeOf.push(isScope ? index : outer);
    const directory = current.get(outer) ?? '';
    if (isScope) current.set(index, directory);
    const target = node.kind === 'command' ? readChange(wordsOf(index)) : undefined;
    if (target === undefined) return directory;
    const next = target === '-' ? (before.get(outer) ?? directory) : joinFolder(directory, target);
    current.set(outer, next.length > lengthLimit ? '~' : next);
    before.set(outer, directory);
    return directory;
  });
}

/** Where a command goes: `-` for back. Undefined if it goes nowhere. */
function readChange([name, ...rest]: readonly string[]): string | undefined {
  if (name === 'popd') return '-';
  if (name !== 'cd' && name !== 'pushd') return undefined;
  return rest.find((word) => word === '-' || !word.startsWith('-')) ?? '~';
}

/** Where a script stands that ran these commands one after the other. */
export function folderAfter(
  start: string,
  commands: readonly { readonly words: readonly string[]; readonly directory?: string }[],
): string {
  let folder = start;
  for (const { words, directory = '' } of commands) {
    const target = readChange(words);
    if (target !== undefined && target !== '-') folder = joinFolder(joinFolder(start, directory), target);
  }
  return folder.length > lengthLimit ? '~' : folder;
}
