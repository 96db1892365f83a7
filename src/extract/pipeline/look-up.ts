import { type YamlEntry, type YamlNode, type YamlScalar, yamlEntry } from '../../lib/yaml-nodes.ts';

/** The value at a path of keys. */
export function valueAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce((at: YamlNode | undefined, key) => yamlEntry(at, key)?.value, node);
}

/** The scalar at a path of keys, where one with text stands there. */
export function scalarAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlScalar | undefined {
  const value = valueAt(node, ...keys);
  return value?.kind === 'scalar' && value.text !== '' ? value : undefined;
}

/** The text at a path of keys, without space around it. */
export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): string | undefined {
  return scalarAt(node, ...keys)?.text.trim();
}

/** The texts of a list, or of a single scalar in its place. */
export function textsOf(node: YamlNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => (item.kind === 'scalar' && item.text !== '' ? [item.text] : []));
}

/** The items of a list, or the single value in its place. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** The entries of a map; none for anything else. */
export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The line of a key where the map has it, else of the value itself. */
export function lineOf(node: YamlNode, key: string): number {
  return yamlEntry(node, key)?.key.line ?? node.line;
}
