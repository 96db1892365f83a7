import type { Expression, MapEntry } from '../../model/expression.ts';
import { expressionDepthLimit, type HclSource, readExpression } from './expressions.ts';

export type HclBlock = {
  readonly type: string;
  readonly labels: readonly string[];
  readonly line: number;
  /** Attributes and nested blocks as a map. */
  readonly body: Expression;
};

/**
 * Blocks and attributes of a file. After a syntax error the grammar nests what follows in the block that it broke:
 * blocks that `isTop` knows are then taken wherever they stand.
 */
export function readBlocks(
  source: HclSource,
  hasErrors: boolean,
  isTop: (type: string, labels: readonly string[]) => boolean,
): readonly HclBlock[] {
  const tops = new Set<number>();
  for (const [index, { name, parent, text }] of source.nodes.entries()) {
    if (name !== 'block' || !(hasErrors || parent === -1)) continue;
    const [type, ...labels] = readHeader(text);
    if (isTop(type ?? '', labels)) tops.add(index);
  }
  return [...tops].map((index) => {
    const { text = '', line = 1 } = source.nodes[index] ?? {};
    const [type = '', ...labels] = readHeader(text);
    return { type, labels, line, body: readBody(source, index, tops, 0) };
  });
}

/** What is set at the top of a file of values: `name = value`. */
export function readSettings(source: HclSource): readonly MapEntry[] {
  return source.childrenOf(-1).flatMap((index) => readAttribute(source, index, 0));
}

/** `resource "type" "name" {` → resource, type, name. */
function readHeader(text: string): readonly string[] {
  const header = text.slice(0, text.indexOf('{'));
  return [...header.matchAll(/"([^"]*)"|([\w-]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

function readBody(source: HclSource, index: number, tops: ReadonlySet<number>, depth: number): Expression {
  const { text = '' } = source.nodes[index] ?? {};
  if (depth > expressionDepthLimit) return { kind: 'opaque', text };
  const blocks = new Map<string, Expression[]>();
  const entries: MapEntry[] = [];
  for (const child of source.childrenOf(index)) {
    entries.push(...readAttribute(source, child, depth));
    if (source.nodes[child]?.name !== 'block' || tops.has(child)) continue;
    const { name, block } = readNested(source, child, tops, depth);
    const known = blocks.get(name);
    if (known) known.push(block);
    else {
      const items = [block];
      blocks.set(name, items);
      entries.push({ key: named(name), value: { kind: 'blocks', items, text: '' } });
    }
  }
  return { kind: 'map', entries, text };
}

function readAttribute(source: HclSource, index: number, depth: number): readonly MapEntry[] {
  const { name, text } = source.nodes[index] ?? {};
  const [value] = source.childrenOf(index);
  const key = /^[\w-]+/.exec(text ?? '')?.[0];
  if (name !== 'attribute' || value === undefined || key === undefined) return [];
  return [{ key: named(key), value: readExpression(source, value, depth) }];
}

/** `dynamic "rule"` makes blocks that are called `rule`. */
function readNested(source: HclSource, index: number, tops: ReadonlySet<number>, depth: number) {
  const [type = '', ...labels] = readHeader(source.nodes[index]?.text ?? '');
  const body = readBody(source, index, tops, depth + 1);
  const [label] = labels;
  if (type !== 'dynamic' || label === undefined) return { name: [type, ...labels].join('.'), block: body };
  const collection = entryOf(body, 'for_each');
  const content = entryOf(body, 'content');
  const iterator = entryOf(body, 'iterator');
  const value = content?.kind === 'blocks' ? content.items[0] : undefined;
  if (!collection || !value) return { name: label, block: body };
  const valueName = iterator?.text ?? label;
  return { name: label, block: { kind: 'loop', collection, valueName, value, isBlock: true, text: '' } as const };
}

/** The value of an entry of a body. */
export function entryOf(body: Expression, name: string): Expression | undefined {
  return body.kind === 'map' ? body.entries.find(({ key }) => key.text === name)?.value : undefined;
}

function named(name: string): Expression {
  return { kind: 'literal', value: name, text: name };
}
