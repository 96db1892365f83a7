import type { YamlEntry, YamlMap, YamlNode } from '../../lib/yaml-nodes.ts';
import { textsOf, valueAt } from '../pipeline/look-up.ts';

/** A file with what it says elsewhere in itself. */
export type Source = {
  readonly root: YamlNode;
  /** Templates with what they extend, once that is known. */
  readonly templates: Map<string, Extended>;
};

/** How often a reference may lead to a reference, and a template extend a template; GitLab allows 10 and 11. */
const depthLimit = 11;

/**
 * The value itself, or what `!reference [job, key]` stands for in the same file.
 * Format: https://docs.gitlab.com/ci/yaml/yaml_optimization/#reference-tags
 */
export function resolveReference(node: YamlNode | undefined, source: Source, depth = 0): YamlNode | undefined {
  if (node?.kind !== 'list' || depth > depthLimit || node.tag !== '!reference') return node;
  return resolveReference(valueAt(source.root, ...textsOf(node)), source, depth + 1);
}

/** Steps that expanding one list may take: references to lists of references grow fast. */
const stepLimit = 5_000;

/** The items of a list, with those that references in it stand for. */
export function expandItems(node: YamlNode | undefined, source: Source): readonly YamlNode[] {
  const found: YamlNode[] = [];
  let steps = 0;
  const visit = (item: YamlNode | undefined, depth: number): void => {
    steps += 1;
    if (depth > depthLimit || steps > stepLimit) return;
    const resolved = resolveReference(item, source);
    if (resolved === undefined) return;
    if (resolved.kind === 'list') for (const inner of resolved.items) visit(inner, depth + 1);
    else found.push(resolved);
  };
  visit(node, 0);
  return found;
}

/** A job with what it extends written into it, and the templates that are not in this file. */
export type Extended = { readonly body: YamlMap; readonly missing: readonly string[] };

/**
 * Brings in what a job extends: maps are merged key by key, anything else of the job's own wins.
 * Format: https://docs.gitlab.com/ci/yaml/#extends
 */
export function extend(job: YamlMap, source: Source, depth = 0): Extended {
  const names = textsOf(valueAt(job, 'extends'));
  if (names.length === 0 || depth > depthLimit) return { body: job, missing: [] };
  const parents = names.map((name) => readTemplate(name, source, depth));
  return {
    body: [...parents.map(({ body }) => body), job].reduce((base, over) => mergeMaps(base, over)),
    missing: parents.flatMap(({ missing }) => missing),
  };
}

function readTemplate(name: string, source: Source, depth: number): Extended {
  const known = source.templates.get(name);
  if (known) return known;
  const parent = valueAt(source.root, name);
  const template =
    parent?.kind === 'map'
      ? extend(parent, source, depth + 1)
      : { body: { kind: 'map', entries: [], line: 1 } as const, missing: [name] };
  source.templates.set(name, template);
  return template;
}

/** Two maps as one, key by key; what is no map is the second's. */
export function mergeMaps(base: YamlMap, over: YamlMap): YamlMap {
  const entries = new Map<string, YamlEntry>(base.entries.map((entry) => [entry.key.text, entry]));
  for (const entry of over.entries) {
    const below = entries.get(entry.key.text)?.value;
    const isMerged = below?.kind === 'map' && entry.value.kind === 'map';
    entries.set(entry.key.text, isMerged ? { key: entry.key, value: mergeMaps(below, entry.value) } : entry);
  }
  return { kind: 'map', entries: [...entries.values()], line: over.line };
}
