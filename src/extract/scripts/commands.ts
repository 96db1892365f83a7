import { withoutCredentials } from '../../lib/secret-names.ts';
import type { ScriptCommand, ScriptFact } from '../../model/fact.ts';
import type { Extraction, ExtractTools, SourceFile } from '../../model/source.ts';
import { diagnose } from '../diagnose.ts';
import { parseCommands, type ShellOptions } from '../shell.ts';

/** Longer files of scripts are not parsed. */
export const scriptSizeLimit = 100_000;

/** Pieces of shell that are read in one file: each takes the parser anew. */
export const pieceLimit = 5000;

/** A piece of shell, where it begins, and whether its failure counts. */
export type Piece = {
  readonly text: string;
  readonly line: number;
  readonly tolerant?: boolean;
  readonly modes?: ShellOptions;
};

/** The modes of `sh -c`, which goes on after a failure. */
const plain: ShellOptions = { errexit: false, pipefail: false };

/** What can't be read of a script makes the whole script unknown. */
export type CommandReading =
  | { readonly ok: true; readonly commands: readonly ScriptCommand[] }
  | { readonly ok: false; readonly reason: string };

/** The commands of a piece of shell, which counts from its own line. */
export function readCommands(
  { text, line, tolerant = false, modes = plain }: Piece,
  tools: ExtractTools,
): CommandReading {
  let reason: string | undefined;
  const watched: ExtractTools = {
    ...tools,
    querySyntax: (language, script, query) => {
      const result = tools.querySyntax(language, script, query);
      if (!result.ok) reason = result.reason;
      return result;
    },
  };
  const commands = parseCommands(text, line, watched, modes).map(
    (command): ScriptCommand => ({
      does: 'run',
      command: withoutCredentials(command.text),
      ...(command.written === undefined ? {} : { words: command.written }),
      line: command.line,
      tolerant: tolerant || command.tolerant,
      ...(command.directory === undefined ? {} : { directory: command.directory }),
      ...(command.guard === undefined ? {} : { guard: command.guard }),
    }),
  );
  return reason === undefined ? { ok: true, commands } : { ok: false, reason };
}

/** The commands of several pieces, one after the other. */
export function readPieces(pieces: readonly (Piece | ScriptCommand)[], tools: ExtractTools): CommandReading {
  const commands: ScriptCommand[] = [];
  for (const piece of pieces) {
    const read: CommandReading = 'does' in piece ? { ok: true, commands: [piece] } : readCommands(piece, tools);
    if (!read.ok) return read;
    commands.push(...read.commands);
  }
  return { ok: true, commands };
}

/** A call of another script of the same file. */
export function callScript(script: string, line: number, words: readonly string[] = []): ScriptCommand {
  return { does: 'call', script, arguments: words, line, tolerant: false };
}

/** What a format says of a script; `pieces` in the order in which they run. */
export type Script = Pick<ScriptFact, 'name' | 'directory' | 'package'> & {
  readonly line: number;
  readonly parameters?: ScriptFact['parameters'];
  readonly pieces: readonly (Piece | ScriptCommand)[];
};

/** The facts of a file's scripts, in order of their place. A script whose shell can't be parsed gives none, and a diagnostic. */
export function extractScripts(
  scripts: readonly Script[],
  runner: string,
  file: SourceFile,
  tools: ExtractTools,
): Extraction {
  const unread: string[] = [];
  let pieceCount = 0;
  const facts = scripts.flatMap(({ line, pieces, parameters = [], ...script }): readonly ScriptFact[] => {
    pieceCount += pieces.length;
    if (pieceCount > pieceLimit) return [];
    const read = readPieces(pieces, tools);
    if (!read.ok) {
      unread.push(read.reason);
      return [];
    }
    const at = { path: file.path, line };
    return [{ kind: 'script', at, role: file.role, runner, ...script, parameters, commands: read.commands }];
  });
  const diagnostics = unread
    .slice(0, 1)
    .map((reason) => diagnose(file, 'file-unparsed', `a script was not read: ${reason}`));
  if (pieceCount > pieceLimit)
    diagnostics.push(diagnose(file, 'limit-reached', `only the first ${pieceLimit} lines of its scripts were read`));
  return { facts: facts.toSorted((a, b) => a.at.line - b.at.line), diagnostics };
}

/** The extraction of a file that is too long to be parsed; undefined for one that is not. */
export function refuseLong(file: SourceFile): Extraction | undefined {
  if (file.text.length <= scriptSizeLimit) return undefined;
  const message = `it is longer than ${scriptSizeLimit / 1000} kB`;
  return { facts: [], diagnostics: [diagnose(file, 'limit-reached', message)] };
}
