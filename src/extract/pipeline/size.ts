import type { YamlNode } from '../../lib/yaml-nodes.ts';

/** How many values a tree has once every alias is written out. Each shared value is looked at once. */
export function expandedSize(root: YamlNode): number {
  const known = new Map<YamlNode, number>();
  const measure = (node: YamlNode): number => {
    if (node.kind === 'scalar') return 1;
    const found = known.get(node);
    if (found !== undefined) return found;
    const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
    const size = inner.reduce((sum, item) => sum + measure(item), 1);
    known.set(node, size);
    return size;
  };
  return measure(root);
}
