import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { entriesOf, valueAt } from '../pipeline/look-up.ts';

/** Arguments by the name of their parameter, as far as they are single lines of text. */
export type Arguments = ReadonlyMap<string, string>;

/** The arguments of a call, over the defaults of what is called. */
export function readArguments(
  parameters: YamlNode | undefined,
  call: YamlNode | undefined,
  outer: Arguments,
): Arguments {
  const defaults = entriesOf(parameters).map(({ key, value }) => ({ key, value: valueAt(value, 'default') }));
  const given = new Map<string, string>();
  for (const { key, value } of [...defaults, ...entriesOf(call)]) {
    if (value?.kind === 'scalar' && !value.text.includes('\n')) given.set(key.text, insertArguments(value.text, outer));
  }
  return given;
}

/**
 * A text with `<< parameters.name >>` written out where the argument is known.
 * Format: https://circleci.com/docs/reusing-config/
 */
export function insertArguments(text: string, given: Arguments): string {
  return text.replace(/<<\s*parameters\.([\w-]+)\s*>>/g, (whole, name: string) => given.get(name) ?? whole);
}
