import { type Attribute, showAttribute } from '../../lib/secret-attributes.ts';
import type { Value } from '../evaluate/value.ts';

/** Values of one resource; those behind are left out. */
export const attributeLimit = 2_000;

/** Levels of a key path; deeper values are left out. */
export const pathDepthLimit = 30;

/** The longest value that is kept, in characters. */
export const valueLengthLimit = 2_000;

export type FlatAttributes = {
  readonly attributes: ReadonlyMap<string, string>;
  /** False if the limit left something out. */
  readonly complete: boolean;
};

/** Where a value stands: nested blocks have an index in `indexed` always, in `path` only where they are repeated. */
type Standing = {
  readonly path: string;
  readonly indexed: string;
  /** The last key that is a name. */
  readonly key: string;
  readonly depth: number;
};

type Collector = { readonly attributes: Map<string, string>; visits: number };

/** The values of a body by flat key paths. A list of scalars is joined by commas too. */
export function flattenBody(body: Value): FlatAttributes {
  const collector: Collector = { attributes: new Map(), visits: 0 };
  collect(body, { path: '', indexed: '', key: '', depth: 0 }, collector);
  const complete = collector.attributes.size <= attributeLimit && !isExhausted(collector);
  return { attributes: collector.attributes, complete };
}

/** Visits count too: variables make a nest of lists of few values. */
function isExhausted({ visits }: Collector): boolean {
  return visits > attributeLimit * 10;
}

function collect(value: Value, standing: Standing, collector: Collector): void {
  collector.visits += 1;
  if (isExhausted(collector) || standing.depth > pathDepthLimit) return;
  const text = ownText(value);
  if (text !== undefined) keep(text, standing, collector);
  switch (value.is) {
    case 'map':
      for (const [name, entry] of value.entries) collect(entry, descend(standing, name), collector);
      break;
    case 'list':
      for (const [index, item] of value.items.entries()) collect(item, enter(standing, index), collector);
      break;
    case 'blocks':
      for (const [index, item] of value.items.entries())
        collect(item, enterBlock(standing, index, value.items.length > 1), collector);
      break;
    case 'open':
      if (value.inside) collect(value.inside, { ...standing, depth: standing.depth + 1 }, collector);
      break;
  }
}

function keep({ text, isKnown }: Text, { path, indexed, key }: Standing, { attributes }: Collector): void {
  // One more than the limit tells that there were more.
  if (path === '' || attributes.size > attributeLimit) return;
  const attribute: Attribute = { path, key, text, isKnown };
  const shown = showAttribute(attribute).slice(0, valueLengthLimit);
  if (!attributes.has(path)) attributes.set(path, shown);
  if (!attributes.has(indexed)) attributes.set(indexed, shown);
}

type Text = { readonly text: string; readonly isKnown: boolean };

/** The text of a scalar, of a list of scalars, and of what is empty. */
function ownText(value: Value): Text | undefined {
  if (value.is === 'text') return { text: value.text, isKnown: true };
  if (value.is === 'open') return { text: value.text, isKnown: false };
  if (value.is === 'map' && value.entries.size === 0) return { text: '{}', isKnown: false };
  if (value.is !== 'list') return undefined;
  if (value.items.length === 0) return { text: '[]', isKnown: false };
  const texts = value.items.flatMap((item) => (item.is === 'text' || item.is === 'open' ? [item] : []));
  if (texts.length < value.items.length) return undefined;
  return { text: texts.map(({ text }) => text).join(','), isKnown: texts.some(({ is }) => is === 'text') };
}

function descend({ path, indexed, depth }: Standing, name: string): Standing {
  return { path: join(path, name), indexed: join(indexed, name), key: name, depth: depth + 1 };
}

function enter({ path, indexed, key, depth }: Standing, index: number): Standing {
  return { path: join(path, String(index)), indexed: join(indexed, String(index)), key, depth: depth + 1 };
}

/** The step to the blocks themselves is the one that counts as a level. */
function enterBlock({ path, indexed, key, depth }: Standing, index: number, isRepeated: boolean): Standing {
  const step = String(index);
  return { path: isRepeated ? join(path, step) : path, indexed: join(indexed, step), key, depth };
}

function join(path: string, next: string): string {
  return path === '' ? next : `${path}.${next}`;
}
