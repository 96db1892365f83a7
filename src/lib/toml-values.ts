import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { tellParserError } from './parser-error.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-nodes.ts';

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
    return { ok: false, message: tellParserError(error), line: 1 };
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

/** The keys of a text as nodes in each other. Tables of a list are entries that are called by their place. */
export function tomlNode(entries: readonly TomlEntry[], line = 1, depth = 0): YamlMap {
  const groups = new Map<string, TomlEntry[]>();
  for (const entry of depth > tomlDepthLimit ? [] : entries) {
    const [first = ''] = entry.path;
    const rest = { ...entry, path: entry.path.slice(1) };
    const group = groups.get(first);
    if (group) group.push(rest);
    else groups.set(first, [rest]);
  }
  return { kind: 'map', line, entries: [...groups].map(([name, group]) => groupEntry(name, group, depth)) };
}

function groupEntry(name: string, group: readonly TomlEntry[], depth: number): YamlEntry {
  const line = group[0]?.line ?? 1;
  const own = group.find(({ path }) => path.length === 0);
  const value = own ? valueNode(own.value, depth) : tomlNode(group, line, depth + 1);
  return { key: scalarNode(name, line), value };
}

function valueNode(value: TomlValue, depth: number): YamlNode {
  if (value.kind === 'list')
    return { kind: 'list', items: value.items.map((item) => valueNode(item, depth + 1)), line: value.line };
  return value.kind === 'table' ? tomlNode(value.entries, value.line, depth + 1) : scalarNode(value.text, value.line);
}

function scalarNode(text: string, line: number): YamlScalar {
  return { kind: 'scalar', text, line, start: 0, end: 0 };
}
