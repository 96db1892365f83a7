import type { Expression, LoopHead } from '../../model/expression.ts';
import { readHeredoc, undoEscapes } from './strings.ts';
import type { HclNode } from './syntax.ts';

/** Levels of an expression that are read; what is deeper is only known by its text. */
export const expressionDepthLimit = 200;

export type HclSource = {
  readonly text: string;
  readonly nodes: readonly HclNode[];
  readonly childrenOf: (index: number) => readonly number[];
};

/** A node of the source, and how many are around it. */
type Place = { readonly index: number; readonly depth: number };

/** Names that are one with what follows their dot. */
const spaces = new Set(['var', 'local', 'terraform', 'path', 'count']);

const postfixes = new Set(['member', 'index', 'place', 'splat']);

/** The expression of a node. What the grammar could not read is only known by its text. */
export function readExpression(source: HclSource, index: number, depth = 0): Expression {
  const place = { index, depth: depth + 1 };
  const { text = '' } = source.nodes[index] ?? {};
  if (depth > expressionDepthLimit) return { kind: 'opaque', text };
  return { ...readNode(source, place), text };
}

function readNode(source: HclSource, place: Place): Expression {
  const { name = '', text = '' } = source.nodes[place.index] ?? {};
  const below = source.childrenOf(place.index);
  switch (name) {
    case 'expression':
      return readChain(source, below, place.depth) ?? { kind: 'opaque', text };
    case 'scalar':
      return { kind: 'literal', value: text, text };
    case 'null':
      return { kind: 'none', text };
    case 'string':
      return { kind: 'literal', value: undoEscapes(text.slice(1, -1)), text };
    case 'template':
      return { kind: 'template', parts: readParts(source, place, text.slice(1, -1), 1, undoEscapes), text };
    case 'heredoc':
      return { kind: 'template', parts: readParts(source, place, text, 0, readHeredoc), text };
    case 'variable':
      return { kind: 'name', name: text, text };
    case 'tuple':
      return { kind: 'list', items: readAll(source, below, place.depth), text };
    case 'object':
      return { kind: 'map', entries: below.flatMap((element) => readElement(source, element, place.depth)), text };
    case 'loop':
      return readLoop(source, place);
    default:
      return readCombination(source, place);
  }
}

function readCombination(source: HclSource, { index, depth }: Place): Expression {
  const { name = '', text = '' } = source.nodes[index] ?? {};
  const below = source.childrenOf(index);
  const parts = readAll(source, below, depth);
  const [first, second, third] = parts;
  if (name === 'choice' && first && second && third)
    return { kind: 'choice', condition: first, yes: second, no: third, text };
  if (name === 'call') {
    const isSpread = below.some((child) => source.nodes[child]?.name === 'ellipsis');
    return { kind: 'call', name: text.slice(0, text.indexOf('(')).trim(), arguments: parts, isSpread, text };
  }
  if (name === 'unary' && first) {
    const operator = text.slice(0, 1);
    if (operator === '-' && first.kind === 'literal') return { kind: 'literal', value: text, text };
    return { kind: 'operation', operator, operands: [first], text };
  }
  if (name === 'binary' && first && second) return readBinary(source, index, [first, second]);
  return { kind: 'opaque', text };
}

function readBinary(source: HclSource, index: number, operands: readonly [Expression, Expression]): Expression {
  const { text = '', start = 0 } = source.nodes[index] ?? {};
  const [left] = chainsOf(source, source.childrenOf(index));
  const end = source.nodes[left?.at(-1) ?? -1]?.end ?? start;
  // An operand in brackets ends behind its node.
  const operator = /&&|\|\||[=!<>]=|[<>*/%+-]/.exec(text.slice(end - start))?.[0] ?? '';
  return { kind: 'operation', operator, operands, text };
}

/** The operands that stand in a row, each with what follows it: `a.b[0]`. */
function chainsOf({ nodes }: HclSource, indexes: readonly number[]): readonly (readonly number[])[] {
  const chains: number[][] = [];
  for (const index of indexes) {
    const { name = '' } = nodes[index] ?? {};
    const last = chains.at(-1);
    if (last && postfixes.has(name)) last.push(index);
    else if (name !== 'ellipsis' && name !== 'error') chains.push([index]);
  }
  return chains;
}

function readAll(source: HclSource, indexes: readonly number[], depth: number): readonly Expression[] {
  return chainsOf(source, indexes).flatMap((chain) => readChain(source, chain, depth) ?? []);
}

function readChain(source: HclSource, chain: readonly number[], depth: number): Expression | undefined {
  const [first, ...rest] = chain;
  if (first === undefined) return undefined;
  const start = source.nodes[first]?.start ?? 0;
  let expression = readExpression(source, first, depth);
  for (const index of rest) {
    const text = source.text.slice(start, source.nodes[index]?.end);
    expression = { ...readPostfix(source, index, expression, depth), text };
  }
  return expression;
}

function readPostfix(source: HclSource, index: number, of: Expression, depth: number): Expression {
  const { name = '', text = '' } = source.nodes[index] ?? {};
  const below = source.childrenOf(index);
  const step = text.slice(1);
  if (name === 'splat') {
    // `a[*].b` is `[for x in a : x.b]`.
    const each: Expression = { kind: 'name', name: '*', text: '*' };
    const value = below.reduce<Expression>((item, child) => readPostfix(source, child, item, depth), each);
    return { kind: 'loop', collection: of, valueName: '*', value, isBlock: false, text };
  }
  if (name === 'member' && of.kind === 'name' && spaces.has(of.name))
    return { kind: 'name', name: `${of.name}.${step}`, text };
  const inside = below[0];
  const key: Expression =
    name === 'index' && inside !== undefined
      ? readExpression(source, inside, depth)
      : { kind: 'literal', value: step, text: step };
  return { kind: 'member', of, key, text };
}

function readElement(source: HclSource, index: number, depth: number) {
  const [key, value] = readAll(source, source.childrenOf(index), depth);
  if (!key || !value) return [];
  const isBare = /^[\w-]+$/.test(key.text);
  return [{ key: isBare ? ({ kind: 'literal', value: key.text, text: key.text } as const) : key, value }];
}

function readLoop(source: HclSource, { index, depth }: Place): Expression {
  const { text = '' } = source.nodes[index] ?? {};
  const below = source.childrenOf(index);
  const childOf = (kind: string) => below.find((child) => source.nodes[child]?.name === kind);
  const head = readIntro(source, childOf('intro'), depth);
  const filter = childOf('filter');
  const condition = filter === undefined ? undefined : readAll(source, source.childrenOf(filter), depth)[0];
  const bodies = below.filter((child) => source.nodes[child]?.name === 'expression');
  const [first, second] = readAll(source, bodies, depth);
  const isGrouped = childOf('ellipsis') !== undefined;
  if (!head || !first || isGrouped) return { kind: 'opaque', text };
  const body = second ? { key: first, value: second } : { value: first };
  return { kind: 'loop', ...head, ...body, ...(condition && { condition }), isBlock: false, text };
}

function readIntro(source: HclSource, index: number | undefined, depth: number): LoopHead | undefined {
  if (index === undefined) return undefined;
  const [, first, second] = /^for\s+([\w-]+)(?:\s*,\s*([\w-]+))?\s/.exec(source.nodes[index]?.text ?? '') ?? [];
  const [collection] = readAll(source, source.childrenOf(index), depth);
  if (first === undefined || !collection) return undefined;
  return second === undefined ? { collection, valueName: first } : { collection, keyName: first, valueName: second };
}

/** Texts and expressions of a string in turn. `trim` undoes what the string's form does to its text. */
function readParts(
  source: HclSource,
  { index, depth }: Place,
  inner: string,
  offset: number,
  trim: (text: string) => string,
): readonly (string | Expression)[] {
  const start = (source.nodes[index]?.start ?? 0) + offset;
  const inserted = source.childrenOf(index).flatMap((child) => source.nodes[child] ?? []);
  // Stands for an expression while the text is trimmed; no file that is parsed holds it.
  let marked = '';
  let end = 0;
  for (const node of inserted) {
    marked += `${inner.slice(end, node.start - start)}\0`;
    end = node.end - start;
  }
  const texts = trim(marked + inner.slice(end)).split('\0');
  const expressions = source.childrenOf(index).map((child) => readInserted(source, child, depth));
  return texts.flatMap((text, at) => [text, expressions[at] ?? '']).filter((part) => part !== '');
}

function readInserted(source: HclSource, index: number, depth: number): Expression {
  const { name = '', text = '' } = source.nodes[index] ?? {};
  const [inside] = name === 'interpolation' ? source.childrenOf(index) : [];
  return inside === undefined ? { kind: 'opaque', text } : readExpression(source, inside, depth);
}
