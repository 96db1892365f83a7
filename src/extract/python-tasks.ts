import { folderOf, joinFolder } from '../lib/folders.ts';
import { readToml, type TomlEntry } from '../lib/toml-values.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { readTask, type Task } from './python-tasks/task.ts';
import { callScript, extractScripts, refuseLong, type Script } from './scripts/commands.ts';

/** Where each runner keeps its tasks; `*` stands for the name of an environment. */
const tables = [
  { runner: 'poe', path: ['tool', 'poe', 'tasks'] },
  { runner: 'pdm', path: ['tool', 'pdm', 'scripts'] },
  { runner: 'hatch', path: ['tool', 'hatch', 'envs', '*', 'scripts'] },
  { runner: 'rye', path: ['tool', 'rye', 'scripts'] },
  { runner: 'pixi', path: ['tool', 'pixi', 'tasks'] },
  { runner: 'taskipy', path: ['tool', 'taskipy', 'tasks'] },
] as const;

/** Runners that look for scripts before and behind by their names. */
const hooks: Readonly<Record<string, readonly [before: string, after: string]>> = {
  pdm: ['pre_', 'post_'],
  taskipy: ['pre_', 'post_'],
};

/**
 * Tasks that a `pyproject.toml` defines for poe, pdm, hatch, rye, pixi or taskipy. A file that is no TOML gives none; the
 * extractor of its packages tells.
 * Formats: https://poethepoet.natn.io/tasks/ https://pdm-project.org/en/latest/usage/scripts/
 * https://hatch.pypa.io/latest/config/environment/overview/#scripts
 */
export const pythonTasks: Extractor = {
  name: 'python-tasks',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)pyproject\.toml$/.test(path),
  extract: extractTasks,
};

function extractTasks(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const toml = readToml(file.text);
  if (!toml.ok) return { facts: [], diagnostics: [] };
  const extractions = tables.map(({ runner, path }) => {
    const tasks = readTasks(toml.entries, path);
    const scripts = tasks.flatMap((task) => scriptOf(task, tasks, runner, file));
    return extractScripts(scripts, runner, file, tools);
  });
  return {
    facts: extractions.flatMap(({ facts }) => facts).toSorted((a, b) => a.at.line - b.at.line),
    diagnostics: extractions.flatMap(({ diagnostics }) => diagnostics).slice(0, 1),
  };
}

function readTasks(entries: readonly TomlEntry[], table: readonly string[]): readonly Task[] {
  const tasks = new Map<string, { line: number; entries: TomlEntry[]; environment: string }>();
  for (const entry of entries) {
    const name = entry.path[table.length];
    if (name === undefined || !table.every((part, index) => part === '*' || part === entry.path[index])) continue;
    const environment = entry.path[table.indexOf('*')] ?? 'default';
    const key = environment === 'default' ? name : `${environment}:${name}`;
    const task = tasks.get(key) ?? { line: entry.line, entries: [], environment };
    task.entries.push({ ...entry, path: entry.path.slice(table.length + 1) });
    tasks.set(key, task);
  }
  return [...tasks].map(([name, task]) => readTask(name, task.line, task.entries));
}

function scriptOf(task: Task, tasks: readonly Task[], runner: string, file: SourceFile): readonly Script[] {
  if (task.name.startsWith('_') && runner === 'pdm') return [];
  const names = new Set(tasks.map(({ name }) => name));
  const [before, after] = (hooks[runner] ?? []).map((prefix) => {
    return names.has(prefix + task.name) ? [callScript(prefix + task.name, task.line)] : [];
  });
  const environment = task.name.includes(':') ? task.name.slice(0, task.name.indexOf(':') + 1) : '';
  const own = task.steps.map(({ text, line, does }) => {
    const [first = '', ...rest] = text.split(' ');
    const called = [first, environment + first].find((name) => name !== task.name && names.has(name));
    const isCall = called !== undefined && does !== 'run';
    return isCall ? callScript(called, line, rest) : { text: does === 'call' ? '' : text, line };
  });
  const directory = joinFolder(folderOf(file.path), task.folder ?? '');
  return [{ name: task.name, line: task.line, directory, pieces: [...(before ?? []), ...own, ...(after ?? [])] }];
}
