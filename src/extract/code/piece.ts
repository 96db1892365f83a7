import type { Capture } from '../../model/source.ts';

/**
 * One match of a language's query. Its captures are named `role` for the whole node and `role.part` for what lies in it,
 * the same for all languages, so that everything behind the query is shared.
 */
export type Piece = {
  readonly role: string;
  readonly node: Capture;
  readonly parts: Readonly<Record<string, Capture>>;
};

/** Takes the matches of a query; a match without a capture for the whole node is left out. */
export function readPieces(matches: readonly (readonly Capture[])[]): readonly Piece[] {
  return matches.flatMap((match) => {
    const node = match.find(({ name }) => !name.includes('.'));
    if (node === undefined) return [];
    const parts = match.filter((capture) => capture !== node).map((part) => [partName(part.name), part] as const);
    return [{ role: node.name, node, parts: Object.fromEntries(parts) }];
  });
}

function partName(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}
