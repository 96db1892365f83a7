import type { Capture } from '../../model/source.ts';
import { groupItems } from './group.ts';
import { type CallNode, type ClassNode, type FunctionNode, type Outline, type Pair, spanKey } from './outline.ts';
import type { Piece } from './piece.ts';

/** Sorts the pieces of a file by what they are, and puts those of one node together. */
export function readOutline(pieces: readonly Piece[]): Outline {
  const byRole = groupItems(
    pieces,
    ({ role }) => role,
    (piece) => piece,
  );
  const all = (role: string) => byRole.get(role) ?? [];
  const pairs = (role: string, left: string, right: string) => readPairs(all(role), left, right);
  return {
    imports: all('import'),
    calls: readNodes(all('call'), readCall),
    decorators: all('decorator').flatMap(({ parts }) => parts.value ?? []),
    bindings: pairs('bind', 'target', 'value').map(({ pair }) => pair),
    typed: pairs('typed', 'target', 'type').map(({ pair }) => pair),
    members: pairs('member', 'target', 'type').map(({ pair }) => pair),
    hidden: all('hidden').map(({ node }) => node),
    functions: readNodes(all('function'), readFunction),
    classes: readNodes(all('class'), readClass),
    literals: new Map([...all('text'), ...all('number')].map(({ node, role }) => [spanKey(node), role] as const)),
    objects: groupItems(
      pairs('object', 'key', 'value'),
      ({ node }) => spanKey(node),
      ({ pair }) => pair,
    ),
    lists: groupItems(
      all('list'),
      ({ node }) => spanKey(node),
      ({ parts }) => parts.item,
    ),
    named: new Map(pairs('named', 'name', 'value').map(({ node, pair }) => [spanKey(node), pair])),
    fallbacks: new Map(pairs('fallback', 'left', 'right').map(({ node, pair }) => [spanKey(node), pair])),
    dead: all('dead').flatMap(({ node, parts: { mark } }) => (mark ? [{ left: mark, right: node }] : [])),
  };
}

function readPairs(
  pieces: readonly Piece[],
  leftName: string,
  rightName: string,
): readonly { readonly node: Capture; readonly pair: Pair }[] {
  return pieces.flatMap(({ node, parts: { [leftName]: left, [rightName]: right } }) =>
    left && right ? [{ node, pair: { left, right } }] : [],
  );
}

/** A node that several patterns match comes as several pieces. */
function readNodes<Value>(
  pieces: readonly Piece[],
  read: (node: Capture, pieces: readonly Piece[]) => Value | undefined,
): readonly Value[] {
  const same = groupItems(
    pieces,
    ({ node }) => spanKey(node),
    (piece) => piece,
  );
  return [...same.values()].flatMap((group) => (group[0] && read(group[0].node, group)) ?? []);
}

function readCall(node: Capture, pieces: readonly Piece[]): CallNode | undefined {
  const [callee] = partsOf(pieces, 'callee');
  if (callee === undefined) return undefined;
  const members = readPairs(pieces, 'key', 'value').map(({ pair }) => pair);
  return { node, callee, arguments: partsOf(pieces, 'argument'), members };
}

function readFunction(node: Capture, pieces: readonly Piece[]): FunctionNode {
  const [name] = partsOf(pieces, 'name');
  const [self] = partsOf(pieces, 'self');
  const [owner] = partsOf(pieces, 'owner');
  return { node, ...(name && { name }), ...(self && { self }), ...(owner && { owner }) };
}

function readClass(node: Capture, pieces: readonly Piece[]): ClassNode | undefined {
  const [name] = partsOf(pieces, 'name');
  if (name === undefined) return undefined;
  return {
    node,
    name,
    bases: partsOf(pieces, 'base'),
    fields: partsOf(pieces, 'field'),
    decorators: partsOf(pieces, 'decorator'),
  };
}

/** The parts of that name, in order of their place, each node once. */
function partsOf(pieces: readonly Piece[], name: string): readonly Capture[] {
  const parts = pieces.flatMap(({ parts: { [name]: part } }) => part ?? []);
  return [...new Map(parts.map((part) => [spanKey(part), part])).values()].sort((a, b) => a.start - b.start);
}
