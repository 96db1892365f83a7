import type { Tree } from './yaml-tree.ts';

const secretName = /password|secret|token|api_?key|private/i;
const wholeExpression = /^\$\{\{[\s\S]*\}\}$/;

/** The scalars of an `env:` or `with:`. A literal under the name of a secret is hidden, an expression stays. */
export function readValues(tree: Tree | undefined): Readonly<Record<string, string>> {
  if (tree?.kind !== 'map') return {};
  const pairs = tree.entries.flatMap(({ key, value }): readonly (readonly [string, string])[] =>
    value.kind === 'scalar' ? [[key, hideSecret(key, value.text)]] : [],
  );
  return Object.fromEntries(pairs);
}

function hideSecret(key: string, text: string): string {
  const isHarmless = text === '' || text === 'true' || text === 'false' || wholeExpression.test(text.trim());
  return secretName.test(key) && !isHarmless ? '[hidden]' : text;
}
