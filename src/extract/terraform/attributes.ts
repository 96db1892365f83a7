import type { Standing } from './paths.ts';
import { expressionOf, type HclNode, isSame } from './syntax.ts';
import { findForms, readValue } from './values.ts';

/** Values of one block; those behind are left out. */
export const attributeLimit = 2_000;

export type BlockAttributes = {
  readonly attributes: ReadonlyMap<string, string>;
  /** False if the limit left something out. */
  readonly complete: boolean;
};

/** The values of blocks at the top by flat key paths, by the index of the block. A list of scalars is joined by commas too. */
export function readAttributes(
  nodes: readonly HclNode[],
  standings: readonly (Standing | undefined)[],
): ReadonlyMap<number, BlockAttributes> {
  const values = readValues(nodes, standings);
  const blocks = new Map<number, Map<string, string>>();
  for (const [index, standing] of standings.entries()) {
    const value = values.get(index);
    if (standing === undefined || value === undefined) continue;
    const attributes = blocks.get(standing.owner) ?? new Map<string, string>();
    blocks.set(standing.owner, attributes);
    // One more than the limit tells that there were more.
    if (attributes.size > attributeLimit) continue;
    attributes.set(standing.path, value);
    attributes.set(standing.indexed, value);
  }
  return new Map(
    [...blocks].map(([owner, attributes]) => [owner, { attributes, complete: attributes.size <= attributeLimit }]),
  );
}

/** The value of every node that has one, by its index: scalars, and collections that are empty or hold only scalars. */
function readValues(
  nodes: readonly HclNode[],
  standings: readonly (Standing | undefined)[],
): ReadonlyMap<number, string> {
  const forms = findForms(nodes);
  const spread = findSpread(nodes, standings);
  const values = new Map<number, string>();
  const items = new Map<number, (string | undefined)[]>();
  for (const [index, node] of nodes.entries()) {
    const standing = standings[index];
    if (standing === undefined || !isHolder(node)) continue;
    const value = spread.has(index) ? undefined : readValue(node, standing.key, forms.get(index));
    if (value !== undefined && expressionOf(node).text !== 'null') values.set(index, value);
    const siblings = items.get(node.parent) ?? [];
    siblings.push(node.kind === 'item' ? value : undefined);
    items.set(node.parent, siblings);
  }
  for (const [index, node] of nodes.entries()) {
    if (standings[index] === undefined || (node.kind !== 'tuple' && node.kind !== 'object')) continue;
    const held = items.get(index);
    if (held === undefined) values.set(index, node.kind === 'tuple' ? '[]' : '{}');
    else if (held.every((value) => value !== undefined)) values.set(index, held.join(','));
  }
  return values;
}

/** Nodes whose value is spread out over the paths below. */
function findSpread(nodes: readonly HclNode[], standings: readonly (Standing | undefined)[]): ReadonlySet<number> {
  const spread = new Set<number>();
  for (const [index, node] of nodes.entries()) {
    const parent = nodes[node.parent];
    if (standings[index] === undefined || (node.kind !== 'object' && node.kind !== 'tuple')) continue;
    if (parent && isHolder(parent) && isSame(node, expressionOf(parent))) spread.add(node.parent);
  }
  return spread;
}

function isHolder({ kind }: HclNode): boolean {
  return kind === 'attribute' || kind === 'element' || kind === 'item';
}
