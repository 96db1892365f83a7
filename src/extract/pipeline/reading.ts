import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { ExtractTools, SourceFile } from '../../model/source.ts';
import type { ShellCommand } from '../shell.ts';

/** What reading one pipeline file needs, and what it has used up. */
export type Reading = {
  readonly file: SourceFile;
  readonly tools: ExtractTools;
  /** Commands of scripts that several jobs share. */
  readonly scripts: Map<YamlNode, readonly ShellCommand[]>;
  left: number;
};

/** How much may be read out of one file: characters of scripts, jobs, steps and variables. */
const budget = 1_000_000;

/** Starts the reading of a file. */
export function startReading(file: SourceFile, tools: ExtractTools): Reading {
  return { file, tools, scripts: new Map(), left: budget };
}

/** Uses up a part of the budget; false once nothing is left. */
export function spend(reading: Reading, amount: number): boolean {
  reading.left -= amount;
  return reading.left > 0;
}
