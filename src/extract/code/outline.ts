import type { Capture } from '../../model/source.ts';
import type { Piece } from './piece.ts';

/** Two parts of one node: key and value, target and value, left and right. */
export type Pair = { readonly left: Capture; readonly right: Capture };

export type CallNode = {
  readonly node: Capture;
  readonly callee: Capture;
  /** As they stand between the parentheses, keyword arguments too. */
  readonly arguments: readonly Capture[];
  /** Members set where an object is made (Go's composite literals, C#'s initializers). */
  readonly members: readonly Pair[];
};

export type ClassNode = {
  readonly node: Capture;
  readonly name: Capture;
  readonly bases: readonly Capture[];
  readonly fields: readonly Capture[];
  readonly decorators: readonly Capture[];
};

export type FunctionNode = {
  readonly node: Capture;
  readonly name?: Capture;
  /** What a method calls its object, and the type that it belongs to, where the language puts methods outside. */
  readonly self?: Capture;
  readonly owner?: Capture;
};

/** The nodes of a file that facts are made of. Maps are by `spanKey`: captures of one node share it. */
export type Outline = {
  readonly imports: readonly Piece[];
  readonly calls: readonly CallNode[];
  readonly decorators: readonly Capture[];
  /** Assignments, declarations with a value, and defaults of parameters. */
  readonly bindings: readonly Pair[];
  /** Names with the type that is declared for them. */
  readonly typed: readonly Pair[];
  /** Parameters that are members too (TypeScript's parameter properties). */
  readonly members: readonly Pair[];
  /** Names that stand for something unknown: parameters, loop variables. */
  readonly hidden: readonly Capture[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  readonly literals: ReadonlyMap<number, string>;
  readonly objects: ReadonlyMap<number, readonly Pair[]>;
  readonly lists: ReadonlyMap<number, readonly Capture[]>;
  /** Keyword arguments. */
  readonly named: ReadonlyMap<number, Pair>;
  /** `a or b`. */
  readonly fallbacks: ReadonlyMap<number, Pair>;
  /** What may keep code from running (a decorator, a condition), and the code. */
  readonly dead: readonly Pair[];
};

/** Texts are shorter than 2^20 (`parseSizeLimit`), so that both ends fit in one number. */
export function spanKey({ start, end }: Pick<Capture, 'start' | 'end'>): number {
  return start * 2 ** 20 + end;
}
