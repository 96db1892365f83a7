import type { YamlEntry, YamlNode } from '../../lib/yaml-nodes.ts';
import type { RepoPath } from '../../model/location.ts';

/** An item of a list, and the conditions of the template expressions that it stands under. */
export type Item = { readonly node: YamlNode; readonly conditions: readonly string[] };

const depthLimit = 20;
const itemLimit = 2_000;

/**
 * The items of a list of stages, jobs or steps; those under `${{ if … }}` and `${{ each … }}` come in its place.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/process/template-expressions
 */
export function expandItems(list: YamlNode | undefined): readonly Item[] {
  const found: Item[] = [];
  const visit = (node: YamlNode, conditions: readonly string[], depth: number): void => {
    if (found.length >= itemLimit || depth > depthLimit) return;
    if (node.kind === 'list') for (const item of node.items) visit(item, conditions, depth + 1);
    if (node.kind !== 'map') return;
    if (!node.entries.every(({ key }) => isExpression(key.text))) found.push({ node: expandMap(node), conditions });
    else for (const { key, value } of node.entries) visit(value, [...conditions, ...conditionOf(key.text)], depth + 1);
  };
  if (list?.kind === 'list') visit(list, [], 0);
  return found;
}

/** A map with the entries in it that stand under template expressions. */
export function expandMap(node: YamlNode, depth = 0): YamlNode {
  if (node.kind !== 'map' || depth > depthLimit || !node.entries.some(({ key }) => isExpression(key.text))) return node;
  const entries = node.entries.flatMap((entry): readonly YamlEntry[] => {
    if (!isExpression(entry.key.text)) return [entry];
    const inner = expandMap(entry.value, depth + 1);
    return inner.kind === 'map' ? inner.entries : [];
  });
  return { ...node, entries };
}

function isExpression(key: string): boolean {
  return /^\$\{\{\s*(?:if|elseif|else|each|insert)\b/.test(key);
}

function conditionOf(key: string): readonly string[] {
  const condition = /^\$\{\{\s*(?:if|elseif)\b\s*([\s\S]*?)\s*\}\}$/.exec(key)?.[1];
  return condition === undefined ? [] : [condition];
}

/**
 * Where a template stands: `./path` from the root for a file of this repository, `path@name` for one of another.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/process/templates
 */
export function describeTemplate(template: string, from: RepoPath): string {
  const [path = '', repository = 'self'] = template.split('@');
  if (repository !== 'self') return template;
  if (path.startsWith('/')) return `.${path}`;
  const folders = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.' && part !== '') folders.push(part);
  }
  return `./${folders.join('/')}`;
}
