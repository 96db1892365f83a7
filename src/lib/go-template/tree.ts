import { findActions } from './actions.ts';
import { type Expression, unknownExpression } from './expression.ts';
import { parseStatement, type Statement } from './statement.ts';

/** Blocks in blocks; a template with more is not read. */
export const blockDepthLimit = 60;

export type TextNode = { readonly is: 'text'; readonly text: string; readonly line: number };
export type OutputNode = {
  readonly is: 'output';
  readonly expression: Expression;
  readonly source: string;
  readonly line: number;
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
};
export type AssignNode = Extract<Statement, { is: 'assign' }>;
/** One way through a block; the last may have no condition. */
export type Arm = {
  readonly keyword: 'if' | 'with' | 'range';
  readonly condition: Expression | undefined;
  /** The condition as it is written. */
  readonly source: string;
  readonly variables: readonly string[];
  readonly body: readonly TemplateNode[];
};
export type BlockNode = {
  readonly is: 'block';
  readonly arms: readonly Arm[];
  readonly line: number;
  /** Nothing stands before it on its line. */
  readonly opensLine: boolean;
};
export type DefineNode = { readonly is: 'define'; readonly name: string; readonly body: readonly TemplateNode[] };
export type TemplateNode = TextNode | OutputNode | AssignNode | BlockNode | DefineNode;

type Action = {
  readonly statement: Statement;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly opensLine: boolean;
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
};

type MutableArm = Omit<Arm, 'body'> & { readonly body: TemplateNode[] };
type Frame = Omit<BlockNode, 'is' | 'arms'> & { readonly name: string | undefined; readonly arms: MutableArm[] };

/** The tree of a template. What never ends is taken to end with the text; undefined if it nests too deep. */
export function parseTemplate(text: string): readonly TemplateNode[] | undefined {
  const actions = findActions(text).map(({ start, end }) => readAction(text, start, end));
  const top: Frame = { name: undefined, arms: [newArm('if', undefined, '', [])], line: 1, opensLine: true };
  const stack = [top];
  const countLine = lineCounter(text);
  let previous: Action | undefined;
  for (const action of [...actions, undefined]) {
    bodyOf(stack, top).push(...readText(text, previous, action, countLine));
    if (action) enter(action, stack, top, countLine);
    if (stack.length > blockDepthLimit) return undefined;
    previous = action;
  }
  while (stack.length > 1) close(stack, top);
  return top.arms[0]?.body ?? [];
}

/** A longer way back to the beginning of the line is taken to hold something. */
const marginLimit = 200;

function readAction(text: string, start: number, end: number): Action {
  const source = text.slice(start, end);
  const margin = text.slice(Math.max(0, start - marginLimit), start);
  const opensLine = (start <= marginLimit || margin.includes('\n')) && /(?:^|\n)[ \t]*$/.test(margin);
  const inner = /^\{\{(-(?=\s))?([\s\S]*?)((?<=\s)-)?\}\}$/.exec(source);
  const statement = parseStatement(inner?.[2] ?? '');
  return { statement, source, start, end, opensLine, trimsBefore: inner?.[1] === '-', trimsAfter: inner?.[3] === '-' };
}

/** The text between two actions. Whether a value takes the space beside it away shows when it is known. */
function readText(
  text: string,
  before: Action | undefined,
  after: Action | undefined,
  countLine: (offset: number) => number,
): readonly TextNode[] {
  const start = before?.end ?? 0;
  const whole = text.slice(start, after?.start);
  const isCutBefore = before?.trimsAfter && before.statement.is !== 'output';
  const isCutAfter = after?.trimsBefore && after.statement.is !== 'output';
  const left = isCutBefore ? whole.trimStart() : whole;
  const line = countLine(start + whole.length - left.length);
  const cut = isCutAfter ? left.trimEnd() : left;
  return cut === '' ? [] : [{ is: 'text', text: cut, line }];
}

function enter(
  { statement, source, start, opensLine, trimsBefore, trimsAfter }: Action,
  stack: Frame[],
  top: Frame,
  countLine: (offset: number) => number,
): void {
  switch (statement.is) {
    case 'output': {
      const { expression } = statement;
      const line = countLine(start);
      bodyOf(stack, top).push({ is: 'output', expression, source, line, trimsBefore, trimsAfter });
      return;
    }
    case 'assign':
      bodyOf(stack, top).push(statement);
      return;
    case 'open': {
      const { keyword, expression, variables } = statement;
      const arms = [newArm(keyword, expression, source, variables)];
      stack.push({ name: undefined, arms, line: countLine(start), opensLine });
      return;
    }
    case 'define':
      stack.push({ name: statement.name, arms: [newArm('if', unknownExpression, '', [])], line: 1, opensLine });
      return;
    case 'else':
      stack.at(-1)?.arms.push(newArm(statement.keyword, statement.expression, source, []));
      return;
    case 'end':
      close(stack, top);
      return;
    case 'silent':
      return;
  }
}

function newArm(
  keyword: Arm['keyword'],
  condition: Expression | undefined,
  source: string,
  variables: readonly string[],
): MutableArm {
  const inner = source.slice(2, -2).replace(/^-|-$/g, '').trim();
  const written = inner.replace(/^(?:else\s+)?(?:if|with|range)\s+/, '');
  return { keyword, condition, source: written, variables, body: [] };
}

function bodyOf(stack: readonly Frame[], top: Frame): TemplateNode[] {
  return (stack.at(-1) ?? top).arms.at(-1)?.body ?? [];
}

function close(stack: Frame[], top: Frame): void {
  if (stack.length < 2) return;
  const frame = stack.pop();
  const [first] = frame?.arms ?? [];
  if (!frame || !first) return;
  const { name, ...block } = frame;
  bodyOf(stack, top).push(name === undefined ? { is: 'block', ...block } : { is: 'define', name, body: first.body });
}

/** Offsets have to be asked for in order. */
function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at += 1) if (text[at] === '\n') line += 1;
    return line;
  };
}
