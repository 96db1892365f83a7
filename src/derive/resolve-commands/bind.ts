import type { Bindings } from '../../lib/inputs.ts';
import type { ScriptFact } from '../../model/fact.ts';
import { type FoundScript, stemOf } from './definitions.ts';

/** `$1`, `$name`, `${name}`, `${name:-default}` */
const reference = /\$(?:([1-9@*]|[A-Za-z_]\w*)|\{([\w-]+|[@*])(?::?-[^{}]*)?\})/g;

/**
 * What stands for the names in a script when it is called like this: `NAME=value` by its name, other arguments in the
 * order of the parameters and by their numbers, and what is left by its default.
 */
export function bindArguments({ script, name, arguments: words }: FoundScript): Bindings {
  const bindings = new Map<string, string>();
  for (const parameter of script.parameters) {
    if (parameter.default !== undefined) bindings.set(parameter.name, parameter.default);
  }
  const assigned = words.filter((word) => /^[\w.-]+=/.test(word));
  const positional = words.filter((word) => !assigned.includes(word));
  for (const word of assigned) bindings.set(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1));
  for (const [index, word] of positional.entries()) {
    const parameter = script.parameters[index];
    if (parameter !== undefined && script.runner === 'justfile') bindings.set(parameter.name, word);
    if (script.runner === 'shell') bindings.set(String(index + 1), word);
  }
  if (script.runner === 'shell') bindings.set('@', positional.join(' '));
  const stem = stemOf(script.name, name);
  if (stem !== undefined) bindings.set('*', stem).set('@', name);
  return bindings;
}

/** Puts values into a command; names without one stay as they are written. */
export function bindText(text: string, bindings: Bindings): string {
  if (bindings.size === 0 || !text.includes('$')) return text;
  return text.replace(reference, (written, short: string | undefined, long: string | undefined) => {
    return bindings.get(short ?? long ?? '') ?? written;
  });
}

/** The inputs of an action that is used like this. */
export function bindActionInputs(action: ScriptFact, given: Readonly<Record<string, string>>): Bindings {
  const defaults = action.parameters.map((parameter) => [parameter.name, parameter.default ?? ''] as const);
  return new Map([...defaults, ...Object.entries(given)]);
}
