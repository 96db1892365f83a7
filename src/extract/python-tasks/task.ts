import type { TomlEntry, TomlValue } from '../../lib/toml-values.ts';

/** One thing that a task does: a command line, another task, or whichever of the two its first word is. */
export type TaskStep = { readonly text: string; readonly line: number; readonly does: 'run' | 'call' | 'either' };

export type Task = {
  readonly name: string;
  readonly line: number;
  readonly folder?: string;
  readonly steps: readonly TaskStep[];
};

const commandKeys = new Set(['cmd', 'shell', 'expr']);
const sequenceKeys = new Set(['sequence', 'composite', 'chain', 'parallel']);
const needKeys = new Set(['deps', 'depends-on', 'depends_on']);
const folderKeys = new Set(['cwd', 'working_dir']);

/**
 * Reads a task from all entries under its name, whose paths begin behind it. The runners agree on most: text is a command,
 * a list is a sequence, a table says what it is by its key.
 */
export function readTask(name: string, line: number, entries: readonly TomlEntry[]): Task {
  const fields = entries.flatMap(({ path, value }) =>
    path.length === 0 && value.kind === 'table'
      ? value.entries.map((entry) => ({ key: entry.path[0], value: entry.value }))
      : [{ key: path[0], value }],
  );
  const folder = fields.find(({ key }) => key !== undefined && folderKeys.has(key))?.value;
  const needs = fields.filter(({ key }) => key !== undefined && needKeys.has(key));
  const others = fields.filter(({ key }) => key === undefined || !needKeys.has(key));
  return {
    name,
    line,
    ...(folder?.kind === 'text' ? { folder: folder.text } : {}),
    steps: [
      ...needs.flatMap(({ value }) => textsOf(value).map((text) => ({ ...text, does: 'call' as const }))),
      ...others.flatMap(({ key, value }) => readField(key, value)),
    ],
  };
}

function readField(key: string | undefined, value: TomlValue): readonly TaskStep[] {
  if (key === undefined || sequenceKeys.has(key)) {
    if (value.kind === 'list') return value.items.flatMap(readItem);
    return textsOf(value).map((text) => ({ ...text, does: 'either' as const }));
  }
  // `cmd = ["pytest", "-x"]` is one command in words.
  if (commandKeys.has(key)) {
    const words = textsOf(value);
    const [first] = words;
    return first ? [{ text: words.map(({ text }) => text).join(' '), line: first.line, does: 'run' }] : [];
  }
  if (key === 'ref') return textsOf(value).map((text) => ({ ...text, does: 'call' as const }));
  if (key !== 'script' && key !== 'call') return [];
  return textsOf(value).map(({ text, line }) => ({
    text: `python -m ${text.split(':')[0]}`,
    line,
    does: 'run' as const,
  }));
}

function readItem(item: TomlValue): readonly TaskStep[] {
  if (item.kind === 'list') return item.items.flatMap(readItem);
  if (item.kind === 'text') return [{ text: item.text, line: item.line, does: 'either' }];
  return item.entries.flatMap(({ path, value }) => readField(path[0], value));
}

function textsOf(value: TomlValue): readonly { readonly text: string; readonly line: number }[] {
  if (value.kind === 'text') return [{ text: value.text, line: value.line }];
  return value.kind === 'list' ? value.items.flatMap(textsOf) : [];
}
