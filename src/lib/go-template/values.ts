import type { YamlNode, YamlScalar } from '../yaml-nodes.ts';

/** What an expression stands for, as far as files tell. */
export type GoValue =
  | { readonly is: 'unknown' }
  | { readonly is: 'nil' }
  | { readonly is: 'text'; readonly text: string }
  /** A number, true or false, as it is written. */
  | { readonly is: 'bare'; readonly text: string }
  /** Text in which actions are left that nothing gives a value: only what lays it out may use it. */
  | { readonly is: 'rendered'; readonly text: string }
  | GoMap
  | GoList;

/** Reads its values when they are asked for: aliases make a tree of any size. */
export type GoMap = {
  readonly is: 'map';
  keys(): readonly string[];
  /** Undefined where there is no such key. */
  get(key: string): GoValue | undefined;
};
export type GoList = { readonly is: 'list'; items(): readonly GoValue[] };

export const unknown: GoValue = { is: 'unknown' };
export const nil: GoValue = { is: 'nil' };

/** Longer texts are not made: a template can double one as often as it likes. */
export const goTextLimit = 200_000;

export function goText(text: string): GoValue {
  return text.length > goTextLimit ? unknown : { is: 'text', text };
}

export function goFlag(flag: boolean): GoValue {
  return { is: 'bare', text: String(flag) };
}

export function goMap(entries: ReadonlyMap<string, GoValue>): GoMap {
  return { is: 'map', keys: () => [...entries.keys()], get: (key) => entries.get(key) };
}

export function goList(items: readonly GoValue[]): GoList {
  return { is: 'list', items: () => items };
}

/** How a text was read as YAML. */
export type YamlSource = {
  readonly text: string;
  /** False for a value that something else fills in. */
  isWritten(value: YamlScalar): boolean;
};

/** A value as it stands in YAML. */
export function goValue(node: YamlNode, source: YamlSource): GoValue {
  if (node.kind === 'scalar') return readScalar(node, source);
  if (node.kind === 'list') return { is: 'list', items: () => node.items.map((item) => goValue(item, source)) };
  const entries = new Map(node.entries.map(({ key, value }) => [key.text, value]));
  return {
    is: 'map',
    keys: () => [...entries.keys()],
    get: (key) => {
      const value = entries.get(key);
      return value && goValue(value, source);
    },
  };
}

const bare = /^(?:true|false|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)$/i;

function readScalar(scalar: YamlScalar, source: YamlSource): GoValue {
  const written = source.text.slice(scalar.start, scalar.end);
  const isQuoted = /^["'|>!]/.test(written);
  if (!source.isWritten(scalar) && written !== '') return unknown;
  if (scalar.text === '' && !isQuoted) return nil;
  return bare.test(scalar.text) && !isQuoted
    ? { is: 'bare', text: scalar.text.toLowerCase() }
    : { is: 'text', text: scalar.text };
}

/** One value laid over another: maps are merged, anything else hides what is under it. */
export function layOver(over: GoValue | undefined, under: GoValue | undefined): GoValue | undefined {
  if (over?.is !== 'map' || under?.is !== 'map') return over ?? under;
  return {
    is: 'map',
    keys: () => [...new Set([...over.keys(), ...under.keys()])],
    get: (key) => layOver(over.get(key), under.get(key)),
  };
}

/** Whether a value is true as `if` takes it; undefined if nobody can say. */
export function isTrue(value: GoValue): boolean | undefined {
  switch (value.is) {
    case 'unknown':
      return undefined;
    case 'rendered':
      return value.text.replace(/\{\{.*?\}\}/gs, '').trim() === '' ? undefined : true;
    case 'nil':
      return false;
    case 'text':
      return value.text !== '';
    case 'bare':
      return value.text !== 'false' && Number(value.text) !== 0;
    case 'map':
      return value.keys().length > 0;
    case 'list':
      return value.items().length > 0;
  }
}

/** What a value prints, undefined if that is not known or no plain text. */
export function textOf(value: GoValue): string | undefined {
  return value.is === 'text' || value.is === 'bare' ? value.text : undefined;
}
