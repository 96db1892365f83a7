import type { ClassFact } from '../../model/fact.ts';
import { type Context, originOf, seenAt } from './context.ts';
import type { PlacedFact } from './facts.ts';
import { typePath } from './name-path.ts';
import { spanKey } from './outline.ts';

/** Classes, structs and records, with what they are made of. */
export function readClassFacts(context: Context): readonly PlacedFact[] {
  const { outline, pathOf } = context;
  return outline.classes.map(({ node, name, bases, fields, decorators }) => {
    const origins = (paths: readonly string[]) =>
      paths.filter((path) => path !== '').map((path) => originOf(path, node.start, context));
    const parents = bases.filter((base) => !outline.named.has(spanKey(base)));
    const fact: ClassFact = {
      kind: 'class',
      ...seenAt(context, name.line),
      name: name.text,
      bases: origins(parents.map((base) => pathOf(base) || typePath(base.text))),
      fields: [...new Set(fields.map(({ text }) => text.replace(/^:/, '')))],
      decorators: origins(decorators.map(pathOf)),
    };
    return { start: name.start, fact };
  });
}
