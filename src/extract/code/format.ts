import type { CodeLanguage } from '../../model/fact.ts';
import type { RepoPath } from '../../model/location.ts';
import type { Language } from '../../model/source.ts';
import type { Piece } from './piece.ts';

/** What an import, or a part of it, brings into a file. */
export type Imported = {
  /** Undefined where it only serves types, or leads out of the repository. */
  readonly module?: string;
  /** As the module spells them, `*` for all of them. */
  readonly names: readonly string[];
  /** Names in this file, with what each stands for. */
  readonly binds: readonly (readonly [local: string, origin: string])[];
};

/** What differs between languages, beside their queries. */
export type CodeFormat = {
  readonly language: CodeLanguage;
  readonly grammar: Language;
  /** Its captures are described at `Piece` and `Outline`. */
  readonly query: string;
  /** What a method calls its own object. */
  readonly selfNames: readonly string[];
  /** A method names members of its class without a prefix. */
  readonly bareMembers: boolean;
  /** A declared type tells where a value comes from even if nothing imports it. */
  readonly trustsTypes: boolean;
  /** A declared field may be set to a call whose first argument is its default (`model: str = Field('a')`). */
  readonly fieldDefaults: boolean;
  /** What may stand in an expression of names and does not belong to them: comments, generics, `!`. */
  readonly noise: RegExp;
  /** What stands in a file that imports by paths relative to its own, where the language can. */
  readonly relativeImport?: RegExp;
  /** Called for the pieces of role `import`; `target` is what the whole piece is assigned to. */
  readonly readImport: (piece: Piece, path: RepoPath, target: string | undefined) => Imported | undefined;
};
