import type { Declared, TemplateLanguage } from '../../model/template.ts';
import { bindElement, elementsOf, evaluate, pair } from '../evaluate/evaluate.ts';
import { bindNames, type Scope } from '../evaluate/scope.ts';
import type { Value } from '../evaluate/value.ts';
import { judgeCollection, judgePresence, type Presence, within } from './presence.ts';

/** One of the things that a declaration makes. */
export type Instance = {
  /** `["key"]` or `[0]`; empty for the only one. */
  readonly suffix: string;
  readonly scope: Scope;
  readonly presence: Presence;
  /** It stands for all elements, which are not known. */
  readonly isWhole: boolean;
};

/** More of one declaration are left out. */
export const instanceLimit = 500;

/** What a declaration makes: one thing, or one for each element of a collection that is known. */
export function makeInstances(declared: Declared, scope: Scope, language: TemplateLanguage): readonly Instance[] {
  const { each } = declared;
  if (!each) return [{ suffix: '', scope, presence: judgePresence(declared, scope), isWhole: true }];
  const trace = new Set<string>();
  const collection = evaluate(each.collection, { ...scope, trace });
  const presence = judgeCollection(collection, each.collection, trace);
  const elements = elementsOf(collection);
  if (!elements || elements.length === 0)
    return [{ suffix: '', scope, presence: within(presence, judgePresence(declared, scope)), isWhole: true }];
  return elements.slice(0, instanceLimit).map(([key, value]) => {
    const inside =
      language === 'terraform' ? bindEach(collection, key, value, scope) : bindElement(each, key, value, scope);
    const name = language === 'terraform' ? keyOf(collection, key, value) : key;
    const suffix = language === 'terraform' ? `["${name}"]` : `[${name}]`;
    return { suffix, scope: inside, presence: judgePresence(declared, inside), isWhole: false };
  });
}

/** Elements of a set are their own keys. */
function keyOf(collection: Value, key: string, value: Value): string {
  return collection.is === 'list' && (value.is === 'text' || value.is === 'open') ? value.text : key;
}

function bindEach(collection: Value, key: string, value: Value, scope: Scope): Scope {
  return bindNames(scope, new Map([['each', pair(keyOf(collection, key, value), value)]]));
}
