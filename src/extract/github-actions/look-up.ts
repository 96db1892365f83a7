import type { Entry, ScalarTree, Tree } from './yaml-tree.ts';

/** The entry of a map under a key; the first, where a key comes twice. */
export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key) : undefined;
}

/** The value at a path of keys. */
export function valueAt(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  return keys.reduce((at: Tree | undefined, key) => entryOf(at, key)?.value, tree);
}

/** The scalar at a path of keys, where one with text stands there. */
export function scalarAt(tree: Tree | undefined, ...keys: readonly string[]): ScalarTree | undefined {
  const value = valueAt(tree, ...keys);
  return value?.kind === 'scalar' && value.text !== '' ? value : undefined;
}

/** The text at a path of keys, without space around it. */
export function textAt(tree: Tree | undefined, ...keys: readonly string[]): string | undefined {
  return scalarAt(tree, ...keys)?.text.trim();
}

/** The texts of a list, or of a single scalar in its place. */
export function textsOf(tree: Tree | undefined): readonly string[] {
  const items = tree?.kind === 'list' ? tree.items : tree ? [tree] : [];
  return items.flatMap((item) => (item.kind === 'scalar' && item.text !== '' ? [item.text] : []));
}
