import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineFinder } from './line-finder.ts';
import { tellParserError } from './parser-error.ts';
import type { YamlNode, YamlScalar } from './yaml-nodes.ts';

/** Deeper levels are not read; the stack ends somewhere. */
export const jsonDepthLimit = 100;

export type JsonReading =
  | { readonly ok: true; readonly root: YamlNode }
  | { readonly ok: false; readonly message: string; readonly line: number };

type Reader = { readonly text: string; lineOf(offset: number): number };

/**
 * Reads JSON into the nodes of YAML, of which it is a part; comments and trailing commas may be there if `comments` says
 * so. The first fault of a text costs all of it; never throws. Format: https://www.rfc-editor.org/rfc/rfc8259
 */
export function readJson(text: string, { comments }: { readonly comments: boolean }): JsonReading {
  const reader: Reader = { text, lineOf: lineFinder(text) };
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
    const [first] = errors;
    if (first) return { ok: false, message: printParseErrorCode(first.error), line: reader.lineOf(first.offset) };
    if (!root) return { ok: false, message: 'it is empty', line: 1 };
    return { ok: true, root: readNode(root, 0, reader) };
  } catch (error) {
    // The parser descends by recursion, and a hostile file nests deeper than the stack.
    return { ok: false, message: tellParserError(error), line: 1 };
  }
}

function readNode(node: Node, depth: number, reader: Reader): YamlNode {
  const line = reader.lineOf(node.offset);
  if (depth > jsonDepthLimit) return { kind: 'scalar', text: '', line, start: node.offset, end: node.offset };
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'list', items: children.map((child) => readNode(child, depth + 1, reader)), line };
  if (node.type !== 'object') return readScalar(node, reader);
  const entries = children.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key: readScalar(key, reader), value: readNode(value, depth + 1, reader) }] : [],
  );
  return { kind: 'map', entries, line };
}

function readScalar({ type, value, offset, length }: Node, { text, lineOf }: Reader): YamlScalar {
  const end = offset + length;
  const written = type === 'string' ? String(value) : type === 'null' ? '' : text.slice(offset, end);
  return { kind: 'scalar', text: written, line: lineOf(offset), start: offset, end };
}
