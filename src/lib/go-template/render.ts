import {
  assignVariable,
  type Budget,
  charactersOfStep,
  evaluate,
  type Library,
  type Scope,
  type Variables,
} from './evaluate.ts';
import { isInline, isLaidOut } from './inline.ts';
import {
  assemble,
  endsWithKey,
  isBetweenValues,
  newOutput,
  type Output,
  type RenderedText,
  textOfOutput,
  trimEnd,
} from './output.ts';
import { type Arm, type BlockNode, type OutputNode, parseTemplate, type TemplateNode } from './tree.ts';
import { type GoValue, goText, isTrue, nil, textOf, unknown } from './values.ts';

/** Steps that one file may take. */
export const stepLimit = 100_000;

/** Templates within templates. */
export const includeDepthLimit = 20;

export type RenderOptions = {
  /** What the dot and `$` stand for. */
  readonly root: GoValue;
  /** What they may stand for elsewhere: a part that one of these switches on is not switched off. */
  readonly others: readonly GoValue[];
  readonly bodies: ReadonlyMap<string, readonly TemplateNode[]>;
  /** True for a text whose loss has to be told, should it be switched off. */
  isTold(text: string): boolean;
};

type Rendering = { readonly output: Output; readonly options: RenderOptions; readonly off: string | undefined };

/**
 * Renders a template as far as values are known. An action that gives something unknown stays as it is written; where a
 * condition is unknown every way is taken. Undefined if the template can't be read or takes too many steps.
 */
export function renderTemplate(text: string, options: RenderOptions): RenderedText | undefined {
  const nodes = parseTemplate(text);
  if (!nodes) return undefined;
  const budget: Budget = { steps: stepLimit, isBroken: false };
  const library: Library = { bodies: options.bodies, include: includeBody };
  const scope = { dot: options.root, variables: newVariables(options.root), library, budget, depth: 0 };
  const output = newOutput();
  renderNodes(nodes, scope, { output, options, off: undefined });
  return budget.steps < 0 || budget.isBroken ? undefined : assemble(output);
}

function newVariables(root: GoValue): Variables {
  return { own: new Map([['', root]]), outer: undefined };
}

const inside: Omit<RenderOptions, 'bodies'> = { root: nil, others: [], isTold: () => false };

function includeBody(body: readonly TemplateNode[] | string, dot: GoValue, scope: Scope): GoValue {
  const nodes = typeof body === 'string' ? parseTemplate(body) : body;
  if (!nodes || scope.depth >= includeDepthLimit) return unknown;
  const output = newOutput();
  const inner = { ...scope, dot, variables: newVariables(dot), depth: scope.depth + 1 };
  renderNodes(nodes, inner, { output, options: { ...inside, bodies: scope.library.bodies }, off: undefined });
  const value = goText(textOfOutput(output));
  return output.isComplete || value.is !== 'text' ? value : { is: 'rendered', text: value.text };
}

function renderNodes(nodes: readonly TemplateNode[], scope: Scope, rendering: Rendering): void {
  const { output, off } = rendering;
  let trims = false;
  for (const node of nodes) {
    scope.budget.steps -= 1;
    if (scope.budget.steps < 0) return;
    const isTrimmed = trims;
    trims = false;
    switch (node.is) {
      case 'text': {
        const text = isTrimmed ? node.text.trimStart() : node.text;
        scope.budget.steps -= text.length / charactersOfStep;
        const line = node.line + countLines(node.text.slice(0, node.text.length - text.length));
        output.pieces.push({ text, line, isSource: true, off });
        break;
      }
      case 'output':
        trims = renderOutput(node, scope, rendering);
        break;
      case 'assign':
        assign(node.name, node.declares, evaluate(node.expression, scope), scope.variables);
        break;
      case 'block':
        renderBlock(node, scope, rendering);
        break;
      case 'define':
        break;
    }
  }
}

/** True if the space behind it goes. */
function renderOutput(node: OutputNode, scope: Scope, { output, off }: Rendering): boolean {
  const value = evaluate(node.expression, scope);
  const text = value.is === 'rendered' ? readRendered(value.text, scope) : textOf(value);
  if (value.is === 'rendered' || text === undefined) output.isComplete = false;
  // What is laid out over lines needs its own one to be covered.
  const trims = text !== undefined || (scope.depth > 0 && !isLaidOut(node));
  scope.budget.steps -= (text?.length ?? 0) / charactersOfStep;
  if (node.trimsBefore && trims) trimEnd(output);
  if (text === undefined) {
    output.pieces.push({ text: node.source, line: node.line, isSource: false, off });
    return node.trimsAfter && trims;
  }
  output.pieces.push({ text, line: node.line, isSource: false, off });
  return node.trimsAfter;
}

/** In a file, words that are only known in part stay as they are written; lines are better than none. */
function readRendered(text: string, { depth }: Scope): string | undefined {
  return depth > 0 || text.includes('\n') ? text : undefined;
}

type Way = {
  readonly arm: Arm;
  readonly value: GoValue;
  /** Whether it is taken; undefined if nobody can say. */
  readonly isTaken: boolean | undefined;
  readonly isElse: boolean;
};

function renderBlock(block: BlockNode, scope: Scope, rendering: Rendering): void {
  const ways = readWays(block.arms, scope);
  const unsure = ways.find(({ isTaken }) => isTaken === undefined);
  if (unsure) rendering.output.isComplete = false;
  if (unsure && block.arms.every(({ body }) => isInline(body))) {
    // Of words that exclude each other no text can be made.
    const stand = scope.depth === 0 && block.opensLine ? 'line' : 'word';
    leaveOpen(`{{ ${unsure.arm.source} }}`, block.line, stand, rendering);
    return;
  }
  for (const way of ways) {
    if (way.isTaken === false) renderOff(way, scope, rendering);
    else renderArm(way, scope, rendering);
  }
}

/** Puts an action in the place of what nobody knows. */
function leaveOpen(action: string, line: number, stand: 'line' | 'word', { output, off }: Rendering): void {
  const margin = stand === 'line' && isBetweenValues(output) ? '\n' : endsWithKey(output) ? ' ' : '';
  output.pieces.push({ text: margin + action, line, isSource: false, off });
}

function readWays(arms: readonly Arm[], scope: Scope): readonly Way[] {
  const ways: Way[] = [];
  let isDone = false;
  for (const arm of arms) {
    const value = arm.condition ? evaluate(arm.condition, scope) : nil;
    const isTaken: boolean | undefined = isDone ? false : arm.condition === undefined || isTrue(value);
    ways.push({ arm, value, isTaken, isElse: isDone });
    isDone ||= isTaken === true;
  }
  return ways;
}

/** What is switched off is left out, but told if it has to be. */
function renderOff({ arm, isElse }: Way, scope: Scope, { output, options }: Rendering): void {
  if (scope.depth > 0) return;
  const scratch = newOutput();
  const isOn = !isElse && isOnElsewhere(arm, scope, options);
  const off = isOn ? undefined : `${arm.source === '' ? 'else' : arm.source} is false or empty`;
  const way: Way = { arm, value: unknown, isTaken: undefined, isElse };
  renderArm(way, { ...scope, variables: copyVariables(scope.variables) }, { output: scratch, options, off });
  if (options.isTold(textOfOutput(scratch))) output.pieces.push(...scratch.pieces);
}

function isOnElsewhere({ condition }: Arm, scope: Scope, options: RenderOptions): boolean {
  return options.others.some((root) => {
    const dot = scope.dot === options.root ? root : scope.dot;
    const variables = { own: new Map([['', root]]), outer: scope.variables };
    return condition !== undefined && isTrue(evaluate(condition, { ...scope, dot, variables })) !== false;
  });
}

function renderArm({ arm, value, isTaken }: Way, scope: Scope, rendering: Rendering): void {
  const items =
    arm.keyword === 'range' ? itemsOf(isTaken === undefined ? unknown : value) : [[unknown, value] as const];
  for (const [key, item] of items) {
    const variables: Variables = { own: new Map(), outer: scope.variables };
    const [first, second] = arm.variables.length > 1 ? arm.variables : [undefined, arm.variables[0]];
    if (first !== undefined) variables.own.set(first, key);
    if (second !== undefined) variables.own.set(second, item);
    const dot = arm.keyword === 'if' || arm.condition === undefined ? scope.dot : item;
    renderNodes(arm.body, { ...scope, dot, variables }, rendering);
  }
  // Nobody knows whether the block gave its variables new values.
  if (isTaken === undefined) forget(arm.body, scope.variables);
}

function itemsOf(value: GoValue): readonly (readonly [GoValue, GoValue])[] {
  if (value.is === 'list') return value.items().map((item, index) => [{ is: 'bare', text: String(index) }, item]);
  if (value.is !== 'map') return [[unknown, unknown]];
  return [...value.keys()].sort().map((key) => [goText(key), value.get(key) ?? nil]);
}

function assign(name: string, declares: boolean, value: GoValue, variables: Variables): void {
  if (declares) variables.own.set(name, value);
  else assignVariable(name, value, variables);
}

function copyVariables({ own, outer }: Variables): Variables {
  return { own: new Map(own), outer: outer && copyVariables(outer) };
}

function forget(nodes: readonly TemplateNode[], variables: Variables): void {
  for (const node of nodes) {
    if (node.is === 'assign' && !node.declares) assignVariable(node.name, unknown, variables);
    if (node.is === 'block') for (const { body } of node.arms) forget(body, variables);
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
