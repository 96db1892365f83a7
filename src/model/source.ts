import type { CommandWords } from './command-words.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Fact, FactKind, Role } from './fact.ts';
import type { RepoPath } from './location.ts';

/** A file that was read, as an extractor sees it. */
export type SourceFile = { readonly path: RepoPath; readonly role: Role; readonly text: string };

/** What one file gave. A file that does not parse gives no facts and a diagnostic. */
export type Extraction = { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] };

/** The grammars that extractors ask for; io loads only those that some claimed file needs. */
export type Language = 'bash' | 'hcl' | 'python';

/** A named node of a syntax tree. Lines count from 1; `end` is an offset behind the last character. */
export type Capture = {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
};

/** Finds the captures of a tree-sitter query in a text, in order of their place; one array a match. */
export type QuerySyntax = (
  language: Language,
  text: string,
  query: string,
) =>
  | { readonly ok: true; readonly matches: readonly (readonly Capture[])[]; readonly hasErrors: boolean }
  | { readonly ok: false; readonly reason: string };

export type ExtractTools = { readonly querySyntax: QuerySyntax; readonly commandWords: CommandWords };

/** One format. `extract` is pure: equal input gives equal facts, in order of their place. */
export type Extractor = {
  readonly name: string;
  /** Grammars that `extract` queries. */
  readonly languages: readonly Language[];
  /** Kinds of fact that it gives: what is not known if one of its files can't be read. */
  readonly gives: readonly FactKind[];
  claims(path: RepoPath): boolean;
  extract(file: SourceFile, tools: ExtractTools): Extraction;
};
