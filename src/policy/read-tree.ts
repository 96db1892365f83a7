import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { explainSyntax } from './explain-syntax.ts';
import { type KeyPath, keyPath, type Mistake, type Span } from './mistake.ts';
import type { Entry, Tree } from './tree.ts';

/** Values that all aliases of a policy together may stand for. */
export const aliasLimit = 10_000;

/** Levels that are read. The format has five: what lies deeper is inside something that is wrong already. */
const depthLimit = 12;

export type TreeReading = {
  /** Undefined if the file is no YAML or holds nothing. */
  readonly tree: Tree | undefined;
  readonly mistakes: readonly Mistake[];
  readonly positions: LineCounter;
};

/** What the walk remembers: anchors so far, the values that aliases stood for, and what was wrong. */
type Walk = {
  readonly anchors: Map<string, { readonly tree: Tree; readonly size: number }>;
  readonly mistakes: Mistake[];
  readonly positions: LineCounter;
  expanded: number;
  visited: number;
};

/** Reads one YAML 1.2 document into a tree with places. Duplicate keys, merge keys and unknown aliases are mistakes. */
export function readTree(text: string): TreeReading {
  const positions = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: positions,
    // The parser's own check compares every key with every other, which takes minutes on a large map.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    schema: 'core',
  });
  const broken = explainSyntax([...document.errors, ...document.warnings]);
  if (broken.length > 0 || document.contents === null) return { tree: undefined, mistakes: broken, positions };
  const walk: Walk = { anchors: new Map(), mistakes: [], positions, expanded: 0, visited: 0 };
  const tree = readNode(document.contents, [], { start: 0, end: 0 }, walk);
  return { tree, mistakes: walk.mistakes, positions };
}

function readNode(node: unknown, path: KeyPath, fallback: Span, walk: Walk): Tree {
  const span = spanOf(node) ?? fallback;
  if (path.length > depthLimit) return { kind: 'hole', span };
  const before = walk.visited++;
  const tree = readValue(node, path, span, walk);
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
    walk.anchors.set(node.anchor, { tree, size: walk.visited - before });
  }
  return tree;
}

function readValue(node: unknown, path: KeyPath, span: Span, walk: Walk): Tree {
  if (isAlias(node)) return readAlias(node.source, path, span, walk);
  if (isMap(node)) return { kind: 'map', entries: readEntries(node, path, walk), span };
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item, index) => readNode(item, [...path, index], span, walk)), span };
  }
  const value = isScalar(node) ? node.value : null;
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return { kind: 'scalar', value: isPlain ? (value as string | number | boolean | null) : String(value), span };
}

/** An alias stands for the tree of its anchor, with the places of the anchor. */
function readAlias(name: string, path: KeyPath, span: Span, walk: Walk): Tree {
  const anchor = walk.anchors.get(name);
  if (!anchor) {
    const message = `${keyPath(path)} is read as an alias of an anchor that is not there; put text that begins with * in quotes`;
    walk.mistakes.push({ span, message });
    return { kind: 'hole', span };
  }
  const fitted = walk.expanded <= aliasLimit;
  walk.expanded += anchor.size;
  walk.visited += anchor.size;
  if (walk.expanded <= aliasLimit) return anchor.tree;
  if (fitted) {
    const message = `${keyPath(path)}: the aliases up to here stand for more than ${aliasLimit} values; write them out`;
    walk.mistakes.push({ span, message });
  }
  return { kind: 'hole', span };
}

function readEntries(map: YAMLMap, path: KeyPath, walk: Walk): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of map.items) {
    const name = keyName(pair);
    const key = spanOf(pair.key) ?? spanOf(map) ?? { start: 0, end: 0 };
    const mistake = name === undefined ? 'a key is plain text here' : keyMistake(name, key, entries, path, walk);
    if (mistake !== undefined) walk.mistakes.push({ span: key, message: mistake });
    // The value of a wrong key is read all the same, for the anchors in it.
    const value = readNode(pair.value, [...path, name ?? ''], key, walk);
    if (name !== undefined && mistake === undefined) entries.set(name, { key, value });
  }
  return entries;
}

/** A key as it is written, so that `007` stays what it is. */
function keyName({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}

function keyMistake(
  name: string,
  key: Span,
  entries: ReadonlyMap<string, Entry>,
  path: KeyPath,
  { positions }: Walk,
): string | undefined {
  const full = keyPath([...path, name]);
  if (name === '<<') return 'a merge key (<<) is not read here; write the keys out';
  if (name === '__proto__') return `${full} is no name for a key; choose another name`;
  const first = entries.get(name);
  if (!first) return undefined;
  const lines = [first.key, key].map(({ start }) => positions.linePos(start).line);
  return `${full} is written twice, on lines ${lines.join(' and ')}; keep one of them`;
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Partial<Node> | null)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
