import { expressionOf, type HclNode, isSame } from './syntax.ts';

/** Levels of a key path; deeper values are left out. */
export const pathDepthLimit = 30;

/** Where a node stands in a block at the top. */
export type Standing = {
  /** The index of that block. */
  readonly owner: number;
  /** Key path in which a nested block has an index only if it is repeated. */
  readonly path: string;
  /** Key path in which every nested block has an index. */
  readonly indexed: string;
  /** The last key that is a name. */
  readonly key: string;
  readonly depth: number;
};

/** A node's name, and its place among those of its parent with the same one. */
type Naming = { readonly name: string; readonly ordinal: number; readonly isRepeated: boolean };

// Their arguments are the value itself in another form.
const transparentFunctions = new Set(['jsonencode', 'yamlencode', 'merge', 'tomap', 'tolist', 'toset']);

/** The standing of every node that a key path leads to, by its index. */
export function locateNodes(
  nodes: readonly HclNode[],
  isTop: (index: number) => boolean,
): readonly (Standing | undefined)[] {
  const namings = nameNodes(nodes);
  const standings: (Standing | undefined)[] = [];
  for (const [index, node] of nodes.entries()) {
    const outer = standings[node.parent];
    const parent = nodes[node.parent];
    const naming = namings[index];
    if (isTop(index)) standings.push({ owner: index, path: '', indexed: '', key: '', depth: 0 });
    else if (naming && parent && outer && outer.depth < pathDepthLimit)
      standings.push(enterNode(node, parent, outer, naming));
    else standings.push(undefined);
  }
  return standings;
}

/** The labels of blocks, by the index of the block. */
export function findLabels(nodes: readonly HclNode[]): ReadonlyMap<number, readonly string[]> {
  const labels = new Map<number, string[]>();
  for (const { kind, parent, text } of nodes) {
    if (kind !== 'label') continue;
    const found = labels.get(parent) ?? [];
    found.push(text);
    labels.set(parent, found);
  }
  return labels;
}

function nameNodes(nodes: readonly HclNode[]): readonly Naming[] {
  const labels = findLabels(nodes);
  const counts = new Map<string, number>();
  const counted = nodes.map((node, index) => {
    const name = nameNode(node, labels.get(index) ?? []);
    const sibling = `${node.parent} ${node.kind} ${node.kind === 'item' ? '' : name}`;
    const ordinal = counts.get(sibling) ?? 0;
    counts.set(sibling, ordinal + 1);
    return { name, ordinal, sibling };
  });
  return counted.map(({ name, ordinal, sibling }) => ({ name, ordinal, isRepeated: (counts.get(sibling) ?? 0) > 1 }));
}

/** `dynamic "rule"` makes blocks that are called `rule`. */
function nameNode({ kind, name }: HclNode, labels: readonly string[]): string {
  if (kind !== 'block') return name.replace(/^"(.*)"$/s, '$1');
  return name === 'dynamic' ? (labels[0] ?? name) : [name, ...labels].join('.');
}

function enterNode(node: HclNode, parent: HclNode, outer: Standing, naming: Naming): Standing | undefined {
  const { name, ordinal, isRepeated } = naming;
  switch (node.kind) {
    case 'block': {
      if (name === 'content' && parent.name === 'dynamic') return outer;
      const indexed = `${name}.${ordinal}`;
      return descend(outer, isRepeated ? indexed : name, indexed, outer.key);
    }
    case 'attribute':
    case 'element':
      return descend(outer, name, name, name);
    case 'item':
      return descend(outer, String(ordinal), String(ordinal), outer.key);
    case 'object':
    case 'tuple':
      return isSame(node, expressionOf(parent)) ? outer : undefined;
    case 'argument':
      return isSame(node.value ?? node, expressionOf(parent)) && transparentFunctions.has(name) ? outer : undefined;
    default:
      return undefined;
  }
}

function descend(outer: Standing, step: string, indexedStep: string, key: string): Standing {
  const join = (path: string, next: string) => (path === '' ? next : `${path}.${next}`);
  const depth = outer.depth + 1;
  return { owner: outer.owner, path: join(outer.path, step), indexed: join(outer.indexed, indexedStep), key, depth };
}
