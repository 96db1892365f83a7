import type { Expression } from '../../model/expression.ts';
import type { Declared } from '../../model/template.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { numberOf } from '../evaluate/operators.ts';
import type { Scope } from '../evaluate/scope.ts';
import { isEmpty, truthOf, type Value } from '../evaluate/value.ts';

/** Whether something is there: surely not, or only under a condition that files don't settle. Neither: it is there. */
export type Presence = { readonly disabled?: string; readonly conditional?: string };

/** What a condition or a count makes of something's presence. */
export function judgePresence({ condition, count }: Declared, scope: Scope): Presence {
  if (condition) return judgeCondition(condition, scope);
  return count ? judgeCount(count, scope) : {};
}

function judgeCondition(condition: Expression, scope: Scope): Presence {
  const trace = new Set<string>();
  const truth = truthOf(evaluate(condition, { ...scope, trace }));
  if (truth === undefined) return { conditional: `only if ${nameCondition(condition)}` };
  return truth ? {} : absent(trace, `its condition is false: ${nameCondition(condition)}`);
}

/** A named condition tells more without the braces that references have in text. */
function nameCondition({ text }: Expression): string {
  return text
    .replace(/^\$\{(\w+)\}$/, '$1')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}

function judgeCount(count: Expression, scope: Scope): Presence {
  const trace = new Set<string>();
  const value = evaluate(count, { ...scope, trace });
  if (numberOf(value) === 0 || truthOf(value) === false)
    return absent(trace, count.kind === 'literal' ? `count = ${count.text}` : `count = 0 (${nameCondition(count)})`);
  if (value.is !== 'open' || count.kind !== 'choice') return {};
  // Of the usual `x ? 1 : 0` only x is told.
  const isPlain = numberOf(evaluate(count.no, scope)) === 0;
  return { conditional: isPlain ? `only if ${nameCondition(count.condition)}` : `if ${nameCondition(count)}` };
}

/** Of a collection that something is made for each element of. */
export function judgeCollection(collection: Value, expression: Expression, trace: ReadonlySet<string>): Presence {
  if (collection.is !== 'open') return isEmpty(collection) ? absent(trace, 'for_each is empty') : {};
  if (expression.kind !== 'choice') return {};
  return { conditional: `only if ${nameCondition(expression.condition)}` };
}

function absent(trace: ReadonlySet<string>, reason: string): Presence {
  const names = [...trace].sort().slice(0, 5);
  return names.length === 0 ? { disabled: reason } : { conditional: `only if ${names.join(' or ')} is set` };
}

/** The presence of something inside something else. */
export function within(outer: Presence, inner: Presence): Presence {
  const disabled = outer.disabled ?? inner.disabled;
  if (disabled !== undefined) return { disabled };
  const conditions = [outer.conditional, inner.conditional].filter((text) => text !== undefined);
  const conditional = [...new Set(conditions)].join('; ');
  return conditional === '' ? {} : { conditional };
}
