import { joinFolder } from '../lib/folders.ts';
import type { ExtractTools } from '../model/source.ts';
import { findDead } from './shell/dead.ts';
import { findDirectories } from './shell/directories.ts';
import { maskExpressions } from './shell/expressions.ts';
import { findGuards } from './shell/guards.ts';
import type { Modes } from './shell/modes.ts';
import { findNested, type Word } from './shell/nested.ts';
import { parseShell, type ShellNode } from './shell/syntax.ts';
import { judgeStandings } from './shell/tolerance.ts';
import { unquote, type Verbatim } from './shell/words.ts';
import { countWrapped, parseWrappers, stripFolder, type Wrappers } from './shell/wrappers.ts';

/** A simple command. Quotes, leading variables and wrappers are taken off, redirections left out. */
export type ShellCommand = {
  readonly words: readonly string[];
  /** The words, parted by one blank. */
  readonly text: string;
  /** The words with their wrappers, where `text` does not tell them: it hides wrappers and what parts the words. */
  readonly written?: readonly string[];
  readonly line: number;
  /** Its failure fails nothing. */
  readonly tolerant: boolean;
  /** Its output runs into another command. */
  readonly piped: boolean;
  /** Where it runs, seen from the script's folder, if not there. */
  readonly directory?: string;
  /** What the script asks first, where the answer may skip the command. */
  readonly guard?: string;
};

/** How the shell is started: GitHub's default is `bash -e`, and `bash -eo pipefail` where a step says `shell: bash`. */
export type ShellOptions = Partial<Modes>;

/** How deep scripts in arguments of commands are followed. */
export const nestingLimit = 2;

type Unplaced = Omit<ShellCommand, 'text' | 'written'> & {
  readonly start: number;
  readonly all: readonly string[];
};
type Reading = { readonly tools: ExtractTools; readonly wrappers: Wrappers; readonly depth: number };

/**
 * The simple commands of a shell script that can run, in order of their place, with those in `bash -c '…'` and `ssh host '…'` behind
 * the command that starts them. A script that can't be parsed gives none. Expressions `${{ … }}` may stand anywhere.
 * https://www.gnu.org/software/bash/manual/html_node/Shell-Commands.html
 */
export function parseCommands(
  script: string,
  firstLine: number,
  tools: ExtractTools,
  options: ShellOptions = {},
): readonly ShellCommand[] {
  const masked = maskExpressions(script);
  const modes = { errexit: options.errexit ?? true, pipefail: options.pipefail ?? false };
  const reading = { tools, wrappers: parseWrappers(tools.commandWords.wrappers), depth: 0 };
  return readScript(masked.text, modes, reading).map(({ start, words, all, line, directory, guard, ...standing }) => {
    const restored = words.map(masked.restore);
    const isHidden = all.length !== words.length || words.some((word) => word === '' || /\s/.test(word));
    return {
      words: restored,
      text: restored.join(' '),
      ...(isHidden ? { written: all.map(masked.restore) } : {}),
      line: firstLine - 1 + line + masked.hiddenLines(start),
      ...standing,
      ...(directory ? { directory: masked.restore(directory) } : {}),
      ...(guard === undefined ? {} : { guard: masked.restore(guard) }),
    };
  });
}

function readScript(text: string, modes: Modes, reading: Reading): readonly Unplaced[] {
  const nodes = parseShell(text, reading.tools.querySyntax);
  const words = readWords(nodes);
  const wordsOf = (index: number) => words.get(index)?.map((word) => word.text) ?? [];
  const standings = judgeStandings(nodes, text, wordsOf, modes);
  const directories = findDirectories(nodes, wordsOf);
  const guards = findGuards(nodes, text, wordsOf);
  const isDead = findDead(nodes, text, wordsOf, guards);
  return nodes.flatMap((node, index) => {
    const standing = standings[index];
    const own = words.get(index);
    if (node.kind !== 'command' || own === undefined || standing === undefined || standing.hidden) return [];
    if (isDead(index)) return [];
    // Arithmetic at the front of a list is a command to the grammar.
    if (own[0]?.text.startsWith('((')) return [];
    const { tolerant, piped } = standing;
    const bare = unwrap(own, reading.wrappers);
    const command = {
      words: bare.map((word) => word.text),
      all: own.map((word) => word.text),
      line: own[0]?.line ?? node.line,
      start: node.start,
      tolerant,
      piped,
      ...(directories[index] ? { directory: directories[index] } : {}),
      ...(guards[index] === undefined ? {} : { guard: guards[index] }),
    };
    return [command, ...readNested(node, bare, reading).map((inner) => placeInside(inner, command))];
  });
}

/** A command of a nested script runs where, and only if, the command that starts the script does. */
function placeInside(inner: Unplaced, { start, tolerant, directory = '', guard }: Unplaced): Unplaced {
  const joined = joinFolder(directory, inner.directory ?? '');
  return {
    ...inner,
    start,
    tolerant: tolerant || inner.tolerant,
    ...(joined === '' ? {} : { directory: joined }),
    ...(guard === undefined ? {} : { guard: inner.guard === undefined ? guard : `${guard} && ${inner.guard}` }),
  };
}

function readNested(node: ShellNode, words: readonly Word[], reading: Reading): readonly Unplaced[] {
  const nested = reading.depth < nestingLimit ? findNested(words, node.input) : undefined;
  if (nested === undefined) return [];
  const commands = readScript(nested.text, nested.modes, { ...reading, depth: reading.depth + 1 });
  return commands.map((command) => ({
    ...command,
    line: nested.line - 1 + command.line,
    ...(nested.isElsewhere ? { directory: joinFolder('~', command.directory ?? '') } : {}),
  }));
}

function unwrap(words: readonly Word[], wrappers: Wrappers): readonly Word[] {
  const texts = words.map(({ text }) => text);
  const [first, ...rest] = words.slice(countWrapped(texts, wrappers));
  return first === undefined ? words : [{ ...first, text: stripFolder(first.text, wrappers) }, ...rest];
}

/** The words of each command, by the command's index. */
function readWords(nodes: readonly ShellNode[]): ReadonlyMap<number, readonly Word[]> {
  const verbatims = new Map<number, Verbatim[]>();
  for (const { kind, parent, start, end } of nodes) {
    const word = nodes[parent];
    if (word?.kind !== 'word' || (kind !== 'expansion' && kind !== 'substitution')) continue;
    const found = verbatims.get(parent) ?? [];
    found.push({ start: start - word.start, end: end - word.start });
    verbatims.set(parent, found);
  }
  const words = new Map<number, Word[]>();
  for (const [index, { kind, parent, text, line }] of nodes.entries()) {
    if (kind !== 'word') continue;
    const found = words.get(parent) ?? [];
    found.push({ text: unquote(text, verbatims.get(index) ?? []), line });
    words.set(parent, found);
  }
  return words;
}
