import type { KeyPath, Span } from './mistake.ts';

/** A value of the policy that knows its place. A hole is what could not be read and has been told already. */
export type Tree = { readonly span: Span } & (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry> }
  | { readonly kind: 'hole' }
);

export type Entry = { readonly key: Span; readonly value: Tree };

/** The value at a path and its key; for what is not there, the nearest thing above it. */
export type Spot = { readonly missing: boolean; readonly key?: Span; readonly value: Tree };

/** The tree as plain data. No key of it can reach a prototype. */
export function toData(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(toData);
    case 'map': {
      const data: Record<string, unknown> = Object.create(null);
      for (const [key, { value }] of tree.entries) data[key] = toData(value);
      return data;
    }
    case 'hole':
      return undefined;
  }
}

/** Finds the value that a path leads to. */
export function locate(tree: Tree, path: KeyPath): Spot {
  let spot: Spot = { missing: false, value: tree };
  for (const part of path) {
    const next = stepInto(spot.value, part);
    if (next === undefined) return { ...spot, missing: true };
    spot = next;
  }
  return spot;
}

function stepInto(tree: Tree, part: string | number): Spot | undefined {
  if (tree.kind === 'map') {
    const entry = tree.entries.get(String(part));
    return entry && { missing: false, ...entry };
  }
  const item = tree.kind === 'list' ? tree.items[Number(part)] : undefined;
  return item && { missing: false, value: item };
}

/** The entry of a key, undefined if there is none or if this is no map. */
export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return tree?.kind === 'map' ? tree.entries.get(key) : undefined;
}

/** The entries of a map in their order, none if it is something else. */
export function entriesOf(tree: Tree | undefined): readonly (readonly [name: string, entry: Entry])[] {
  return tree?.kind === 'map' ? [...tree.entries] : [];
}

/** The items of a list with their numbers, none if it is something else. */
export function itemsOf(tree: Tree | undefined): readonly (readonly [index: number, item: Tree])[] {
  return tree?.kind === 'list' ? [...tree.items.entries()] : [];
}

/** The text of a scalar; undefined for what is no text, and for text that says nothing. */
export function textOf(tree: Tree | undefined): string | undefined {
  if (tree?.kind !== 'scalar' || typeof tree.value !== 'string') return undefined;
  return tree.value.trim() === '' ? undefined : tree.value;
}
