import { parseData } from './data.ts';
import {
  concatLists,
  containsValue,
  countUp,
  firstOf,
  isAbsent,
  isEmptyValue,
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
import { joinTexts, listValue, mapValue, none, openEnvironment, textValue, type Value } from './value.ts';

/** What Bicep and ARM share. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions */
export const armFunctions: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ...['string', 'int', 'bool', 'any', 'float'].map((name) => [name.toLowerCase(), same] as const),
  ['concat', (values) => concatLists(values) ?? joinTexts(values)],
  ['union', (values) => (values.every(({ is }) => is === 'list') ? concatLists(values) : mergeMaps(values))],
  ['empty', isEmptyValue],
  ['length', lengthOf],
  ['contains', containsValue],
  ['coalesce', (values) => firstOf(values, isAbsent)],
  ['array', ([value]) => (value?.is === 'list' || value?.is === 'open' ? value : listValue(value ? [value] : []))],
  ['createarray', (values) => listValue(values)],
  ['createobject', createObject],
  ['items', ([map]) => listItems(map)],
  ['first', ([list]) => itemsOf(list)?.[0]],
  ['last', ([list]) => itemsOf(list)?.at(-1)],
  ['range', ([first, count]) => countUp(numberOf(first), numberOf(count))],
  ['join', ([list, separator]) => joinItems(separator, list)],
  ['split', ([text, separator]) => splitText(separator, text)],
  ['format', format],
  ['tolower', keepText((text) => text.toLowerCase())],
  ['toupper', keepText((text) => text.toUpperCase())],
  ['trim', ofTexts((text = '') => text.trim())],
  ['replace', ofTexts((text = '', part = '', by = '') => text.replaceAll(part, by))],
  ['take', ofTexts((text = '', count = '0') => text.slice(0, Math.max(0, Number(count))))],
  ['skip', ofTexts((text = '', count = '0') => text.slice(Math.max(0, Number(count))))],
  ['substring', ofTexts((text = '', start = '0', length = '') => substring(text, Number(start), length))],
  ['startswith', ofTexts((text = '', part = '') => text.toLowerCase().startsWith(part.toLowerCase()))],
  ['endswith', ofTexts((text = '', part = '') => text.toLowerCase().endsWith(part.toLowerCase()))],
  ['true', () => textValue('true')],
  ['false', () => textValue('false')],
  ['null', () => none],
  ['json', ([text]) => (text?.is === 'text' ? parseData(text.text) : undefined)],
  ['readenvironmentvariable', ([, given]) => given],
  ['loadtextcontent', loadText],
  ['loadjsoncontent', loadData],
  ['loadyamlcontent', loadData],
]);

function createObject(values: readonly Value[]): Value | undefined {
  const entries: [string, Value][] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    const [key, value] = [values[index], values[index + 1]];
    if (key?.is !== 'text' || !value) return undefined;
    entries.push([key.text, value]);
  }
  return mapValue(entries);
}

function listItems(map: Value | undefined): Value | undefined {
  if (map?.is !== 'map') return undefined;
  const sorted = [...map.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const item = ([key, value]: readonly [string, Value]) =>
    mapValue([
      ['key', textValue(key)],
      ['value', value],
    ]);
  return listValue(sorted.map(item));
}

function keepText(change: (text: string) => string): Apply {
  return ([value]) => {
    if (value?.is === 'text') return textValue(change(value.text));
    return value?.is === 'open' && value.isPresumed ? openEnvironment : undefined;
  };
}

function substring(text: string, start: number, length: string): string {
  return text.slice(start, length === '' ? undefined : start + Number(length));
}

function format([pattern, ...values]: readonly Value[]): Value | undefined {
  if (pattern?.is !== 'text') return undefined;
  const pieces = pattern.text.split(/(\{\d+(?::[^}]*)?\})/);
  return joinTexts(
    pieces.map((piece) => {
      const place = /^\{(\d+)/.exec(piece)?.[1];
      return place === undefined ? textValue(piece) : (values[Number(place)] ?? none);
    }),
  );
}

function loadText([path]: readonly Value[], { readText }: Scope): Value | undefined {
  const text = path?.is === 'text' ? readText(path.text) : undefined;
  return text === undefined ? undefined : textValue(text);
}

function loadData(values: readonly Value[], scope: Scope): Value | undefined {
  const text = loadText(values, scope);
  return text?.is === 'text' ? parseData(text.text) : undefined;
}
