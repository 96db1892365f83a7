export type Operand =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly source: string };

type Operator = '==' | '!=' | '=~' | '!~';

/** The condition of a rule, as a tree. */
export type Expression =
  | Operand
  | { readonly kind: 'comparison'; readonly operator: Operator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] };

const token =
  /\s*(?:(\$\w+|\$\{\w+\})|("[^"]*"|'[^']*')|(\/(?:\\[\s\S]|[^/\\\n])+\/[a-z]*)|(&&|\|\||==|!=|=~|!~|[()!])|(null|\d+)(?!\w))/y;

type Tokens = { readonly list: readonly string[]; at: number };

/** Expressions that nest deeper are not read. */
const depthLimit = 20;

/**
 * Parses the `if` of a rule; undefined where it is none.
 * Format: https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions
 */
export function parseExpression(text: string): Expression | undefined {
  const tokens = readTokens(text);
  const parsed = tokens && parseOr(tokens, 0);
  return tokens && tokens.at === tokens.list.length ? parsed : undefined;
}

function readTokens(text: string): Tokens | undefined {
  const trimmed = text.trim();
  const list: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const found = token.exec(trimmed);
    if (!found) return undefined;
    list.push(found[0].trim());
  }
  return { list, at: 0 };
}

function take<Wanted extends string>(tokens: Tokens, ...wanted: readonly Wanted[]): Wanted | undefined {
  const found = wanted.find((text) => text === tokens.list[tokens.at]);
  if (found !== undefined) tokens.at += 1;
  return found;
}

function parseOr(tokens: Tokens, depth: number): Expression | undefined {
  return parseChain(tokens, '||', 'or', () => parseChain(tokens, '&&', 'and', () => parseUnary(tokens, depth)));
}

function parseChain(
  tokens: Tokens,
  sign: string,
  kind: 'and' | 'or',
  parseNext: () => Expression | undefined,
): Expression | undefined {
  const first = parseNext();
  if (first === undefined) return undefined;
  const parts = [first];
  while (take(tokens, sign)) {
    const next = parseNext();
    if (next === undefined) return undefined;
    parts.push(next);
  }
  return parts.length === 1 ? first : { kind, of: parts };
}

function parseUnary(tokens: Tokens, depth: number): Expression | undefined {
  if (depth > depthLimit) return undefined;
  if (take(tokens, '!')) {
    const inner = parseUnary(tokens, depth + 1);
    return inner && { kind: 'not', of: inner };
  }
  if (!take(tokens, '(')) return parseComparison(tokens);
  const inner = parseOr(tokens, depth + 1);
  return take(tokens, ')') ? inner : undefined;
}

function parseComparison(tokens: Tokens): Expression | undefined {
  const left = parseOperand(tokens);
  if (left === undefined) return undefined;
  const operator = take(tokens, '==', '!=', '=~', '!~');
  if (operator === undefined) return left;
  const right = parseOperand(tokens);
  return right && { kind: 'comparison', operator, left, right };
}

function parseOperand(tokens: Tokens): Operand | undefined {
  const next = tokens.list[tokens.at] ?? '';
  if (!/^["'$/\dn]/.test(next)) return undefined;
  tokens.at += 1;
  if (next.startsWith('$')) return { kind: 'variable', name: next.replace(/[${}]/g, '') };
  if (next.startsWith('/')) return { kind: 'pattern', source: next };
  if (next === 'null') return { kind: 'text', text: '' };
  return { kind: 'text', text: next.replace(/^["']|["']$/g, '') };
}

/** Every comparison in an expression. */
export function comparisonsOf(expression: Expression): readonly Extract<Expression, { kind: 'comparison' }>[] {
  switch (expression.kind) {
    case 'comparison':
      return [expression];
    case 'not':
      return comparisonsOf(expression.of);
    case 'and':
    case 'or':
      return expression.of.flatMap(comparisonsOf);
    default:
      return [];
  }
}
