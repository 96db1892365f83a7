/** Values by the names under which a text asks for them. */
export type Bindings = ReadonlyMap<string, string>;

const input = /\$\{\{\s*(?:inputs|parameters)\.([\w-]+)(?:\s*\|\|\s*'([^']*)')?\s*\}\}/g;
const bareInput = /\b(?:inputs|parameters)\.([\w-]+)/g;

/** Puts inputs into a text: `${{ inputs.x }}` or `${{ parameters.x }}`, also with a literal behind `||`. Those without a value stay. */
export function bindInputs(text: string, inputs: Bindings): string {
  if (!text.includes('inputs.') && !text.includes('parameters.')) return text;
  return text.replace(input, (expression, name: string, otherwise: string | undefined) => {
    const value = inputs.get(name);
    return value === undefined ? expression : value === '' && otherwise !== undefined ? otherwise : value;
  });
}

/** The same for a condition, in which a value is a literal: `inputs.x == 'prod'`. */
export function bindCondition(condition: string, inputs: Bindings): string {
  return condition.replace(bareInput, (access, name: string) => {
    const value = inputs.get(name);
    if (value === undefined || value.includes('${{')) return access;
    return /^(?:true|false|\d+)$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
  });
}

/** The same for all values of a mapping. */
export function bindValues(
  values: Readonly<Record<string, string>>,
  inputs: Bindings,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bindInputs(value, inputs)]));
}

/** Both conditions at once. */
export function joinConditions(outer: string | undefined, inner: string | undefined): string | undefined {
  if (outer === undefined || inner === undefined) return inner ?? outer;
  return `(${unwrap(outer)}) && (${unwrap(inner)})`;
}

function unwrap(condition: string): string {
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(condition.trim())?.[1];
  return inner === undefined || inner.includes('${{') ? condition : inner.trim();
}
