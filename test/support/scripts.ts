import type { ScriptCommand, ScriptFact } from '../../src/model/fact.ts';
import type { Extractor } from '../../src/model/source.ts';
import { sourceFile, tools } from './tools.ts';

/** The scripts that an extractor finds in a text. */
export function scriptsOf(extractor: Extractor, path: string, text: string): readonly ScriptFact[] {
  const { facts } = extractor.extract(sourceFile(path, text), tools);
  return facts.filter((fact): fact is ScriptFact => fact.kind === 'script');
}

/** A script in a line each: its name and place, and what it does; `~` may fail, `@` is where. */
export function outline(scripts: readonly ScriptFact[]): readonly string[] {
  return scripts.flatMap(({ name, at, commands }) => [`${name}:${at.line}`, ...commands.map(outlineCommand)]);
}

function outlineCommand(command: ScriptCommand): string {
  const does =
    command.does === 'run'
      ? command.command
      : command.does === 'use'
        ? `uses ${command.uses}`
        : ['calls', command.script, ...command.arguments].join(' ');
  const place = command.directory === undefined ? '' : ` @${command.directory}`;
  return `  ${command.line} ${does}${command.tolerant ? ' ~' : ''}${place}`;
}
