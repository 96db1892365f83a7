export type ImageReference = { readonly repository: string; readonly tag?: string; readonly digest?: string };

/** Nested expressions (`${A:-${B}}`) are covered from the inside out, this often. */
const nestingLimit = 5;

const expressions = /\$\{[^${}]*\}|\$\([^$()]*\)|\{\{[^{}]*\}\}|<[^<>]*>/g;

/**
 * Takes a reference to a container image apart. Variables stay as they are written: `app:${TAG}` has the tag `${TAG}`.
 * Format: https://pkg.go.dev/github.com/distribution/reference
 */
export function parseImage(reference: string): ImageReference {
  const text = reference.trim();
  const shape = coverExpressions(text);
  const at = shape.indexOf('@');
  const end = at === -1 ? shape.length : at;
  const colon = shape.lastIndexOf(':', end - 1);
  // A colon before a slash parts a host from its port.
  const isTag = colon > shape.lastIndexOf('/', end - 1);
  const tag = isTag ? text.slice(colon + 1, end) : '';
  const digest = at === -1 ? '' : text.slice(at + 1);
  return {
    repository: text.slice(0, isTag ? colon : end),
    ...(tag === '' ? {} : { tag }),
    ...(digest === '' ? {} : { digest }),
  };
}

/** The same text with every expression blotted out, so that no mark in it parts the reference. */
function coverExpressions(text: string): string {
  let covered = text;
  for (let depth = 0; depth < nestingLimit; depth += 1) {
    const next = covered.replace(expressions, (expression) => '_'.repeat(expression.length));
    if (next === covered) return next;
    covered = next;
  }
  return covered;
}
