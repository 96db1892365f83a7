/** An expression as a tree: a call, a literal, or the name of a variable, parameter or output. */
export type Expression =
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Expression[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string };

type Tokens = { readonly list: readonly string[]; at: number };

const token = /\s*('(?:[^']|'')*'|[A-Za-z_][\w-]*(?:\.[\w-]+|\[\s*'[^']*'\s*\])*|-?\d+(?:\.\d+)*|[(),])/y;

/** Expressions that nest deeper are not read. */
const depthLimit = 30;

/**
 * Parses a condition; undefined where it is none that can be read.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/process/expressions
 */
export function parseExpression(text: string): Expression | undefined {
  const bare = /^\$(?:\{\{|\[)([\s\S]*)(?:\}\}|\])$/.exec(text.trim())?.[1] ?? text;
  const tokens = readTokens(bare.trim());
  const parsed = tokens && parseValue(tokens, 0);
  return tokens && tokens.at === tokens.list.length ? parsed : undefined;
}

function readTokens(text: string): Tokens | undefined {
  const list: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.[1];
    if (found === undefined) return undefined;
    list.push(found);
  }
  return { list, at: 0 };
}

function parseValue(tokens: Tokens, depth: number): Expression | undefined {
  const next = tokens.list[tokens.at];
  if (next === undefined || depth > depthLimit || /^[(),]$/.test(next)) return undefined;
  tokens.at += 1;
  if (next.startsWith("'")) return { kind: 'text', text: next.slice(1, -1).replaceAll("''", "'") };
  if (tokens.list[tokens.at] === '(') return parseCall(next, tokens, depth);
  if (/^(?:true|false|-?\d[\d.]*)$/i.test(next)) return { kind: 'text', text: next.toLowerCase() };
  return { kind: 'name', name: nameOf(next) };
}

function parseCall(name: string, tokens: Tokens, depth: number): Expression | undefined {
  tokens.at += 1;
  const of: Expression[] = [];
  while (tokens.list[tokens.at] !== ')') {
    const argument = parseValue(tokens, depth + 1);
    if (argument === undefined) return undefined;
    of.push(argument);
    if (tokens.list[tokens.at] === ',') tokens.at += 1;
    else if (tokens.list[tokens.at] !== ')') return undefined;
  }
  tokens.at += 1;
  return { kind: 'call', name: name.toLowerCase(), of };
}

/** `variables['Build.Reason']` and `variables.Build.Reason` are one name. */
function nameOf(text: string): string {
  return text.replace(/\[\s*'([^']*)'\s*\]/g, '.$1').toLowerCase();
}
