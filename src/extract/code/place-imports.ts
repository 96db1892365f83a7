import type { Capture, SourceFile } from '../../model/source.ts';
import type { CodeFormat, Imported } from './format.ts';
import { type Outline, spanKey } from './outline.ts';

export type PlacedImport = {
  /** The whole statement or call. */
  readonly node: Capture;
  /** Where the module is named: what one import takes from it comes in several pieces. */
  readonly module: Capture;
  readonly imported: Imported;
};

/** What the pieces of role `import` say in this language; those that only look like one are left out. */
export function placeImports({ path }: SourceFile, outline: Outline, format: CodeFormat): readonly PlacedImport[] {
  const targets = new Map(
    outline.bindings.flatMap(({ left, right }) => valueKeys(right).map((key) => [key, left.text])),
  );
  return outline.imports.flatMap((piece) => {
    const { node, parts } = piece;
    const imported = format.readImport(piece, path, targets.get(spanKey(node)));
    return imported ? [{ node, module: parts.module ?? parts.from ?? node, imported }] : [];
  });
}

/** A value itself, and what it waits for. */
function valueKeys({ text, start, end }: Capture): readonly number[] {
  const wait = /^await\s+/.exec(text)?.[0].length ?? 0;
  return [spanKey({ start: start + wait, end })];
}
