/**
 * What an expression comes to. `open`: it can't be worked out here, and `text` is how the source puts it, with what is
 * known put in; `inside` is what is known of it nevertheless. `blocks` are nested blocks of one name.
 */
export type Value =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'none' }
  | { readonly is: 'list'; readonly items: readonly Value[] }
  | { readonly is: 'map'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly is: 'blocks'; readonly items: readonly Value[] }
  | {
      readonly is: 'open';
      readonly text: string;
      readonly inside?: Value;
      /** It is not known what it is, but it is something: a text with a part that is known, or what a resource has. */
      readonly isFilled?: boolean;
      /** There is no such member, which a function may mend (`try`). */
      readonly isMissing?: boolean;
      /** Names the environment, which whoever deploys chooses. */
      readonly isPresumed?: boolean;
    };

export const none: Value = { is: 'none' };

/** The environment where nobody says which; its text is that of what asks. */
export const openEnvironment: Value = { is: 'open', text: '', isPresumed: true };

/** What the template declares itself; its text is that of what asks. */
export const openThing: Value = { is: 'open', text: '', isFilled: true };

export function textValue(text: string): Value {
  return { is: 'text', text };
}

export function openValue(text: string): Value {
  return { is: 'open', text };
}

export function listValue(items: readonly Value[]): Value {
  return { is: 'list', items };
}

export function mapValue(entries: Iterable<readonly [string, Value]>): Value {
  return { is: 'map', entries: new Map(entries) };
}

/** True or false, undefined for anything else. */
export function truthOf(value: Value): boolean | undefined {
  if (value.is !== 'text') return undefined;
  const text = value.text.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** Null, false, or nothing in it: what a default is that leaves something switched off. */
export function isEmpty(value: Value): boolean {
  if (value.is === 'none') return true;
  if (value.is === 'text') return value.text === '' || value.text === '0' || truthOf(value) === false;
  if (value.is === 'list') return value.items.length === 0;
  return value.is === 'map' && value.entries.size === 0;
}

/** Puts texts together; what is open stands among them as a template's expression. Undefined if one is no text. */
export function joinTexts(values: readonly Value[]): Value | undefined {
  let joined = '';
  let isOpen = false;
  let isFilled = false;
  for (const value of values) {
    if (value.is !== 'list' && value.is !== 'map') isFilled ||= isSomething(value);
    if (value.is === 'text') joined += value.text;
    else if (value.is === 'open') {
      joined += /^%\{|\$\{/.test(value.text) ? value.text : `\${${value.text}}`;
      isOpen = true;
    } else if (value.is !== 'none') return undefined;
    if (joined.length > textLengthLimit) return undefined;
  }
  if (!isOpen) return textValue(joined);
  return isFilled ? { is: 'open', text: joined, isFilled } : openValue(joined);
}

/** Surely not nothing. */
export function isSomething(value: Value): boolean {
  return value.is === 'text' ? value.text !== '' : value.is === 'open' && value.isFilled === true;
}

/** Longer texts are not worked out: each of a chain of variables can be twice as long as the one before. */
export const textLengthLimit = 20_000;

/** Lists and maps with more elements are not worked out. */
export const sizeLimit = 2_000;
