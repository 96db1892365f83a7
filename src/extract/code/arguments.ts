import type { Capture } from '../../model/source.ts';
import { type CallNode, type Outline, type Pair, spanKey } from './outline.ts';
import { keyText, literalText, sourceText } from './values.ts';

/** Arguments of one call that are kept, each key of an object as one. */
export const argumentCountLimit = 100;
/** How deep objects and lists in arguments are written flat. */
export const argumentDepthLimit = 6;

/** The arguments of a call by keyword or position. Spread ones and comments have neither. */
export function readArguments(outline: Outline, call: CallNode): Readonly<Record<string, string>> {
  const entries = new Map<string, string>();
  let position = 0;
  for (const argument of call.arguments) {
    if (/^(?:#|\/\/|\/\*|\*\*|&\w+$)/.test(argument.text)) continue;
    const named = outline.named.get(spanKey(argument));
    if (named) addValue(entries, keyText(outline, named.left), named.right, outline, 0);
    else addValue(entries, String(position++), argument, outline, 0);
  }
  for (const { left, right } of call.members) addValue(entries, keyText(outline, left), right, outline, 0);
  return Object.fromEntries(entries);
}

function addValue(entries: Map<string, string>, key: string, value: Capture, outline: Outline, depth: number): void {
  if (entries.size >= argumentCountLimit) return;
  entries.set(key, literalText(outline, value) ?? sourceText(value));
  if (depth === argumentDepthLimit) return;
  for (const pair of entriesOf(outline.objects, value))
    addValue(entries, `${key}.${keyText(outline, pair.left)}`, pair.right, outline, depth + 1);
  let position = 0;
  for (const item of entriesOf(outline.lists, value))
    addValue(entries, `${key}.${position++}`, item, outline, depth + 1);
}

function entriesOf<Value extends Pair | Capture>(of: ReadonlyMap<number, readonly Value[]>, capture: Capture) {
  // Go makes an object and takes its address in one expression.
  const address = capture.text.startsWith('&') ? 1 : 0;
  return of.get(spanKey({ start: capture.start + address, end: capture.end })) ?? [];
}
