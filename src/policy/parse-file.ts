import { LineCounter } from 'yaml';
import type * as z from 'zod';
import { UserError } from '../lib/user-error.ts';
import { explainShape, type Shape } from './explain-shape.ts';
import { type KeyPath, type Mistake, renderMistakes } from './mistake.ts';
import { readTree } from './read-tree.ts';
import { locate, type Tree, toData } from './tree.ts';

/** Bytes of a policy file. */
export const policyLimit = 256 * 1024;

/** A format of our own in YAML: its schema, its maps in words, and what else can be wrong in it. */
export type FileFormat<T> = {
  readonly schema: z.ZodType<T>;
  readonly shape: Shape;
  /** False if mistakes are told without the lines that hold them. */
  readonly showsLines?: boolean;
  check(tree: Tree): readonly Mistake[];
};

export type ParsedFile<T> = {
  readonly data: T;
  readonly tree: Tree;
  readonly lines: (path: KeyPath) => number;
};

/** Reads and checks a file. Throws a UserError that lists every mistake with its line, its key and what to do. */
export function parseFile<T>(text: string, path: string, format: FileFormat<T>): ParsedFile<T> {
  const source = text.replace(/^\ufeff/, '');
  const { name } = format.shape;
  const { showsLines } = format;
  const size = new TextEncoder().encode(source).length;
  if (size > policyLimit) {
    const kibibytes = Math.ceil(size / 1024);
    const message = `${name} has ${kibibytes} KiB, and ${policyLimit / 1024} are read at most; move out what is no policy`;
    refuse([atTop(message)], source, path);
  }
  const { tree, mistakes, positions } = readTree(source);
  if (tree === undefined) {
    const told = mistakes.length > 0 ? mistakes : [atTop(`${name} is empty; it needs at least version: 1`)];
    return refuse(told, source, path, { positions, showsLines });
  }
  const shape = format.schema.safeParse(toData(tree));
  const found = [
    ...mistakes,
    ...(shape.success ? [] : explainShape(shape.error, tree, format.shape)),
    ...format.check(tree),
  ];
  if (!shape.success || found.length > 0) return refuse(found, source, path, { positions, showsLines });
  const lines = (keys: KeyPath) => {
    const { key, value } = locate(tree, keys);
    return positions.linePos((key ?? value.span).start).line;
  };
  return { data: shape.data, tree, lines };
}

function atTop(message: string): Mistake {
  return { span: { start: 0, end: 1 }, message };
}

type Telling = { readonly positions?: LineCounter; readonly showsLines?: boolean | undefined };

function refuse(
  mistakes: readonly Mistake[],
  text: string,
  path: string,
  { positions = new LineCounter(), showsLines }: Telling = {},
): never {
  if (positions.lineStarts.length === 0) positions.addNewLine(0);
  throw new UserError(renderMistakes(mistakes, text, path, positions, showsLines));
}
