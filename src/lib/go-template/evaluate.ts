import type { Expression } from './expression.ts';
import { access, collectionFunctions } from './functions/collections.ts';
import { logicFunctions } from './functions/logic.ts';
import type { FunctionTable } from './functions/table.ts';
import { textFunctions } from './functions/text.ts';
import type { TemplateNode } from './tree.ts';
import { type GoValue, nil, textOf, unknown } from './values.ts';

/** Variables of a block; a block sees those around it. */
export type Variables = { readonly own: Map<string, GoValue>; readonly outer: Variables | undefined };

/** What all templates of one rendering share. */
export type Library = {
  /** The bodies of named templates. */
  readonly bodies: ReadonlyMap<string, readonly TemplateNode[]>;
  /** Renders a body, or a text that is one, with a value as its dot. */
  include(body: readonly TemplateNode[] | string, dot: GoValue, scope: Scope): GoValue;
};

/** Texts take steps by their length. */
export const charactersOfStep = 100;

/** How much may still be done; what goes beyond is unknown. */
export type Budget = { steps: number; isBroken: boolean };

export type Scope = {
  readonly dot: GoValue;
  readonly variables: Variables;
  readonly library: Library;
  readonly budget: Budget;
  /** Templates within templates. */
  readonly depth: number;
};

const functions: FunctionTable = { ...logicFunctions, ...textFunctions, ...collectionFunctions };

/** What an expression stands for. Nothing is run: a function that is not known gives something unknown. */
export function evaluate(expression: Expression, scope: Scope): GoValue {
  scope.budget.steps -= 1;
  if (scope.budget.steps < 0) return unknown;
  switch (expression.is) {
    case 'literal':
      return expression.value;
    case 'dot':
      return scope.dot;
    case 'variable':
      return findVariable(expression.name, scope.variables);
    case 'path':
      return expression.fields.reduce(access, evaluate(expression.from, scope));
    case 'call':
      return callFunction(expression.name, expression.arguments, scope);
  }
}

function callFunction(name: string, given: readonly Expression[], scope: Scope): GoValue {
  const values = given.map((argument) => evaluate(argument, scope));
  const [first = nil, second = nil] = values;
  // Work on long texts takes its time.
  for (const value of values) scope.budget.steps -= 'text' in value ? value.text.length / charactersOfStep : 0;
  if (name === 'include') {
    const body = scope.library.bodies.get(textOf(first) ?? '');
    return body ? scope.library.include(body, second, scope) : unknown;
  }
  if (name === 'tpl') {
    const text = textOf(first);
    if (text === undefined) return unknown;
    return text.includes('{{') ? scope.library.include(text, second, scope) : first;
  }
  // It changes a map for all that comes after it.
  if (name === 'set' || name === 'unset') scope.budget.isBroken = true;
  return Object.hasOwn(functions, name) ? (functions[name]?.(...values) ?? unknown) : unknown;
}

function findVariable(name: string, variables: Variables): GoValue {
  for (let at: Variables | undefined = variables; at; at = at.outer) {
    const value = at.own.get(name);
    if (value) return value;
  }
  return unknown;
}

/** Gives a variable a value where it was declared. */
export function assignVariable(name: string, value: GoValue, variables: Variables): void {
  for (let at: Variables | undefined = variables; at; at = at.outer) {
    if (at.own.has(name)) {
      at.own.set(name, value);
      return;
    }
  }
}
