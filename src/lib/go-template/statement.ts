import { type Expression, parseExpression, readTokens, unknownExpression } from './expression.ts';

/** What an action does. */
export type Statement =
  | { readonly is: 'output'; readonly expression: Expression }
  | { readonly is: 'assign'; readonly name: string; readonly declares: boolean; readonly expression: Expression }
  | {
      readonly is: 'open';
      readonly keyword: 'if' | 'with' | 'range';
      readonly expression: Expression;
      /** Names that the value, or key and value, get inside. */
      readonly variables: readonly string[];
    }
  | { readonly is: 'define'; readonly name: string }
  /** With an expression: `else if` or `else with`. */
  | { readonly is: 'else'; readonly keyword: 'if' | 'with'; readonly expression?: Expression }
  | { readonly is: 'end' }
  /** Comments, and what leaves a loop. */
  | { readonly is: 'silent' };

/** Reads what stands between the braces of an action. */
export function parseStatement(inner: string): Statement {
  const text = inner.trim();
  if (text.startsWith('/*')) return { is: 'silent' };
  const tokens = readTokens(text);
  const [first = '', second = ''] = tokens ?? [/^\w*/.exec(text)?.[0] ?? ''];
  switch (first) {
    case 'if':
    case 'with':
    case 'range':
      return { is: 'open', keyword: first, ...readHead(tokens?.slice(1)) };
    case 'define':
    case 'block':
      return { is: 'define', name: second.slice(1, -1) };
    case 'else':
      return readElse(second, tokens);
    case 'end':
      return { is: 'end' };
    case 'break':
    case 'continue':
      return { is: 'silent' };
    case 'template':
      return { is: 'output', expression: parseExpression(['include', ...(tokens ?? []).slice(1)]) };
    default:
      return tokens ? readPlain(tokens) : { is: 'output', expression: unknownExpression };
  }
}

function readElse(second: string, tokens: readonly string[] | undefined): Statement {
  if (second !== 'if' && second !== 'with') return { is: 'else', keyword: 'if' };
  return { is: 'else', keyword: second, expression: readHead(tokens?.slice(2)).expression };
}

/** `$key, $value := expression`, or an expression alone. */
function readHead(tokens: readonly string[] | undefined) {
  const mark = tokens?.indexOf(':=') ?? -1;
  if (!tokens || mark > 3) return { expression: unknownExpression, variables: [] };
  const variables = tokens.slice(0, Math.max(0, mark)).filter((word) => word.startsWith('$'));
  return { expression: parseExpression(tokens.slice(mark + 1)), variables: variables.map((name) => name.slice(1)) };
}

function readPlain(tokens: readonly string[]): Statement {
  const [first = '', second] = tokens;
  if (!/^\$\w+$/.test(first) || (second !== ':=' && second !== '='))
    return { is: 'output', expression: parseExpression(tokens) };
  const expression = parseExpression(tokens.slice(2));
  return { is: 'assign', name: first.slice(1), declares: second === ':=', expression };
}
