import { showableValue } from '../../lib/secret-names.ts';
import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { entriesOf, textsOf, valueAt } from './look-up.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Variables or inputs by their names: those of a map (`NAME: value`, `NAME: { value: … }`) or of a list (`- name: NAME`,
 * `value: …`, or `- NAME=value`). A list as a value becomes one text; secrets are hidden.
 */
export function readValues(node: YamlNode | undefined): Values {
  const pairs =
    node?.kind === 'list'
      ? node.items.flatMap(readItem)
      : entriesOf(node).flatMap(({ key, value }) => readPair(key.text, value));
  return Object.fromEntries(pairs);
}

type Pair = readonly [string, string];

function readItem(item: YamlNode): readonly Pair[] {
  if (item.kind === 'scalar') return readAssignment(item.text);
  const name = valueAt(item, 'name');
  if (name?.kind === 'scalar') return readPair(name.text, valueAt(item, 'value'));
  return entriesOf(item).flatMap(({ key, value }) => readPair(key.text, value));
}

function readAssignment(text: string): readonly Pair[] {
  const [, name, value] = /^([\w.-]+)=([\s\S]*)$/.exec(text) ?? [];
  return name === undefined ? [] : [[name, showableValue(name, value ?? '')]];
}

function readPair(name: string, value: YamlNode | undefined): readonly Pair[] {
  const inner = value?.kind === 'map' ? valueAt(value, 'value') : value;
  if (inner === undefined || inner.kind === 'map') return [];
  const text = inner.kind === 'scalar' ? inner.text : textsOf(inner).join(' ');
  return [[name, showableValue(name, text)]];
}
