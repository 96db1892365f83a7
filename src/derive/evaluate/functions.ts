import { areEqual, numberOf } from './operators.ts';
import type { Apply } from './scope.ts';
import { isEmpty, joinTexts, listValue, mapValue, none, sizeLimit, textValue, type Value } from './value.ts';

/** A function of texts alone. */
export function ofTexts(apply: (...texts: readonly string[]) => string | number | boolean | undefined): Apply {
  return (values) => {
    const texts = values.flatMap((value) => (value.is === 'text' ? [value.text] : []));
    const result = texts.length === values.length ? apply(...texts) : undefined;
    return result === undefined ? undefined : textValue(String(result));
  };
}

/** A function that changes nothing that matters here. */
export function same([value]: readonly Value[]): Value | undefined {
  return value;
}

export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  return value?.is === 'list' ? value.items : undefined;
}

/** The first of the values that is there and not nothing. */
export function firstOf(values: readonly Value[], isNothing: (value: Value) => boolean): Value | undefined {
  const first = values.find((value) => !isNothing(value));
  return first ?? none;
}

export function isAbsent(value: Value): boolean {
  return value.is === 'none' || (value.is === 'open' && value.isMissing === true);
}

export function lengthOf([value]: readonly Value[]): Value | undefined {
  if (value?.is === 'list') return textValue(String(value.items.length));
  if (value?.is === 'map') return textValue(String(value.entries.size));
  return value?.is === 'text' ? textValue(String(value.text.length)) : undefined;
}

export function isEmptyValue([value]: readonly Value[]): Value | undefined {
  if (value?.is === 'open' && value.isFilled) return textValue('false');
  if (!value || (value.is === 'open' && !value.isMissing)) return undefined;
  // A text that says `false` or `0` is not empty.
  return textValue(String(value.is === 'text' ? value.text === '' : value.is === 'open' || isEmpty(value)));
}

/** Whether a list has an item, a map a key or a text a part. */
export function containsValue([whole, part]: readonly Value[]): Value | undefined {
  if (!whole || !part) return undefined;
  if (whole.is === 'text' && part.is === 'text') return textValue(String(whole.text.includes(part.text)));
  if (whole.is === 'map' && part.is === 'text') return textValue(String(whole.entries.has(part.text)));
  const found = itemsOf(whole)?.map((item) => areEqual(item, part));
  if (!found) return undefined;
  if (found.includes(true)) return textValue('true');
  return found.includes(undefined) ? undefined : textValue('false');
}

export function concatLists(values: readonly Value[]): Value | undefined {
  const lists = values.map(itemsOf);
  const items = lists.flatMap((list) => list ?? []);
  return lists.includes(undefined) || items.length > sizeLimit ? undefined : listValue(items);
}

/** Maps laid over one another. Of maps that are open, what is known beside them. */
export function mergeMaps(values: readonly Value[]): Value | undefined {
  const merged = new Map<string, Value>();
  let isOpen = false;
  for (const value of values) {
    const known = value.is === 'open' ? value.inside : value;
    if (value.is === 'open') isOpen = true;
    if (known?.is === 'map') for (const [key, entry] of known.entries) merged.set(key, entry);
    else if (value.is !== 'open' && value.is !== 'none') return undefined;
    if (merged.size > sizeLimit) return undefined;
  }
  if (!isOpen) return mapValue(merged);
  return merged.size === 0 ? undefined : { is: 'open', text: '', inside: mapValue(merged) };
}

export function distinctItems([list]: readonly Value[]): Value | undefined {
  const items = itemsOf(list);
  const seen = new Set<string>();
  const kept = items?.filter((item) => {
    if (item.is !== 'text') return true;
    const isNew = !seen.has(item.text);
    seen.add(item.text);
    return isNew;
  });
  return kept && listValue(kept);
}

export function flattenLists([list]: readonly Value[]): Value | undefined {
  const flat: Value[] = [];
  const rest = [...(itemsOf(list) ?? [])].reverse();
  for (let item = rest.pop(); item; item = rest.pop()) {
    if (item.is === 'list') rest.push(...[...item.items].reverse());
    else flat.push(item);
    if (flat.length + rest.length > sizeLimit) return undefined;
  }
  return list?.is === 'list' ? listValue(flat) : undefined;
}

export function joinItems(separator: Value | undefined, list: Value | undefined): Value | undefined {
  const items = itemsOf(list);
  if (separator?.is !== 'text' || !items) return undefined;
  return joinTexts(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

export function splitText(separator: Value | undefined, value: Value | undefined): Value | undefined {
  if (separator?.is !== 'text' || value?.is !== 'text') return undefined;
  return listValue(value.text.split(separator.text).slice(0, sizeLimit).map(textValue));
}

export function itemAt([list, place]: readonly Value[]): Value | undefined {
  const items = itemsOf(list);
  const index = numberOf(place);
  return items && index !== undefined && items.length > 0 ? items[index % items.length] : undefined;
}

/** Whole numbers from a first one. */
export function countUp(first: number | undefined, count: number | undefined): Value | undefined {
  if (first === undefined || count === undefined || count < 0 || count > sizeLimit) return undefined;
  return listValue(Array.from({ length: count }, (_, index) => textValue(String(first + index))));
}
