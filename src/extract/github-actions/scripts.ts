import type { ExtractTools } from '../../model/source.ts';
import { parseCommands, type ShellCommand, type ShellOptions } from '../shell.ts';
import type { ScalarTree } from './yaml-tree.ts';

/** A script and the line in the file of each of its lines. */
type Placed = { readonly text: string; readonly lines: readonly number[] };

/** Characters past its own length in which a line is looked for; without an end, one that is not found costs all. */
const reach = 1000;

/** The commands of a `run:`, each with its line in the file, however the scalar is written. */
export function parseScript(script: ScalarTree, tools: ExtractTools, options: ShellOptions): readonly ShellCommand[] {
  if (script.style === 'literal') return parseCommands(script.text, script.line + 1, tools, options);
  const commands = parsePlaced(unfold(script, ' '), tools, options);
  // YAML has joined the lines. Where a continued line means the same to the shell, it tells them apart again.
  const apart = script.source.includes('\n') ? parsePlaced(unfold(script, ' \\\n'), tools, options) : [];
  const isSame = apart.length === commands.length && apart.every(({ text }, index) => text === commands[index]?.text);
  return isSame ? apart : commands;
}

function parsePlaced({ text, lines }: Placed, tools: ExtractTools, options: ShellOptions): readonly ShellCommand[] {
  return parseCommands(text, 1, tools, options).map((command) => ({
    ...command,
    line: lines[command.line - 1] ?? lines.at(-1) ?? command.line,
  }));
}

/** Cuts the value where lines of the file begin; `fold` is put where YAML has made one space of a line's end. */
function unfold(script: ScalarTree, fold: string): Placed {
  const starts = findLines(script);
  const lines = [starts[0]?.line ?? script.line];
  const pieces = starts.map(({ at }, index) => {
    const next = starts[index + 1];
    const piece = script.text.slice(index === 0 ? 0 : at, next?.at);
    const isFolded = next !== undefined && /[^\n] $/.test(piece) && !piece.includes('\n');
    const placed = isFolded ? piece.slice(0, -1) + fold : piece;
    for (const _ of placed.matchAll(/\n/g)) lines.push((next ?? starts[index])?.line ?? script.line);
    return placed;
  });
  return { text: starts.length === 0 ? script.text : pieces.join(''), lines };
}

/** Where in the value each line of the source begins, as far as escapes do not hide it. */
function findLines(script: ScalarTree): readonly { readonly at: number; readonly line: number }[] {
  const rows = script.source.split('\n').map((row) => row.trim());
  const quote = script.style === 'single' || script.style === 'double';
  if (quote) rows[0] = (rows[0] ?? '').slice(1);
  if (script.style === 'folded') rows[0] = '';
  let from = 0;
  return rows.flatMap((row, index) => {
    const text = unescapeRow(row, script.style);
    if (text === '') return [];
    const offset = script.text.slice(from, from + text.length + reach).indexOf(text);
    if (offset === -1) return index === 0 ? [{ at: 0, line: script.line }] : [];
    const at = from + offset;
    from = at + text.length;
    return [{ at, line: script.line + index }];
  });
}

function unescapeRow(row: string, style: ScalarTree['style']): string {
  if (style === 'single') return row.replace(/'$/, '').replaceAll("''", "'");
  if (style === 'double') return row.replace(/(?<!\\)"$/, '').replace(/\\(["\\/])/g, '$1');
  return row;
}
