import {
  isAlias,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { tellYamlError } from '../../lib/parser-error.ts';

/** How a scalar is written; `literal` and `folded` are the block styles `|` and `>`. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

type Sized = {
  readonly line: number;
  /** Characters, with every alias written out. */
  readonly size: number;
};

export type ScalarTree = Sized & {
  readonly kind: 'scalar';
  /** The value as GitHub passes it on: `3.10` is the number 3.1, null is empty. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** The text in the file, with quotes or block header. */
  readonly source: string;
};

export type Entry = { readonly key: string; readonly line: number; readonly value: Tree };
export type MapTree = Sized & { readonly kind: 'map'; readonly entries: readonly Entry[] };
export type ListTree = Sized & { readonly kind: 'list'; readonly items: readonly Tree[] };
export type Tree = ScalarTree | MapTree | ListTree;

export type Problem = { readonly message: string; readonly line: number };

export type YamlReading = {
  /** Undefined where the text holds nothing. */
  readonly tree: Tree | undefined;
  readonly problems: readonly Problem[];
  readonly hasAliases: boolean;
};

/** Levels that are read; deeper ones are no workflow, and the stack ends somewhere. */
export const depthLimit = 100;

type Reader = {
  readonly text: string;
  readonly lines: LineCounter;
  readonly anchors: Map<string, Tree>;
  readonly aliases: Set<string>;
  readonly problems: Problem[];
};

/** Where a node stands: the line to give to one that has none, and how deep. */
type Place = { readonly line: number; readonly depth: number };

/**
 * Reads YAML 1.2 into a tree of values with their lines. An alias shares the subtree of its anchor, so that reading
 * stays linear; `size` tells what writing it out would take. Never throws. Merge keys are plain keys, as on GitHub.
 */
export function parseYaml(text: string): YamlReading {
  const lines = new LineCounter();
  // Checking for unique keys is quadratic, and neither pretty errors nor warnings are shown.
  const options = {
    lineCounter: lines,
    uniqueKeys: false,
    strict: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const document = parseDocument(text, options);
  const problems = document.errors.map((error) => ({
    message: tellYamlError(error),
    line: lines.linePos(error.pos[0]).line,
  }));
  const reader: Reader = { text, lines, anchors: new Map(), aliases: new Set(), problems };
  const tree = document.contents === null ? undefined : readNode(document.contents, { line: 1, depth: 0 }, reader);
  return { tree, problems, hasAliases: reader.aliases.size > 0 };
}

function readNode(node: unknown, place: Place, reader: Reader): Tree {
  if (!isNode(node)) return empty(place.line);
  const line = node.range ? reader.lines.linePos(node.range[0]).line : place.line;
  if (isAlias(node)) return readAlias(node.source, line, reader);
  const tree = readContent(node, { line, depth: place.depth + 1 }, reader);
  if (node.anchor !== undefined) reader.anchors.set(node.anchor, tree);
  return tree;
}

function readAlias(name: string, line: number, reader: Reader): Tree {
  reader.aliases.add(name);
  const target = reader.anchors.get(name);
  if (target) return target;
  // An anchor that is still being read is missing too: the alias would hold itself.
  reader.problems.push({ message: `the alias *${name} stands for nothing before it`, line });
  return empty(line);
}

function readContent(node: Scalar | YAMLMap | YAMLSeq, place: Place, reader: Reader): Tree {
  if (isScalar(node)) return readScalar(node, place.line, reader);
  if (place.depth > depthLimit) {
    reader.problems.push({ message: `it nests more than ${depthLimit} levels deep`, line: place.line });
    return empty(place.line);
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item, place, reader));
    return { kind: 'list', items, line: place.line, size: items.reduce((sum, { size }) => sum + size, 1) };
  }
  const entries = node.items.flatMap((pair) => readPair(pair, place, reader));
  const size = entries.reduce((sum, { key, value }) => sum + key.length + value.size, 1);
  return { kind: 'map', entries, line: place.line, size };
}

function readPair({ key, value }: Pair, { depth }: Place, reader: Reader): readonly Entry[] {
  if (!isScalar(key) || !key.range) return [];
  const { line } = reader.lines.linePos(key.range[0]);
  return [{ key: textOf(key), line, value: readNode(value, { line, depth }, reader) }];
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function readScalar(node: Scalar, line: number, reader: Reader): ScalarTree {
  const text = textOf(node);
  const [start, end] = node.range ?? [0, 0];
  const style = styles[node.type ?? ''] ?? 'plain';
  return { kind: 'scalar', text, style, source: reader.text.slice(start, end), line, size: text.length + 1 };
}

function textOf({ value }: Scalar): string {
  return value === null || value === undefined ? '' : String(value);
}

function empty(line: number): ScalarTree {
  return { kind: 'scalar', text: '', style: 'plain', source: '', line, size: 1 };
}
