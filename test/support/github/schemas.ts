type Json = unknown;
type Schema = Readonly<Record<string, Json>>;

function isObject(value: Json): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows `#/a/b` in a description. */
export function lookUp(description: Json, pointer: string): Json {
  return pointer
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json>((value, key) => (isObject(value) ? value[key] : undefined), description);
}

/** The part of a description that some operations need. Their examples are left out: many don't fit their own schemas. */
export function reach(description: Json, operations: readonly string[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  const components: Record<string, Record<string, Json>> = {};
  const follow = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(follow);
    if (!isObject(value)) return;
    const { $ref: pointer } = value;
    if (typeof pointer === 'string') keep(pointer);
    for (const [key, child] of Object.entries(value)) if (key !== 'examples' && key !== 'example') follow(child);
  };
  const keep = (pointer: string): void => {
    const [, kind = '', name = ''] = pointer.replace(/^#\//, '').split('/');
    components[kind] ??= {};
    const group = components[kind];
    if (kind === 'examples' || name in group) return;
    group[name] = withoutExamples(lookUp(description, pointer));
    follow(group[name]);
  };
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ');
    const found = lookUp(description, `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`);
    if (found === undefined) throw new Error(`the description knows no ${operation}`);
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = withoutExamples(found);
    follow(found);
  }
  return { openapi: '3.0.3', paths, components };
}

function withoutExamples(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutExamples);
  if (!isObject(value)) return value;
  // A property of a body may bear the same name, but then it is a schema.
  const kept = Object.entries(value).filter(([key]) => key !== 'examples' && key !== 'example');
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutExamples(child)]));
}
