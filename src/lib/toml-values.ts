import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';

/** A value with its line; numbers, booleans and dates as they are written. */
export type TomlText = { readonly kind: 'text'; readonly text: string; readonly line: number };
export type TomlList = { readonly kind: 'list'; readonly items: readonly TomlValue[]; readonly line: number };
export type TomlTable = { readonly kind: 'table'; readonly entries: readonly TomlEntry[]; readonly line: number };
export type TomlValue = TomlText | TomlList | TomlTable;

/** A key with all the tables above it, and its value. */
export type TomlEntry = { readonly path: readonly string[]; readonly value: TomlValue; readonly line: number };

export type TomlReading =
  | { readonly ok: true; readonly entries: readonly TomlEntry[] }
  | { readonly ok: false; readonly message: string; readonly line: number };

/** Levels of values that are read; deeper ones are empty. */
export const tomlDepthLimit = 50;

/** Reads TOML into its keys in order, each with its full path. The first fault of a text costs all of it; never throws. */
export function readToml(text: string): TomlReading {
  try {
    const [root] = parseTOML(text).body;
    return { ok: true, entries: root.body.flatMap(readStatement) };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, message: error.message, line: error.lineNumber };
    return { ok: false, message: error instanceof Error ? error.message : String(error), line: 1 };
  }
}

function readStatement(node: AST.TOMLKeyValue | AST.TOMLTable): readonly TomlEntry[] {
  if (node.type === 'TOMLKeyValue') return [readKeyValue(node, [], 0)];
  const path = node.resolvedKey.map(String);
  return node.body.map((entry) => readKeyValue(entry, path, 0));
}

function readKeyValue(node: AST.TOMLKeyValue, above: readonly string[], depth: number): TomlEntry {
  const keys = node.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  return { path: [...above, ...keys], value: readValue(node.value, depth), line: node.loc.start.line };
}

function readValue(node: AST.TOMLContentNode, depth: number): TomlValue {
  const { line } = node.loc.start;
  if (depth > tomlDepthLimit) return { kind: 'text', text: '', line };
  if (node.type === 'TOMLArray')
    return { kind: 'list', items: node.elements.map((element) => readValue(element, depth + 1)), line };
  if (node.type === 'TOMLInlineTable')
    return { kind: 'table', entries: node.body.map((entry) => readKeyValue(entry, [], depth + 1)), line };
  return { kind: 'text', text: textOf(node), line };
}

function textOf(node: AST.TOMLValue): string {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'boolean') return String(node.value);
  return 'number' in node ? node.number : node.datetime;
}
