import type { ModelTables } from '../../model/model-tables.ts';

/** What a key says of its value: a model if a table knows it, a model whatever it is, or a file of weights. */
export type Binding = 'known' | 'always' | 'artifact';

/** Tells by the name of a key, a parameter or a variable what it binds. Undefined: no model. */
export type BindingOf = (name: string) => Binding | undefined;

export function makeBindingOf({ bindings }: ModelTables): BindingOf {
  const matchers = [
    [makeMatcher(bindings.never), undefined],
    [makeMatcher(bindings.always), 'always'],
    [makeMatcher(bindings.artifacts), 'artifact'],
    [makeMatcher(bindings.known), 'known'],
  ] as const;
  const seen = new Map<string, Binding | undefined>();
  return (name) => {
    if (seen.has(name)) return seen.get(name);
    const words = wordsOf(name).join('_');
    const binding = matchers.find(([matches]) => matches(words))?.[1];
    seen.set(name, binding);
    return binding;
  };
}

function makeMatcher(patterns: readonly string[]): (words: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const globs = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '\\w*')}$`));
  return (words) => exact.has(words) || globs.some((glob) => glob.test(words));
}

/** The words of a name however it is written: `modelId`, `MODEL_ID`, `model-id`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 500)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
