import type { Block, Item, Statement } from './statements.ts';
import { revealCode } from './strings.ts';

/** What a statement calls, whether or not its result is kept. */
export type Call = {
  readonly name: string;
  readonly line: number;
  /** It has arguments, or parentheses for them. */
  readonly isCalled: boolean;
  /** Arguments that have no name. */
  readonly values: readonly (readonly Item[])[];
  readonly named: ReadonlyMap<string, readonly Item[]>;
  /** The closure behind the arguments. */
  readonly block: Block | undefined;
};

/** Reads the call of a statement; undefined where it starts with none. */
export function readCall({ items }: Statement): Call | undefined {
  const assigned = items.findIndex((item) => isSign(item, '='));
  const before = items.slice(0, Math.max(0, assigned));
  const isAssignment = assigned !== -1 && before.every((item) => item.kind === 'word');
  return readCallAt(items, isAssignment ? assigned + 1 : 0);
}

/** Reads the call whose name stands at a place among the items. */
export function readCallAt(items: readonly Item[], at: number): Call | undefined {
  const name = items[at];
  if (name?.kind !== 'word') return undefined;
  const rest = items.slice(at + 1);
  const [first] = rest;
  const isGrouped = first?.kind === 'group' && first.open === '(';
  const given = isGrouped
    ? first.items
    : rest.filter((item, index) => item.kind !== 'block' || isArgument(index, rest));
  const parts = splitByComma(given);
  const named = parts.flatMap((part) => {
    const [key, colon, ...value] = part;
    const isNamed = (key?.kind === 'word' || key?.kind === 'string') && isSign(colon, ':');
    return isNamed ? [[key.text, value] as const] : [];
  });
  return {
    name: name.text,
    line: name.line,
    isCalled: isGrouped || (first !== undefined && first.kind !== 'sign' && parts.length > 0),
    values: parts.filter(([, colon]) => !isSign(colon, ':')),
    named: new Map(named),
    block: rest.find((item, index): item is Block => item.kind === 'block' && !isArgument(index, rest)),
  };
}

/** A closure that has a name before it: `parallel a: { … }`. */
function isArgument(index: number, items: readonly Item[]): boolean {
  return isSign(items[index - 1], ':');
}

export function splitByComma(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (isSign(item, ',')) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.filter((part) => part.length > 0);
}

export function isSign(item: Item | undefined, text: string): boolean {
  return item?.kind === 'sign' && item.text === text;
}

/** The text of a value: a string's, or the words as they are written. */
export function textOf(items: readonly Item[] | undefined): string {
  return (items ?? []).map(describeItem).join('');
}

function describeItem(item: Item): string {
  switch (item.kind) {
    case 'group':
      return item.open + item.items.map(describeItem).join(' ') + (item.open === '(' ? ')' : ']');
    case 'block':
      return '{ … }';
    default:
      return item.kind === 'string' ? revealCode(item.text) : item.text;
  }
}

/** The arguments of a call as they may be shown: by name, or by position. */
export function describeArguments({ values, named }: Call): Readonly<Record<string, string>> {
  const positional = values.map((value, index) => [String(index), textOf(value)] as const);
  return Object.fromEntries([...positional, ...[...named].map(([key, value]) => [key, textOf(value)] as const)]);
}

/** A statement as one line, with its strings in quotes. */
export function describeStatement({ items }: Statement): string {
  return items
    .map((item) => {
      if (item.kind === 'string') return `'${revealCode(item.text)}'`;
      if (item.kind !== 'block') return describeItem(item);
      return `{ ${item.statements.map(describeStatement).join('; ')} }`;
    })
    .join(' ');
}
