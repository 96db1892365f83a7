import type { OutputNode, TemplateNode } from './tree.ts';

/** True for a value that brings its own lines. */
export function isLaidOut({ source }: OutputNode): boolean {
  return /\b(?:n?indent|toYaml)\b/.test(source);
}

/** True if what nodes print stands on one line, as far as actions leave it there. */
export function isInline(nodes: readonly TemplateNode[]): boolean {
  return nodes.every((node, index) => {
    if (node.is === 'block') return node.arms.every(({ body }) => isInline(body));
    if (node.is === 'output') return !isLaidOut(node);
    if (node.is !== 'text') return true;
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    const left = before?.is === 'output' && before.trimsAfter ? node.text.trimStart() : node.text;
    const right = after?.is === 'output' && after.trimsBefore ? left.trimEnd() : left;
    return !right.includes('\n');
  });
}
