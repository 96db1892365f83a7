import { loadRulesFolder } from '../../scripts/compile-rules.ts';
import { extractors } from '../../src/extract/index.ts';
import { repoPath } from '../../src/model/location.ts';
import { sourceFile, tools } from './tools.ts';

/** Every file of every rule's examples: a few thousand small files of all formats. */
export const exampleFiles: readonly (readonly [path: string, text: string])[] = loadRulesFolder().loaded.flatMap(
  ({ examples }) => examples.flatMap(({ files }) => Object.entries(files)),
);

/** More than this for one file of a few kilobytes is a fault. */
const timeLimit = 5_000;

/** Reads a file with all that claim it. Throws what they throw, and what is wrong with what they give. */
export function readWithAll(path: string, text: string): number {
  const claiming = extractors.filter(({ claims }) => claims(repoPath(path)));
  // A carriage return alone ends a line of Markdown. https://spec.commonmark.org/0.31.2/#line-ending
  const lines = text.split(/\r\n?|\n/).length;
  for (const { name, extract } of claiming) {
    const started = performance.now();
    const { facts, diagnostics } = extract(sourceFile(path, text), tools);
    const took = performance.now() - started;
    if (took > timeLimit) throw new Error(`${name} took ${Math.round(took)} ms`);
    for (const { kind, at } of facts) {
      if (at.path !== path || !(at.line >= 1 && at.line <= lines + 1))
        throw new Error(`${name} gives a ${kind} at ${at.path}:${at.line} of ${lines} lines`);
    }
    for (const { at } of diagnostics)
      if (at === undefined) throw new Error(`${name} gives a diagnostic without a place`);
  }
  return claiming.length;
}
