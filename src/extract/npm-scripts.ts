import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { folderOf } from '../lib/folders.ts';
import { lineFinder } from '../lib/line-finder.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { callScript, extractScripts, refuseLong, type Script } from './scripts/commands.ts';

/**
 * Scripts of a `package.json`, with those that their names put before and behind them (`pretest`, `posttest`).
 * A file that is no JSON gives none; the extractor of its packages tells.
 * Format: https://docs.npmjs.com/cli/using-npm/scripts
 */
export const npmScripts: Extractor = {
  name: 'npm-scripts',
  languages: ['bash'],
  gives: ['script', 'step'],
  claims: (path) => /(?:^|\/)package\.json$/.test(path),
  extract: extractPackageScripts,
};

function extractPackageScripts(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLong(file);
  if (refused) return refused;
  const root = readJson(file.text);
  const properties = root && findNodeAtLocation(root, ['scripts'])?.children;
  if (root === undefined || properties === undefined) return { facts: [], diagnostics: [] };
  const lineOf = lineFinder(file.text);
  const name: unknown = findNodeAtLocation(root, ['name'])?.value;
  const texts = properties.flatMap((property) => readProperty(property, lineOf));
  const names = new Set(texts.map((script) => script.name));
  const scripts = texts.map((script): Script => {
    const [before, after] = [`pre${script.name}`, `post${script.name}`].map((hook) => {
      return names.has(hook) ? [callScript(hook, script.line)] : [];
    });
    return {
      name: script.name,
      line: script.line,
      directory: folderOf(file.path),
      ...(typeof name === 'string' ? { package: name } : {}),
      pieces: [...(before ?? []), { text: script.text, line: script.line }, ...(after ?? [])],
    };
  });
  return extractScripts(scripts, 'package.json', file, tools);
}

type ScriptText = { readonly name: string; readonly text: string; readonly line: number };

function readProperty({ children, offset }: Node, lineOf: (offset: number) => number): readonly ScriptText[] {
  const [key, value] = children ?? [];
  if (typeof key?.value !== 'string' || typeof value?.value !== 'string') return [];
  return [{ name: key.value, text: value.value, line: lineOf(offset) }];
}

function readJson(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // The parser descends by recursion, and a hostile file nests deeper than the stack.
    return undefined;
  }
}
