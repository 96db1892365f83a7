import type { CommandWords } from './command-words.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { CodeFact, CodeLanguage, Fact, FactKind, Role } from './fact.ts';
import type { RepoPath } from './location.ts';
import type { QueryTables } from './query-tables.ts';
import type { TableChange } from './table-change.ts';
import type { Part } from './template.ts';

/** A file that was read, as an extractor sees it. */
export type SourceFile = {
  readonly path: RepoPath;
  readonly role: Role;
  readonly text: string;
  /** Actions of templates may be left in its text, even where it looks like plain data. */
  readonly isTemplate?: boolean;
  /** Files that are read as a part of it, in order. */
  readonly included?: readonly IncludedFile[];
  /** It is read as a part of another file. */
  readonly isIncluded?: boolean;
};

/** A file that another one includes; `line` is the one that says so. */
export type IncludedFile = { readonly path: RepoPath; readonly text: string; readonly line: number };

/** What one file gave. A file that does not parse gives no facts and a diagnostic. */
export type Extraction = {
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  /** What derive makes facts of, since that takes other files too. */
  readonly parts?: readonly Part[];
  /** What it does to the tables of a database, of which all files together make facts. */
  readonly tableChanges?: readonly TableChange[];
};

/** The grammars that extractors ask for; io loads only those that some claimed file needs. */
export type Language = 'bash' | 'hcl' | 'python' | 'tsx' | 'go' | 'java' | 'csharp' | 'ruby';

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

/** Tells of a fact, by its kind and all of its words, whether some rule may match it in the file that was looked at. */
export type MayMatter = (kind: CodeFact['kind'], words: string) => boolean;

/** Undefined for a text of whose words no fact could be made that any rule matches. */
export type LookAtText = (text: string) => MayMatter | undefined;

/** The cheap first look at code of a language in paths of a role; undefined if no rule asks for such code at all. */
export type FirstLook = (language: CodeLanguage, role: Role) => LookAtText | undefined;

export type ExtractTools = {
  readonly querySyntax: QuerySyntax;
  readonly commandWords: CommandWords;
  readonly queryTables: QueryTables;
  readonly firstLook: FirstLook;
};

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
