import { showableValue } from '../../lib/secret-names.ts';
import type { Fact } from '../../model/fact.ts';
import { type FieldValue, factFields, fieldValue } from '../../model/fact-fields.ts';

/** A fact with what is known of it beside its fields. */
export type FoundFact = {
  readonly fact: Fact;
  /** What rules that mark say of it: activities, kinds of system. */
  readonly marks: readonly string[];
  /** What of its path tells its role. */
  readonly because: string;
};

/** A fact as rules see it: `fields` by the names and with the values that a `match` asks for. */
export type ShownFact = {
  readonly kind: Fact['kind'];
  readonly path: string;
  readonly line: number;
  readonly role: { readonly name: string; readonly because: string };
  readonly disabled?: string;
  readonly marks: readonly string[];
  readonly fields: Readonly<Record<string, NonNullable<FieldValue>>>;
};

const optionOfSecret =
  /((?:^|\s)--?[\w-]{0,40}(?:password|passwd|pwd|passphrase|token|secret|credentials?|api[-_]?key|private[-_]?key)[= ])(?!-)[^\s$<{(][^\s]*/gi;

/** Shows a fact without its secrets, and without fields of which the source says nothing. */
export function viewFact({ fact, marks, because }: FoundFact): ShownFact {
  const fields = Object.keys(factFields[fact.kind]).flatMap((name) => {
    const value = fieldValue(fact, name);
    return value === undefined || isEmpty(value) ? [] : [[name, showValue(fact, name, value)] as const];
  });
  return {
    kind: fact.kind,
    path: fact.at.path,
    line: fact.at.line,
    role: { name: fact.role, because },
    ...(fact.disabled === undefined ? {} : { disabled: fact.disabled }),
    marks,
    fields: Object.fromEntries(fields),
  };
}

function isEmpty(value: NonNullable<FieldValue>): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Extractors hide secrets already; this holds for code and commands too, which rules have to see in full. */
function showValue(fact: Fact, field: string, value: NonNullable<FieldValue>): NonNullable<FieldValue> {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return showText(fact.kind === 'literal' && field === 'value' ? fact.name : '', value);
  if (isList(value)) return value.map((item) => showText('', item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, showText(lastPart(key), item)]));
}

/** `Array.isArray` does not narrow a list that can't be changed. */
function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

function showText(name: string, text: string): string {
  return showableValue(name, text.replace(optionOfSecret, '$1(hidden)'));
}
