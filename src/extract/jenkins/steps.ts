import { showableValue } from '../../lib/secret-names.ts';
import type { Step } from '../pipeline/job.ts';
import { type Reading, spend } from '../pipeline/reading.ts';
import { describeCommand } from '../pipeline/script.ts';
import { applyOptions } from '../shell/modes.ts';
import { parseCommands } from '../shell.ts';
import { type Call, describeArguments, readCallAt } from './call.ts';
import type { Item, Statement } from './statements.ts';
import { revealCode } from './strings.ts';

/** Steps that run what they are handed in a shell, and those that do so in another. */
const shells = new Set(['sh', 'bat']);
const otherShells = new Set(['powershell', 'pwsh']);

/** Words that do nothing to anything outside. */
const silent = new Set([
  'echo',
  'print',
  'println',
  'def',
  'return',
  'throw',
  'error',
  'import',
  'if',
  'for',
  'while',
  'switch',
  'case',
  'break',
  'try',
  'assert',
  'failFast',
  'library',
  'properties',
]);

/**
 * The steps of one statement: commands of every `sh` in it, or any other step as `uses` with its arguments.
 * Format: https://www.jenkins.io/doc/pipeline/steps/
 */
export function readSteps(statement: Statement, call: Call | undefined, reading: Reading): readonly Step[] {
  const scripts = findShells(statement.items);
  if (scripts.length > 0) return scripts.flatMap((script) => readShell(script, reading));
  if (call === undefined || silent.has(call.name) || !call.isCalled || call.name.startsWith('@')) return [];
  return [{ line: call.line, uses: call.name, with: showArguments(call) }];
}

function showArguments(call: Call): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(describeArguments(call)).map(([key, text]) => [key, showableValue(key, text)]),
  );
}

function findShells(items: readonly Item[]): readonly Call[] {
  return items.flatMap((item, index) => {
    if (item.kind === 'group') return findShells(item.items);
    const isShell = item.kind === 'word' && (shells.has(item.text) || otherShells.has(item.text));
    const call = isShell ? readCallAt(items, index) : undefined;
    return call?.isCalled ? [call] : [];
  });
}

function readShell(call: Call, reading: Reading): readonly Step[] {
  const script = call.named.get('script') ?? call.values[0];
  const [text] = script ?? [];
  // What is put together of several strings can't be read.
  if (text?.kind !== 'string' || otherShells.has(call.name)) return [{ line: call.line }];
  if (!spend(reading, text.text.length)) return [];
  const isAsked = call.named.get('returnStatus')?.[0];
  const isTolerant = isAsked?.kind === 'word' && isAsked.text === 'true';
  const [, shebang] = /^\s*#!([^\n]*)/.exec(text.text) ?? [];
  // Without a first line of its own, a script runs in `sh -xe`.
  const modes =
    shebang === undefined ? {} : applyOptions({ errexit: false, pipefail: false }, shebang.split(/\s+/).slice(1));
  return parseCommands(text.text, text.line, reading.tools, modes).map((command) => ({
    ...describeCommand(command),
    line: Math.min(command.line, text.endLine),
    command: revealCode(command.text),
    ...(command.written === undefined ? {} : { words: command.written.map(revealCode) }),
    tolerant: isTolerant || command.tolerant,
  }));
}
