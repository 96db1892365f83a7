import { stringify } from 'yaml';
import { type GoValue, goFlag, goList, goMap, goText, layOver, nil, textOf, unknown } from '../values.ts';
import type { FunctionTable } from './table.ts';

/** Values that are written out as YAML at most; aliases make a tree of any size. */
export const writtenValueLimit = 2_000;

/** What makes and reads maps and lists, and what writes them out. */
export const collectionFunctions: FunctionTable = {
  dict: (...pairs) => makeMap(pairs),
  list: (...items) => goList(items),
  get: (map = nil, key = nil) => access(map, textOf(key)),
  index: (value = nil, ...keys) => keys.reduce((at, key) => access(at, textOf(key)), value),
  hasKey: (map = nil, key = nil) => hasKey(map, textOf(key)),
  has: (item = nil, list = nil) => hasItem(list, textOf(item)),
  dig: (...steps) => dig(steps),
  merge: (...maps) => merge(maps),
  mergeOverwrite: (...maps) => merge(maps.toReversed()),
  deepCopy: (value = nil) => value,
  len: (value = nil) => {
    const size = sizeOf(value);
    return size === undefined ? unknown : { is: 'bare', text: String(size) };
  },
  toYaml: (value = nil) => write(value, (plain) => stringify(plain, writing).trimEnd()),
  toJson: (value = nil) => write(value, (plain) => JSON.stringify(plain)),
};

const writing = { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false } as const;

/** The value under a key; nil where there is none. */
export function access(value: GoValue, key: string | undefined): GoValue {
  if (value.is === 'nil') return nil;
  if (key === undefined) return unknown;
  if (value.is === 'map') return value.get(key) ?? nil;
  return value.is === 'list' ? (value.items()[Number(key)] ?? unknown) : unknown;
}

function makeMap(pairs: readonly GoValue[]): GoValue {
  const entries = new Map<string, GoValue>();
  for (let at = 0; at < pairs.length; at += 2) {
    const key = textOf(pairs[at] ?? unknown);
    if (key === undefined) return unknown;
    entries.set(key, pairs[at + 1] ?? nil);
  }
  return goMap(entries);
}

function hasKey(map: GoValue, key: string | undefined): GoValue {
  return map.is === 'map' && key !== undefined ? goFlag(map.get(key) !== undefined) : unknown;
}

function hasItem(list: GoValue, text: string | undefined): GoValue {
  if (list.is !== 'list' || text === undefined) return unknown;
  const items = list.items().map(textOf);
  if (items.includes(text)) return goFlag(true);
  return items.includes(undefined) ? unknown : goFlag(false);
}

/** `dig "a" "b" fallback map` */
function dig(steps: readonly GoValue[]): GoValue {
  const keys = steps.slice(0, -2).map(textOf);
  const found = keys.reduce((at, key) => access(at, key), steps.at(-1) ?? nil);
  return found.is === 'nil' ? (steps.at(-2) ?? nil) : found;
}

function merge(maps: readonly GoValue[]): GoValue {
  if (maps.some(({ is }) => is !== 'map' && is !== 'nil')) return unknown;
  const [first = nil, ...others] = maps.filter(({ is }) => is === 'map');
  return others.reduce<GoValue>((over, under) => layOver(over, under) ?? over, first);
}

function sizeOf(value: GoValue): number | undefined {
  if (value.is === 'map') return value.keys().length;
  if (value.is === 'list') return value.items().length;
  return value.is === 'nil' ? 0 : textOf(value)?.length;
}

function write(value: GoValue, print: (plain: unknown) => string): GoValue {
  const plain = toPlain(value, { left: writtenValueLimit });
  return plain === unknown ? unknown : goText(print(plain));
}

/** As the values of JSON; `unknown` if a part of it is not known, or if it is too large. */
function toPlain(value: GoValue, budget: { left: number }): unknown {
  budget.left -= 1;
  if (budget.left < 0) return unknown;
  switch (value.is) {
    case 'nil':
      return null;
    case 'text':
      return value.text;
    case 'bare':
      return JSON.parse(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$|^true$|^false$/.test(value.text) ? value.text : 'null');
    case 'list': {
      const items = value.items().map((item) => toPlain(item, budget));
      return items.includes(unknown) ? unknown : items;
    }
    case 'map': {
      const entries = value.keys().map((key) => [key, toPlain(value.get(key) ?? nil, budget)] as const);
      return entries.some(([, item]) => item === unknown) ? unknown : Object.fromEntries(entries);
    }
    default:
      return unknown;
  }
}
