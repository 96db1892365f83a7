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
  Star,
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
const statusFunctions = ['always', 'success', 'failure', 'cancelled'];
const functions = [...statusFunctions, 'hashFiles'].map((name) => ({ name, minArgs: 0, maxArgs: 255 }));

/** How something that is waited for ended. */
export type Ending = 'failure' | 'skip';

/** What is taken for granted about a run. */
type Known = {
  readonly event?: string;
  /** A job that is waited for, or of a step the steps before it, and how it ended. */
  readonly ended?: { readonly job: string; readonly how: Ending };
  /** How the workflow ended that started this one. */
  readonly conclusion?: string;
};

/**
 * Tells whether an `if:` can be true in a run that an event starts; false for `false`, `false && …`, and for a question
 * after another event. Takes its text as it stands in the file.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function mayHold(condition: string, event?: string): boolean {
  const parsed = parseCondition(condition);
  return parsed === undefined || constantOf(parsed, event === undefined ? {} : { event }) !== false;
}

/**
 * Tells whether an `if:` may let a job run although one that it needs ended like this; for a step, although a step before
 * it did, with '' as the job. Without a status function it means `success() && …`.
 */
export function mayOutlive(condition: string | undefined, job: string, how: Ending): boolean {
  if (condition === undefined) return false;
  const parsed = parseCondition(condition);
  // Beside words that other systems have for conditions, the status still tells.
  if (parsed === undefined) return /\b(?:always|failure|cancelled)\(\)/.test(condition);
  return asksForStatus(parsed) && constantOf(parsed, { ended: { job, how } }) !== false;
}

/** Tells whether an `if:` is only true if the workflow that started this one has succeeded. */
export function needsConclusion(condition: string | undefined): boolean {
  const parsed = condition === undefined ? undefined : parseCondition(condition);
  return parsed !== undefined && constantOf(parsed, { event: 'workflow_run', conclusion: 'failure' }) === false;
}

/** The expression without its `${{ }}`, where they enclose all of it. */
export function unwrapExpression(text: string): string {
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1];
  return inner === undefined || inner.includes('${{') ? text : inner.trim();
}

/** Undefined for what is always true: nothing, or text around an expression, which makes a string of both. */
function parseCondition(condition: string): Expr | undefined {
  const expression = unwrapExpression(condition);
  if (expression.trim() === '' || expression.includes('${{')) return undefined;
  try {
    return new Parser(new Lexer(expression).lex().tokens, contexts, functions).parse();
  } catch {
    return undefined;
  }
}

function asksForStatus(node: Expr): boolean {
  if (node instanceof FunctionCall)
    return statusFunctions.includes(node.functionName.lexeme.toLowerCase()) || node.args.some(asksForStatus);
  if (node instanceof Grouping) return asksForStatus(node.group);
  if (node instanceof Unary) return asksForStatus(node.expr);
  if (node instanceof Binary) return asksForStatus(node.left) || asksForStatus(node.right);
  return node instanceof Logical && node.args.some(asksForStatus);
}

/** True or false where the expression is that in every such run, undefined where it depends. */
function constantOf(node: Expr, known: Known): boolean | undefined {
  if (node instanceof Literal) return truthy(node.literal);
  if (node instanceof Grouping) return constantOf(node.group, known);
  if (node instanceof FunctionCall) return callConstant(node, known);
  if (node instanceof Binary) return compare(node, known);
  if (node instanceof Unary) {
    const constant = constantOf(node.expr, known);
    return constant === undefined ? undefined : !constant;
  }
  if (!(node instanceof Logical)) return undefined;
  const deciding = node.operator.type === TokenType.OR;
  const constants = node.args.map((argument) => constantOf(argument, known));
  if (constants.includes(deciding)) return deciding;
  return constants.includes(undefined) ? undefined : !deciding;
}

function callConstant({ functionName, args }: FunctionCall, { ended }: Known): boolean | undefined {
  const name = functionName.lexeme.toLowerCase();
  if (name === 'always') return true;
  if (ended === undefined) return undefined;
  if (name === 'success' || name === 'cancelled') return false;
  if (name === 'failure') return ended.how === 'failure';
  const [list, item] = args;
  if (name !== 'contains' || list === undefined || !(item instanceof Literal)) return undefined;
  return pathOf(list) === 'needs.*.result' && item.literal.coerceString() === resultOf(ended.how) ? true : undefined;
}

function compare({ left, operator, right }: Binary, known: Known): boolean | undefined {
  const [one, other] = [textOf(left, known), textOf(right, known)];
  if (one === undefined || other === undefined) return undefined;
  const isSame = one.toLowerCase() === other.toLowerCase();
  if (operator.type === TokenType.EQUAL_EQUAL) return isSame;
  return operator.type === TokenType.BANG_EQUAL ? !isSame : undefined;
}

/** The value of a literal, or of a context that is known. */
function textOf(node: Expr, { event, ended, conclusion }: Known): string | undefined {
  if (node instanceof Literal) return node.literal.coerceString();
  if (node instanceof Grouping) return textOf(node.group, {});
  const path = pathOf(node)?.toLowerCase();
  if (path === 'github.event_name') return event;
  if (path === 'github.event.workflow_run.conclusion') return conclusion;
  return ended && path === `needs.${ended.job.toLowerCase()}.result` ? resultOf(ended.how) : undefined;
}

function resultOf(how: Ending): string {
  return how === 'skip' ? 'skipped' : how;
}

/** `needs.build.result` for the access to it, `*` for any. */
function pathOf(node: Expr): string | undefined {
  if (node instanceof ContextAccess) return node.name.lexeme;
  if (!(node instanceof IndexAccess)) return undefined;
  const outer = pathOf(node.expr);
  const index =
    node.index instanceof Star ? '*' : node.index instanceof Literal ? node.index.literal.coerceString() : undefined;
  return outer === undefined || index === undefined ? undefined : `${outer}.${index}`;
}
