import { folderOf } from '../lib/folders.ts';
import type { ScriptCommand } from '../model/fact.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type PythonCall, readTaskFunctions, type TaskFunction } from './python-sessions/functions.ts';
import { callScript, extractScripts, type Piece, refuseLong, type Script } from './scripts/commands.ts';

/**
 * Sessions of a `noxfile.py` and tasks of a `tasks.py`, as far as their commands are written out: `session.run("pytest")`,
 * `c.run("make deploy")`. In nox, the one without a name runs them all.
 * Formats: https://nox.thea.codes/en/stable/config.html https://docs.pyinvoke.org/en/stable/
 */
export const pythonSessions: Extractor = {
  name: 'python-sessions',
  languages: ['python', 'bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)(?:noxfile|tasks)\.py$/.test(path),
  extract: extractSessions,
};

function extractSessions(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const isNox = file.path.endsWith('noxfile.py');
  const read = readTaskFunctions(file.text, isNox ? 'session' : 'task', tools.querySyntax);
  if (!read.ok) return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not read: ${read.reason}`)] };
  const directory = folderOf(file.path);
  const scripts = read.functions.map((task): Script => {
    const name = task.given ?? (isNox ? task.name : task.name.replaceAll('_', '-'));
    const needs = task.needs.map((called) => callScript(called.replaceAll('_', '-'), task.line));
    return { name, line: task.line, directory, pieces: [...needs, ...piecesOf(task, isNox)] };
  });
  const [first] = scripts;
  const all: readonly Script[] =
    isNox && first
      ? [{ name: '', line: first.line, directory, pieces: scripts.map(({ name, line }) => callScript(name, line)) }]
      : [];
  return extractScripts([...all, ...scripts], isNox ? 'nox' : 'invoke', file, tools);
}

function piecesOf({ parameter, calls }: TaskFunction, isNox: boolean): readonly (Piece | ScriptCommand)[] {
  return calls
    .filter(({ object }) => object === parameter)
    .flatMap((call): readonly (Piece | ScriptCommand)[] => {
      const [first = '', ...rest] = call.texts;
      if (call.method === 'notify') return [callScript(first, call.line)];
      if (call.method === 'chdir' || call.method === 'cd') return [{ text: `cd ${quote(first)}`, line: call.line }];
      if (!['run', 'run_always', 'run_install', 'sudo'].includes(call.method) || first === '') return [];
      const text = isNox ? [first, ...rest].map(quote).join(' ') : first;
      return [{ text, line: call.line, tolerant: isTolerant(call) }];
    });
}

function isTolerant({ keywords }: PythonCall): boolean {
  return keywords.includes('success_codes') || keywords.includes('warn');
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
