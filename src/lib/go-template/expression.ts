import { type GoValue, goFlag, goText, nil, unknown } from './values.ts';

/** What stands in an action, with `a | f b` read as `f b a`. */
export type Expression =
  | { readonly is: 'literal'; readonly value: GoValue }
  | { readonly is: 'path'; readonly from: Expression; readonly fields: readonly string[] }
  | { readonly is: 'dot' }
  /** `$` has the empty name. */
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'call'; readonly name: string; readonly arguments: readonly Expression[] };

export const unknownExpression: Expression = { is: 'literal', value: unknown };

/** Longer actions are not read. */
const tokenLimit = 500;

const token =
  /\s+|"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)+'|:=|[=|,(]|\)(?:\.\w+)*|\$\w*(?:\.\w+)*|(?:\.[A-Za-z_]\w*)+|\.|-?\d[\w.]*|[A-Za-z_]\w*/y;

/** The words of an action, undefined if it is none. */
export function readTokens(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    const word = token.exec(text)?.[0];
    if (word === undefined || tokens.length > tokenLimit) return undefined;
    if (word.trim() !== '') tokens.push(word);
  }
  return tokens;
}

type Reader = { readonly tokens: readonly string[]; at: number };

/** Reads the words of a pipeline. What is not understood stands for something unknown. */
export function parseExpression(tokens: readonly string[]): Expression {
  const reader = { tokens, at: 0 };
  const expression = parsePipeline(reader);
  return expression && reader.at === tokens.length ? expression : unknownExpression;
}

function parsePipeline(reader: Reader): Expression | undefined {
  let piped = parseCommand(reader, []);
  while (piped && reader.tokens[reader.at] === '|') {
    reader.at += 1;
    piped = parseCommand(reader, [piped]);
  }
  return piped;
}

/** A function with its arguments, or one value. */
function parseCommand(reader: Reader, piped: readonly Expression[]): Expression | undefined {
  const word = reader.tokens[reader.at] ?? '';
  const name = /^[A-Za-z_]\w*$/.test(word) && !literals.has(word) ? word : undefined;
  if (name !== undefined) reader.at += 1;
  const operands: Expression[] = [];
  while (reader.at < reader.tokens.length && !/^(?:\||\)|,|:?=)/.test(reader.tokens[reader.at] ?? '')) {
    const operand = parseOperand(reader);
    if (!operand) return undefined;
    operands.push(operand);
  }
  const given = [...operands, ...piped];
  if (name !== undefined) return { is: 'call', name, arguments: given };
  // A value that takes arguments is a method, of what only a cluster knows.
  return given.length === 1 ? operands[0] : unknownExpression;
}

const literals = new Map<string, GoValue>([
  ['true', goFlag(true)],
  ['false', goFlag(false)],
  ['nil', nil],
]);

function parseOperand(reader: Reader): Expression | undefined {
  const word = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  if (word === '(') return parseGroup(reader);
  if (word === '.') return { is: 'dot' };
  if (word.startsWith('.')) return walk({ is: 'dot' }, word);
  if (word.startsWith('$')) {
    const [name = ''] = word.slice(1).split('.');
    return walk({ is: 'variable', name }, word.slice(1 + name.length));
  }
  const literal = readLiteral(word);
  if (literal) return { is: 'literal', value: literal };
  return /^[A-Za-z_]/.test(word) ? { is: 'call', name: word, arguments: [] } : undefined;
}

function parseGroup(reader: Reader): Expression | undefined {
  const inner = parsePipeline(reader);
  const close = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  return inner && close.startsWith(')') ? walk(inner, close.slice(1)) : undefined;
}

function walk(from: Expression, path: string): Expression {
  return path === '' ? from : { is: 'path', from, fields: path.slice(1).split('.') };
}

function readLiteral(word: string): GoValue | undefined {
  if (/^-?\d/.test(word)) return { is: 'bare', text: word };
  if (word.startsWith('`')) return goText(word.slice(1, -1));
  if (!word.startsWith('"')) return literals.get(word);
  try {
    return goText(String(JSON.parse(word)));
  } catch {
    return unknown;
  }
}
