import type { Capture } from '../../model/source.ts';
import type { MembersOf } from './named-objects.ts';
import { type CallNode, type Outline, type Pair, spanKey } from './outline.ts';
import { keyText, literalText, sourceText } from './values.ts';

/** Arguments of one call that are kept, each key of an object as one. */
export const argumentCountLimit = 100;
/** How deep objects and lists in arguments are written flat. */
export const argumentDepthLimit = 6;

type Reading = { readonly outline: Outline; readonly membersOf: MembersOf; readonly entries: Map<string, string> };

/**
 * The arguments of a call by keyword or position. Of spread ones only those that a variable of the file holds are known,
 * comments are none.
 */
export function readArguments(
  outline: Outline,
  call: CallNode,
  membersOf: MembersOf,
): Readonly<Record<string, string>> {
  const reading: Reading = { outline, membersOf, entries: new Map() };
  let position = 0;
  for (const argument of call.arguments) {
    const [, spread] = /^\*\*(\w+)$/.exec(argument.text) ?? [];
    if (spread !== undefined) addPairs(reading, membersOf({ text: spread, start: argument.start }));
    if (/^(?:#|\/\/|\/\*|\*\*|&\w+$)/.test(argument.text)) continue;
    const named = outline.named.get(spanKey(argument));
    if (named) addPairs(reading, [named]);
    else addValue(reading, String(position++), argument, 0);
  }
  addPairs(reading, call.members);
  return Object.fromEntries(reading.entries);
}

function addPairs(reading: Reading, pairs: readonly Pair[], prefix = '', depth = 0): void {
  for (const { left, right } of pairs) addValue(reading, `${prefix}${keyText(reading.outline, left)}`, right, depth);
}

function addValue(reading: Reading, key: string, value: Capture, depth: number): void {
  const { outline, membersOf, entries } = reading;
  if (entries.size >= argumentCountLimit) return;
  entries.set(key, literalText(outline, value) ?? sourceText(value));
  if (depth === argumentDepthLimit) return;
  addPairs(reading, [...entriesOf(outline.objects, value), ...membersOf(value)], `${key}.`, depth + 1);
  let position = 0;
  for (const item of entriesOf(outline.lists, value)) addValue(reading, `${key}.${position++}`, item, depth + 1);
}

function entriesOf<Value extends Pair | Capture>(of: ReadonlyMap<number, readonly Value[]>, capture: Capture) {
  // Go makes an object and takes its address in one expression.
  const address = capture.text.startsWith('&') ? 1 : 0;
  return of.get(spanKey({ start: capture.start + address, end: capture.end })) ?? [];
}
