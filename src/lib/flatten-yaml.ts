import type { YamlNode, YamlScalar } from './yaml-nodes.ts';

/** Levels of a key path; deeper values are left out. */
export const flatDepthLimit = 30;

/** Values of one flattened node; those behind are left out. Aliases make copies, so the file's size bounds nothing. */
export const flatEntryLimit = 2_000;

export type FlatEntry = { readonly path: string; readonly value: YamlScalar };

export type FlatYaml = {
  readonly entries: readonly FlatEntry[];
  /** False if a limit left something out. */
  readonly complete: boolean;
};

type Collector = { readonly entries: FlatEntry[]; visits: number; complete: boolean };

/** Spreads a node out to flat key paths (`spec.containers.0.image`), in order. An empty map or list is `{}` or `[]`. */
export function flattenYaml(node: YamlNode): FlatYaml {
  const collector: Collector = { entries: [], visits: 0, complete: true };
  collect(node, [], collector);
  return { entries: collector.entries, complete: collector.complete };
}

function collect(node: YamlNode, path: readonly string[], collector: Collector): void {
  collector.visits += 1;
  // Visits count too: nested lists can be many without holding many values.
  if (collector.entries.length >= flatEntryLimit || collector.visits > flatEntryLimit * 10) {
    collector.complete = false;
    return;
  }
  if (sizeOf(node) === 0) {
    collector.entries.push({ path: path.join('.'), value: asScalar(node) });
    return;
  }
  if (path.length >= flatDepthLimit) {
    collector.complete = false;
    return;
  }
  for (const [key, child] of childrenOf(node)) collect(child, [...path, key], collector);
}

function sizeOf(node: YamlNode): number {
  if (node.kind === 'map') return node.entries.length;
  return node.kind === 'list' ? node.items.length : 0;
}

function childrenOf(node: YamlNode): readonly (readonly [string, YamlNode])[] {
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key.text, value] as const);
  return node.kind === 'list' ? node.items.map((item, index) => [String(index), item] as const) : [];
}

function asScalar(node: YamlNode): YamlScalar {
  if (node.kind === 'scalar') return node;
  return { kind: 'scalar', text: node.kind === 'map' ? '{}' : '[]', line: node.line, start: 0, end: 0 };
}
