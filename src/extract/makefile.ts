import { folderOf } from '../lib/folders.ts';
import type { ScriptParameter } from '../model/fact.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { type Makefile, readMakefile, type Target } from './makefile/targets.ts';
import { callScript, extractScripts, type Piece, refuseLong, type Script } from './scripts/commands.ts';
import { applyOptions } from './shell/modes.ts';

const makefilePath = /(?:^|\/)(?:GNUmakefile|[Mm]akefile(?:\.[\w-]+)?|[\w.-]+\.mk)$/;
const includedPath = /\.\w+$/;

/**
 * Targets of a makefile with what they run, the targets that they need first. All branches of `ifeq` count. A target
 * without a name is the one that runs if none is named.
 * Format: https://www.gnu.org/software/make/manual/make.html
 */
export const makefile: Extractor = {
  name: 'makefile',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => makefilePath.test(path),
  extract: extractMakefile,
};

function extractMakefile(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const read = readMakefile(file.text);
  const names = new Set(read.targets.map(({ name }) => name));
  // A file that others include runs where they do.
  const directory = includedPath.test(file.path) ? {} : { directory: folderOf(file.path) };
  const scripts = read.targets.map((target): Script => {
    const needs = target.needs.filter((name) => names.has(name) && name !== target.name);
    const calls = needs.map((name) => callScript(name, target.line));
    return {
      name: target.name,
      line: target.line,
      ...directory,
      parameters: parametersOf(target, read),
      pieces: [...calls, ...recipeOf(target, read)],
    };
  });
  const goal = read.targets.find(({ name }) => name === read.goal);
  const first: readonly Script[] = goal
    ? [{ name: '', line: goal.line, ...directory, pieces: [callScript(goal.name, goal.line)] }]
    : [];
  return extractScripts([...first, ...scripts], 'makefile', file, tools);
}

/** The open variables that its recipe asks for; a default that depends on others is nobody's guess. */
function parametersOf({ recipe }: Target, { variables }: Makefile): readonly ScriptParameter[] {
  return [...variables.open]
    .filter(([name]) => recipe.some(({ text }) => text.includes(`\${${name}}`)))
    .map(([name, value]) => (value.includes('$') ? { name } : { name, default: value }));
}

/** Each line has a shell of its own, unless `.ONESHELL` says otherwise. */
function recipeOf({ recipe }: Target, { oneShell, shellFlags }: Makefile): readonly Piece[] {
  const modes = applyOptions(
    { errexit: false, pipefail: false },
    shellFlags.filter((word) => !/^\S*sh$|^-c$/.test(word)),
  );
  const lines = recipe.map(({ text, line }) => {
    const prefix = /^[\s@+-]*/.exec(text)?.[0] ?? '';
    return { text: text.slice(prefix.length), line, tolerant: prefix.includes('-'), modes };
  });
  const [head] = lines;
  if (!oneShell || head === undefined) return lines;
  return [{ ...head, text: joinRows(lines) }];
}

/** One text with every line at its place. */
function joinRows(lines: readonly Piece[]): string {
  let text = '';
  let at = lines[0]?.line ?? 1;
  for (const row of lines) {
    text += '\n'.repeat(Math.max(0, row.line - at)) + row.text;
    at = row.line + row.text.split('\n').length - 1;
  }
  return text;
}
