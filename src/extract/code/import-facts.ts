import type { ImportFact } from '../../model/fact.ts';
import { type Context, seenAt } from './context.ts';
import type { PlacedFact } from './facts.ts';
import { groupItems } from './group.ts';

/** One fact a module and place, whatever number of names is taken from it. */
export function readImportFacts(context: Context): readonly PlacedFact[] {
  const byModule = groupItems(
    context.imports,
    ({ module }) => module.start,
    (placed) => placed,
  );
  return [...byModule.values()].flatMap((group) => {
    const [first] = group;
    const module = group.find(({ imported }) => imported.module !== undefined)?.imported.module;
    if (first === undefined || module === undefined) return [];
    const names = [...new Set(group.flatMap(({ imported }) => imported.names))];
    const fact: ImportFact = { kind: 'import', ...seenAt(context, first.node.line), module, names };
    return [{ start: first.module.start, fact }];
  });
}
