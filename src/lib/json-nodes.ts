import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineFinder } from './line-finder.ts';
import type { YamlEntry, YamlNode, YamlProblem } from './yaml-nodes.ts';

/** Levels that are read; whoever walks the nodes has a stack that ends somewhere. */
export const jsonDepthLimit = 500;

export type JsonReading =
  | { readonly ok: true; readonly root: YamlNode }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Reads JSON, comments and trailing commas allowed, into the same nodes as YAML. The first fault costs all of it. */
export function parseJson(text: string): JsonReading {
  const lineOf = lineFinder(text);
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first || !root) {
      const message = first ? printParseErrorCode(first.error) : 'it is empty';
      return { ok: false, problem: { message, line: lineOf(first?.offset ?? 0) } };
    }
    return { ok: true, root: readNode(root, lineOf, 0) };
  } catch (error) {
    // The parser descends by recursion, and a hostile file nests deeper than the stack.
    return { ok: false, problem: { message: error instanceof Error ? error.message : String(error), line: 1 } };
  }
}

function readNode(node: Node, lineOf: (offset: number) => number, depth: number): YamlNode {
  if (depth > jsonDepthLimit) throw new RangeError(`it nests more than ${jsonDepthLimit} levels deep`);
  const { offset, length, children = [] } = node;
  const line = lineOf(offset);
  if (node.type === 'array')
    return { kind: 'list', items: children.map((child) => readNode(child, lineOf, depth + 1)), line };
  if (node.type === 'object')
    return { kind: 'map', entries: children.flatMap((child) => readProperty(child, lineOf, depth + 1)), line };
  const text = node.value === null || node.value === undefined ? '' : String(node.value);
  return { kind: 'scalar', text, line, start: offset, end: offset + length };
}

function readProperty(
  { children = [] }: Node,
  lineOf: (offset: number) => number,
  depth: number,
): readonly YamlEntry[] {
  const [key, value] = children;
  if (!key || !value) return [];
  const read = readNode(key, lineOf, depth);
  return read.kind === 'scalar' ? [{ key: read, value: readNode(value, lineOf, depth) }] : [];
}
