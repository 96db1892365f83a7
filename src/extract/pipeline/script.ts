import { joinFolder } from '../../lib/folders.ts';
import type { YamlNode, YamlScalar } from '../../lib/yaml-nodes.ts';
import { parseScript } from '../github-actions/scripts.ts';
import type { ScalarStyle } from '../github-actions/yaml-tree.ts';
import { folderAfter } from '../shell/directories.ts';
import { guardAfter } from '../shell/guards.ts';
import { applyOptions, type Modes } from '../shell/modes.ts';
import type { ShellCommand } from '../shell.ts';
import { joinConditions, type Step } from './job.ts';
import { type Reading, spend } from './reading.ts';
import type { Rewriting } from './rewriting.ts';

export type ScriptOptions = Partial<Modes> & { readonly rewriting?: Rewriting };

/** The lines of one script; nested lists are one list. */
export type Script = YamlNode | readonly YamlNode[] | undefined;

const depthLimit = 10;
const itemLimit = 2_000;

/** The commands of a script, written as one text or as a list of lines, each with its line in the file. */
export function readScript(script: Script, reading: Reading, options: ScriptOptions = {}): readonly Step[] {
  const items = flattenScript(script);
  let modes: Modes = { errexit: options.errexit ?? true, pipefail: options.pipefail ?? false };
  let folder = '';
  let guard: string | undefined;
  return items.flatMap((item, index) => {
    const commands = parseItem(item, reading, { ...options, ...modes });
    const isLast = index === items.length - 1;
    // Where a failure does not end the script, only the status of its last line counts.
    const isOverlooked = !modes.errexit && !isLast && !commands.some(({ words }) => words[0] === 'exit');
    for (const { words } of commands) if (words[0] === 'set') modes = applyOptions(modes, words.slice(1));
    const steps = commands.map((command) => {
      const step = describeCommand(command);
      const inside = joinFolder(folder, step.inside ?? '');
      const asked = joinConditions(guard, step.guard);
      return {
        ...step,
        tolerant: step.tolerant || isOverlooked,
        ...(inside === '' ? {} : { inside }),
        ...(asked === undefined ? {} : { guard: asked }),
      };
    });
    // All lines are one script.
    if (!item.text.trimStart().startsWith('(')) folder = folderAfter(folder, commands);
    guard = joinConditions(guard, guardAfter(commands));
    return steps;
  });
}

/** A command as a step of a pipeline. */
export function describeCommand({
  text,
  line,
  tolerant,
  written,
  guard,
  directory,
}: ShellCommand): Step & { readonly tolerant: boolean } {
  return {
    line,
    command: text,
    tolerant,
    ...(written === undefined ? {} : { words: written }),
    ...(guard === undefined ? {} : { guard }),
    ...(directory === undefined ? {} : { inside: directory }),
  };
}

/** The scalars of nested lists, in order. */
export function flattenScript(script: Script): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const visit = (node: YamlNode, depth: number): void => {
    if (found.length >= itemLimit || depth > depthLimit) return;
    if (node.kind === 'scalar' && node.text.trim() !== '') found.push(node);
    if (node.kind === 'list') for (const item of node.items) visit(item, depth + 1);
  };
  const nodes: readonly YamlNode[] = script === undefined ? [] : 'kind' in script ? [script] : script;
  for (const node of nodes) visit(node, 0);
  return found;
}

function parseItem(item: YamlScalar, reading: Reading, options: ScriptOptions & Modes): readonly ShellCommand[] {
  const isShared = options.rewriting === undefined && options.errexit;
  const known = isShared ? reading.scripts.get(item) : undefined;
  if (known) return known;
  if (!spend(reading, item.text.length)) return [];
  const { rewrite, restore } = options.rewriting ?? { rewrite: (text) => text, restore: (text) => text };
  const source = reading.file.text.slice(item.start, item.end);
  const scalar = { ...item, size: 1, style: styleOf(source), text: rewrite(item.text), source: rewrite(source) };
  const commands = parseScript(scalar, reading.tools, options).map((command) => ({
    ...command,
    text: restore(command.text),
    ...(command.written === undefined ? {} : { written: command.written.map(restore) }),
    ...(command.guard === undefined ? {} : { guard: restore(command.guard) }),
    ...(command.directory === undefined ? {} : { directory: restore(command.directory) }),
  }));
  if (isShared) reading.scripts.set(item, commands);
  return commands;
}

const styles: Readonly<Record<string, ScalarStyle>> = { '|': 'literal', '>': 'folded', "'": 'single', '"': 'double' };

function styleOf(source: string): ScalarStyle {
  return styles[source.charAt(0)] ?? 'plain';
}
