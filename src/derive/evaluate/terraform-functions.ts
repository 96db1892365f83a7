import { parseData } from './data.ts';
import { memberOf } from './evaluate.ts';
import {
  concatLists,
  containsValue,
  countUp,
  distinctItems,
  firstOf,
  flattenLists,
  isAbsent,
  itemAt,
  itemsOf,
  joinItems,
  lengthOf,
  mergeMaps,
  ofTexts,
  same,
  splitText,
} from './functions.ts';
import { numberOf } from './operators.ts';
import type { Apply, Scope } from './scope.ts';
import {
  isEmpty,
  joinTexts,
  listValue,
  mapValue,
  none,
  openEnvironment,
  textValue,
  truthOf,
  type Value,
} from './value.ts';

/** The functions of which something can be told without a run. https://developer.hashicorp.com/terraform/language/functions */
export const terraformFunctions: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ...['tolist', 'tomap', 'tostring', 'tonumber', 'tobool', 'nonsensitive'].map((name) => [name, same] as const),
  ...['jsonencode', 'yamlencode'].map((name) => [name, encode] as const),
  ...['jsondecode', 'yamldecode'].map((name) => [name, decode] as const),
  ['toset', distinctItems],
  ['distinct', distinctItems],
  ['setunion', (values) => distinctItems([concatLists(values) ?? none])],
  ['concat', concatLists],
  ['merge', mergeMaps],
  ['flatten', flattenLists],
  ['length', lengthOf],
  ['contains', containsValue],
  ['lookup', lookUp],
  ['keys', ([map]) => entriesOf(map, ([key]) => textValue(key))],
  ['values', ([map]) => entriesOf(map, ([, value]) => value)],
  ['zipmap', zip],
  ['element', itemAt],
  ['one', ([list]) => (itemsOf(list)?.length === 0 ? none : itemsOf(list)?.[0])],
  ['range', (values) => (values.length === 1 ? countUp(0, numberOf(values[0])) : undefined)],
  ['compact', ([list]) => filterItems(list, (item) => item.is !== 'none' && !(item.is === 'text' && item.text === ''))],
  ['coalesce', (values) => firstOf(values, (value) => isAbsent(value) || (value.is === 'text' && value.text === ''))],
  ['coalescelist', (values) => firstOf(values, (value) => value.is === 'list' && isEmpty(value))],
  ['try', (values) => firstOf(values, (value) => value.is === 'open' && value.isMissing === true)],
  ['alltrue', ([list]) => quantify(list, false)],
  ['anytrue', ([list]) => quantify(list, true)],
  ['join', ([separator, list]) => joinItems(separator, list)],
  ['split', ([separator, text]) => splitText(separator, text)],
  ['format', format],
  [
    'replace',
    ofTexts((text = '', part = '', by = '') => (/^\/.+\/$/.test(part) ? undefined : text.replaceAll(part, by))),
  ],
  ['lower', keepPresumed((text) => text.toLowerCase())],
  ['upper', keepPresumed((text) => text.toUpperCase())],
  ['trimspace', ofTexts((text = '') => text.trim())],
  ['trimprefix', ofTexts((text = '', part = '') => (text.startsWith(part) ? text.slice(part.length) : text))],
  [
    'trimsuffix',
    ofTexts((text = '', part = '') => (text.endsWith(part) ? text.slice(0, text.length - part.length) : text)),
  ],
  ['startswith', ofTexts((text = '', part = '') => text.startsWith(part))],
  ['endswith', ofTexts((text = '', part = '') => text.endsWith(part))],
  ['substr', ofTexts((text = '', start = '0', length = '-1') => cut(text, Number(start), Number(length)))],
  ['max', ofTexts((...texts) => Math.max(...texts.map(Number)))],
  ['min', ofTexts((...texts) => Math.min(...texts.map(Number)))],
  ['file', readFile],
]);

/** The text is as the source has it, but what is known inside is told too. */
function encode([value]: readonly Value[]): Value | undefined {
  return value && value.is !== 'open' ? { is: 'open', text: '', inside: value } : undefined;
}

function decode([value]: readonly Value[]): Value | undefined {
  if (value?.is === 'open') return value.inside;
  return value?.is === 'text' ? parseData(value.text) : undefined;
}

function readFile([path]: readonly Value[], { readText }: Scope): Value | undefined {
  if (path?.is !== 'text' && path?.is !== 'open') return undefined;
  const text = readText(path.text.replace(/^\$\{path\.(?:module|root|cwd)\}\//, ''));
  return text === undefined ? undefined : textValue(text);
}

function lookUp([map, key, otherwise]: readonly Value[]): Value | undefined {
  const known = map?.is === 'open' ? map.inside : map;
  if (!known || !key) return undefined;
  return memberOf(known, key) ?? (map?.is === 'open' || key.is === 'open' ? undefined : otherwise);
}

function entriesOf(map: Value | undefined, pick: (entry: readonly [string, Value]) => Value): Value | undefined {
  return map?.is === 'map' ? listValue([...map.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(pick)) : undefined;
}

function zip([keys, values]: readonly Value[]): Value | undefined {
  const names = itemsOf(keys)?.flatMap((key) => (key.is === 'text' ? [key.text] : []));
  const items = itemsOf(values);
  if (!names || !items || names.length !== items.length) return undefined;
  return mapValue(names.map((name, index) => [name, items[index] ?? none]));
}

function filterItems(list: Value | undefined, keeps: (item: Value) => boolean): Value | undefined {
  const items = itemsOf(list);
  return items && listValue(items.filter(keeps));
}

/** Whether any item is true, or none is false. */
function quantify(list: Value | undefined, by: boolean): Value | undefined {
  const truths = itemsOf(list)?.map(truthOf);
  if (!truths) return undefined;
  if (truths.includes(by)) return textValue(String(by));
  return truths.includes(undefined) ? undefined : textValue(String(!by));
}

function keepPresumed(change: (text: string) => string): Apply {
  return ([value]) => {
    if (value?.is === 'text') return textValue(change(value.text));
    return value?.is === 'open' && value.isPresumed ? openEnvironment : undefined;
  };
}

function cut(text: string, start: number, length: number): string {
  return text.slice(start, length < 0 ? undefined : start + length);
}

function format([pattern, ...values]: readonly Value[]): Value | undefined {
  if (pattern?.is !== 'text') return undefined;
  const pieces = pattern.text.split(/(%%|%[sdv])/);
  if (pieces.some((piece) => /%/.test(piece) && !/^%[%sdv]$/.test(piece))) return undefined;
  const rest = [...values];
  const parts = pieces.map((piece) => {
    if (piece === '%%') return textValue('%');
    return /^%[sdv]$/.test(piece) ? (rest.shift() ?? none) : textValue(piece);
  });
  return joinTexts(parts);
}
