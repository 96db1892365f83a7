import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseAllDocuments,
  type Scalar,
} from 'yaml';
import { tellYamlError } from './parser-error.ts';

/** Deeper levels are not read; the stack ends somewhere. */
export const yamlDepthLimit = 100;

/** Entries that merge keys (`<<`) may bring into one document: merging is repeated copying. */
export const yamlMergeLimit = 20_000;

/** A tag of the format's own: `!Ref`. */
type Tagged = { readonly tag?: string };

/** A value with its place in the text; `start` and `end` are offsets. A null is an empty text. */
export type YamlScalar = Tagged & {
  readonly kind: 'scalar';
  /** Numbers and booleans as they are written: `3.10` stays `3.10`. */
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
};
export type YamlEntry = { readonly key: YamlScalar; readonly value: YamlNode };
export type YamlMap = Tagged & {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly line: number;
};
export type YamlList = Tagged & {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly line: number;
};
export type YamlNode = YamlScalar | YamlMap | YamlList;

export type YamlProblem = { readonly message: string; readonly line: number };
export type YamlDocument = { readonly root: YamlNode; readonly problems: readonly YamlProblem[] };

type Reader = {
  readonly lines: LineCounter;
  readonly anchors: Map<string, YamlNode>;
  readonly problems: YamlProblem[];
  merged: number;
};

type Place = { readonly offset: number; readonly depth: number };

/**
 * Reads a stream of YAML documents into values with their lines. Never throws: a faulty document gives what can be read
 * of it and its problems, an empty one nothing. An alias shares the node of its anchor and merge keys are resolved, both within limits.
 */
export function parseYamlDocuments(text: string): readonly YamlDocument[] {
  const lines = new LineCounter();
  // Checking for unique keys is quadratic, and neither pretty errors nor warnings are shown.
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    strict: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => readDocument(document, lines));
}

function readDocument({ contents, errors }: Document.Parsed, lines: LineCounter): readonly YamlDocument[] {
  const problems = errors.map((error) => ({ message: tellYamlError(error), line: lines.linePos(error.pos[0]).line }));
  const reader: Reader = { lines, anchors: new Map(), problems, merged: 0 };
  const root = readNode(contents, { offset: 0, depth: 0 }, reader);
  const isEmpty = root.kind === 'scalar' && root.text === '' && problems.length === 0;
  return isEmpty ? [] : [{ root, problems }];
}

function readNode(node: unknown, place: Place, reader: Reader): YamlNode {
  if (!isNode(node)) return emptyScalar(place.offset, reader);
  if (isAlias(node)) return readAlias(node, place, reader);
  const content = readContent(node, { offset: node.range?.[0] ?? place.offset, depth: place.depth + 1 }, reader);
  const read = node.tag?.startsWith('!') ? { ...content, tag: node.tag } : content;
  if ('anchor' in node && typeof node.anchor === 'string') reader.anchors.set(node.anchor, read);
  return read;
}

function readAlias({ source, range }: Alias, place: Place, reader: Reader): YamlNode {
  const target = reader.anchors.get(source);
  if (target) return target;
  const offset = range?.[0] ?? place.offset;
  // An anchor that is still being read is missing too: the alias would hold itself.
  const message = `the alias *${source} stands for nothing before it`;
  reader.problems.push({ message, line: lineOf(offset, reader) });
  return emptyScalar(offset, reader);
}

function readContent(node: unknown, place: Place, reader: Reader): YamlNode {
  if (isScalar(node)) return readScalar(node, place.offset, reader);
  const line = lineOf(place.offset, reader);
  if (place.depth > yamlDepthLimit) {
    reader.problems.push({ message: `it nests more than ${yamlDepthLimit} levels deep`, line });
    return emptyScalar(place.offset, reader);
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => readNode(item, place, reader)), line };
  if (!isMap(node)) return emptyScalar(place.offset, reader);
  return {
    kind: 'map',
    entries: merge(
      node.items.flatMap((pair) => readPair(pair, place, reader)),
      reader,
    ),
    line,
  };
}

function readPair({ key, value }: Pair, place: Place, reader: Reader): readonly YamlEntry[] {
  if (!isScalar(key)) return [];
  const read = readScalar(key, place.offset, reader);
  return [{ key: read, value: readNode(value, { offset: read.end, depth: place.depth }, reader) }];
}

function readScalar(node: Scalar, offset: number, reader: Reader): YamlScalar {
  const [start, end] = node.range ?? [offset, offset];
  return { kind: 'scalar', text: textOf(node), line: lineOf(start, reader), start, end };
}

function textOf({ value, source }: Scalar): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : (source ?? String(value));
}

function emptyScalar(offset: number, reader: Reader): YamlScalar {
  return { kind: 'scalar', text: '', line: lineOf(offset, reader), start: offset, end: offset };
}

function lineOf(offset: number, { lines }: Reader): number {
  return Math.max(1, lines.linePos(offset).line);
}

/** Brings the entries of `<<` in behind a map's own, which win. */
function merge(entries: readonly YamlEntry[], reader: Reader): readonly YamlEntry[] {
  const sources = entries.filter(({ key }) => key.text === '<<').flatMap(({ value }) => mapsOf(value));
  if (sources.length === 0) return entries;
  const own = entries.filter(({ key }) => key.text !== '<<');
  const seen = new Set(own.map(({ key }) => key.text));
  return [...own, ...sources.flatMap((source) => bring(source, seen, reader))];
}

function bring({ entries }: YamlMap, seen: Set<string>, reader: Reader): readonly YamlEntry[] {
  const brought = entries.slice(0, Math.max(0, yamlMergeLimit - reader.merged));
  reader.merged += brought.length;
  return brought.filter(({ key }) => {
    const isNew = !seen.has(key.text);
    seen.add(key.text);
    return isNew;
  });
}

function mapsOf(node: YamlNode): readonly YamlMap[] {
  if (node.kind === 'map') return [node];
  return node.kind === 'list' ? node.items.filter((item) => item.kind === 'map') : [];
}

/** The value of a key of a map; of a key written twice, the last. Undefined for anything else. */
export function yamlEntry(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.findLast((entry) => entry.key.text === key) : undefined;
}
