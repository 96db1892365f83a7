import type { Seen } from './seen.ts';

/** Languages whose code is read, as rules spell them; JavaScript counts as TypeScript. */
export const codeLanguages = ['python', 'typescript', 'go', 'java', 'csharp', 'ruby'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/** What a file takes from one module. */
export type ImportFact = Seen & {
  readonly kind: 'import';
  readonly language: CodeLanguage;
  /** As the language writes it; a module of the repository itself from its root: `.app.llm`, `./src/lib/llm`. */
  readonly module: string;
  /** The names taken from it as the module spells them, `*` for all; a default import by its name in the file. */
  readonly names: readonly string[];
};

/** A call, the construction of an object, or a decorator (annotation, attribute) without parentheses. */
export type CallFact = Seen & {
  readonly kind: 'call';
  readonly language: CodeLanguage;
  /**
   * Where the called thing comes from, as far as imports and variables of the file tell
   * (`openai.OpenAI.chat.completions.create`); else as the source writes it (`logger.info`), with `?` for a receiver
   * that has no name. Calls and subscripts on the way leave no trace in it.
   */
  readonly callee: string;
  /**
   * By keyword or position. Literals without quotes; all else as source text of at most 120
   * characters. Objects, dictionaries and lists are there both as text and flat (`0.model`, `tags.0`), objects also by a
   * variable that was made of one.
   */
  readonly arguments: Readonly<Record<string, string>>;
  /** The name of the innermost function around it that has one. */
  readonly inside?: string;
  /** It decorates a function, a class or a member of one. */
  readonly decorator: boolean;
};

/** A string or a number that has a name: of a variable, a member, a parameter, a keyword, a key or an environment variable. */
export type LiteralFact = Seen & {
  readonly kind: 'literal';
  readonly language: CodeLanguage;
  readonly name: string;
  readonly value: string;
};

/** A class, struct or record. */
export type ClassFact = Seen & {
  readonly kind: 'class';
  readonly language: CodeLanguage;
  readonly name: string;
  /** Where its base classes and interfaces come from, as in `CallFact`. */
  readonly bases: readonly string[];
  /** Members that its body declares, but methods. */
  readonly fields: readonly string[];
  readonly decorators: readonly string[];
};

export type CodeFact = ImportFact | CallFact | LiteralFact | ClassFact;
