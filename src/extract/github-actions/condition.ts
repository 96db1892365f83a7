import { Lexer, Parser } from '@actions/expressions';
import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from '@actions/expressions/ast';
import { TokenType } from '@actions/expressions/lexer';
import { truthy } from '@actions/expressions/result';

const contexts = [
  'env',
  'github',
  'inputs',
  'job',
  'jobs',
  'matrix',
  'needs',
  'runner',
  'secrets',
  'steps',
  'strategy',
  'vars',
];
const functions = ['always', 'success', 'failure', 'cancelled', 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

/**
 * Tells whether an `if:` can be true in a run that an event starts; false for `false`, `false && …`, and for a question
 * after another event. Takes its text as it stands in the file.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function mayHold(condition: string, event?: string): boolean {
  const expression = unwrapExpression(condition);
  // Text around an expression makes a string of both, and that is true.
  if (expression.trim() === '' || expression.includes('${{')) return true;
  try {
    const parsed = new Parser(new Lexer(expression).lex().tokens, contexts, functions).parse();
    return constantOf(parsed, event) !== false;
  } catch {
    return true;
  }
}

/** The expression without its `${{ }}`, where they enclose all of it. */
export function unwrapExpression(text: string): string {
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1];
  return inner === undefined || inner.includes('${{') ? text : inner.trim();
}

/** True or false where the expression is that in every run of the event, undefined where it depends. */
function constantOf(node: Expr, event: string | undefined): boolean | undefined {
  if (node instanceof Literal) return truthy(node.literal);
  if (node instanceof Grouping) return constantOf(node.group, event);
  if (node instanceof FunctionCall) return node.functionName.lexeme.toLowerCase() === 'always' ? true : undefined;
  if (node instanceof Binary) return compareEvent(node, event);
  if (node instanceof Unary) {
    const constant = constantOf(node.expr, event);
    return constant === undefined ? undefined : !constant;
  }
  if (!(node instanceof Logical)) return undefined;
  const deciding = node.operator.type === TokenType.OR;
  const constants = node.args.map((argument) => constantOf(argument, event));
  if (constants.includes(deciding)) return deciding;
  return constants.includes(undefined) ? undefined : !deciding;
}

function compareEvent({ left, operator, right }: Binary, event: string | undefined): boolean | undefined {
  const literal = isEventName(left) ? right : isEventName(right) ? left : undefined;
  if (event === undefined || !(literal instanceof Literal)) return undefined;
  const isSame = literal.literal.coerceString().toLowerCase() === event.toLowerCase();
  if (operator.type === TokenType.EQUAL_EQUAL) return isSame;
  return operator.type === TokenType.BANG_EQUAL ? !isSame : undefined;
}

function isEventName(node: Expr): boolean {
  if (!(node instanceof IndexAccess && node.expr instanceof ContextAccess && node.index instanceof Literal))
    return false;
  const name = `${node.expr.name.lexeme}.${node.index.literal.coerceString()}`;
  return name.toLowerCase() === 'github.event_name';
}
