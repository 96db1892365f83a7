import type { Expression, Loop, LoopHead } from '../../model/expression.ts';
import { operate, pickKey } from './operators.ts';
import { bindNames, type Scope } from './scope.ts';
import { joinTexts, listValue, mapValue, none, openValue, sizeLimit, textValue, truthOf, type Value } from './value.ts';

/** Works an expression out as far as its scope allows. Never throws; past a limit all is open. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope;
  if (budget.steps <= 0 || budget.depth <= 0) return openValue(expression.text);
  budget.steps -= 1;
  budget.depth -= 1;
  const value = evaluateKind(expression, scope) ?? openValue('');
  budget.depth += 1;
  return value.is === 'open' && value.text === '' ? { ...value, text: expression.text } : value;
}

function evaluateKind(expression: Expression, scope: Scope): Value | undefined {
  switch (expression.kind) {
    case 'literal':
      return textValue(expression.value);
    case 'none':
      return none;
    case 'template':
      return joinTexts(
        expression.parts.map((part) => (typeof part === 'string' ? textValue(part) : evaluate(part, scope))),
      );
    case 'name':
      return scope.lookup(expression.name, scope.trace);
    case 'member':
      return evaluateMember(expression, scope);
    case 'list':
      return listValue(evaluateItems(expression.items, scope));
    case 'map':
      return mapValue(expression.entries.map(({ key, value }) => [keyText(key, scope), evaluate(value, scope)]));
    case 'blocks':
      return { is: 'blocks', items: expression.items.flatMap((item) => evaluateBlock(item, scope)) };
    case 'choice':
      return evaluateChoice(expression, scope);
    case 'operation':
      return evaluateOperation(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'loop':
      return evaluateLoop(expression, scope);
    case 'opaque':
      return undefined;
  }
}

/** What is left out by a condition leaves no gap. */
function evaluateItems(items: readonly Expression[], scope: Scope): readonly Value[] {
  return items
    .slice(0, sizeLimit)
    .map((item) => evaluate(item, scope))
    .filter(({ is }) => is !== 'none');
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

function keyText(key: Expression, scope: Scope): string {
  const value = evaluate(key, scope);
  return value.is === 'text' || (value.is === 'open' && key.kind === 'template') ? value.text : key.text;
}

function evaluateMember({ of, key, text }: Of<'member'>, scope: Scope): Value {
  const base = evaluate(of, scope);
  const picked = evaluate(key, scope);
  const inside = base.is === 'open' ? base.inside : base;
  const found = inside && memberOf(inside, picked);
  if (found) return found;
  if (base.is !== 'open') return { is: 'open', text, isMissing: picked.is === 'text' };
  // What another template hands in stands for the name that it goes by here.
  const isReference = /^[\w.[\]"*-]+$/.test(base.text) && text.startsWith(of.text);
  const shown = isReference ? base.text + text.slice(of.text.length) : text;
  return base.isFilled ? { is: 'open', text: shown, isFilled: true } : openValue(shown);
}

/** An element of a map or a list, undefined if there is none or the key is open. */
export function memberOf(base: Value, key: Value): Value | undefined {
  if (base.is === 'map') return base.entries.get(pickKey(key, [...base.entries.keys()]) ?? '');
  return base.is === 'list' && key.is === 'text' ? base.items[Number(key.text)] : undefined;
}

function evaluateChoice({ condition, yes, no }: Of<'choice'>, scope: Scope): Value | undefined {
  const truth = truthOf(evaluate(condition, scope));
  if (truth !== undefined) return evaluate(truth ? yes : no, scope);
  const [first, second] = [evaluate(yes, scope), evaluate(no, scope)];
  return first.is === 'text' && second.is === 'text' && first.text === second.text ? first : undefined;
}

function evaluateOperation({ operator, operands }: Of<'operation'>, scope: Scope): Value | undefined {
  const [left, right] = operands;
  if (!left) return undefined;
  const first = evaluate(left, scope);
  const decided = operate(operator, [first]);
  // What a decided operation leaves out is nothing that its value rests on.
  const isDecided = (operator === '&&' || operator === '||') && decided?.is === 'text';
  return isDecided || !right ? decided : operate(operator, [first, evaluate(right, scope)]);
}

function evaluateCall({ name, arguments: given, isSpread }: Of<'call'>, scope: Scope): Value | undefined {
  const apply = scope.functions.get(name);
  if (!apply) return undefined;
  const values = given.map((argument) => evaluate(argument, scope));
  const last = values.at(-1);
  if (isSpread && last?.is !== 'list') return undefined;
  return apply(isSpread && last?.is === 'list' ? [...values.slice(0, -1), ...last.items] : values, scope);
}

/** The elements of a collection with their keys or places, undefined if it is open. */
export function elementsOf(collection: Value): readonly (readonly [string, Value])[] | undefined {
  if (collection.is === 'map') return [...collection.entries].slice(0, sizeLimit);
  if (collection.is !== 'list') return undefined;
  return collection.items.map((item, index) => [String(index), item] as const);
}

/** The scope of one turn of a loop. */
export function bindElement({ keyName, valueName }: LoopHead, key: string, value: Value, scope: Scope): Scope {
  const bound = new Map([[valueName, value]]);
  if (keyName !== undefined) bound.set(keyName, textValue(key));
  return bindNames(scope, bound);
}

function evaluateLoop(loop: Loop, scope: Scope): Value | undefined {
  const { key, value, condition } = loop;
  const collection = evaluate(loop.collection, scope);
  // `a[*]` of something that is no list is a list of it alone.
  const elements =
    loop.valueName === '*' && collection.is === 'map' ? [['0', collection] as const] : elementsOf(collection);
  if (!elements) return undefined;
  const kept: [string, Value][] = [];
  for (const [name, element] of elements) {
    const inside = bindElement(loop, name, element, scope);
    const holds = condition ? truthOf(evaluate(condition, inside)) : true;
    const made = key ? evaluate(key, inside) : textValue(name);
    if (holds === undefined || made.is !== 'text') return undefined;
    if (holds) kept.push([made.text, evaluate(value, inside)]);
  }
  return key ? mapValue(kept) : listValue(kept.map(([, item]) => item));
}

/** A block, or one for each turn of the loop that makes them; of an open loop its content once. */
function evaluateBlock(block: Expression, scope: Scope): readonly Value[] {
  if (block.kind !== 'loop') return [evaluate(block, scope)];
  const collection = evaluate(block.collection, scope);
  const elements = elementsOf(collection);
  if (elements)
    return elements.map(([key, value]) => evaluate(block.value, bindElement(block, key, pair(key, value), scope)));
  const content = evaluate(block.value, scope);
  return content.is === 'map' ? [mapValue([['for_each', collection], ...content.entries])] : [content];
}

/** What `each` stands for. */
export function pair(key: string, value: Value): Value {
  return mapValue([
    ['key', textValue(key)],
    ['value', value],
  ]);
}
