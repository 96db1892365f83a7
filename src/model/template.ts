import type { Expression, LoopHead } from './expression.ts';
import type { Role } from './fact.ts';
import type { RepoPath } from './location.ts';

/** Languages that declare infrastructure with variables, conditions and modules. */
export type TemplateLanguage = 'terraform' | 'cloudformation' | 'bicep' | 'arm';

export type NamedExpression = { readonly name: string; readonly value: Expression };

/** What the one who deploys a template may set. The value of a secret is never looked at. */
export type TemplateInput = { readonly name: string; readonly default?: Expression; readonly isSecret: boolean };

/** A resource, or a call of another template. */
export type Declared = {
  readonly type: string;
  /** Empty where the language knows a thing by its `name` alone. */
  readonly name: string;
  readonly line: number;
  /** A map. */
  readonly body: Expression;
  /** It is only there if this holds. */
  readonly condition?: Expression;
  /** It is there so often. */
  readonly count?: Expression;
  /** It is there once for each element. */
  readonly each?: LoopHead;
  readonly calls?: TemplateCall;
};

/** What is called, by a path as the source writes it or in place, and the values of its inputs (a map). */
export type TemplateCall = { readonly template: string | Template; readonly inputs: Expression };

/** What one file declares, before its variables are worked out. */
export type Template = {
  readonly kind: 'template';
  readonly language: TemplateLanguage;
  readonly path: RepoPath;
  readonly role: Role;
  readonly inputs: readonly TemplateInput[];
  readonly locals: readonly NamedExpression[];
  readonly declared: readonly Declared[];
  /** A machine made it of another template (`main.json` of `main.bicep`). */
  readonly isCompiled: boolean;
};

/** A file with values for the inputs of a template (`prod.tfvars`), perhaps with the path of that template. */
export type TemplateValues = {
  readonly kind: 'values';
  readonly language: TemplateLanguage;
  readonly path: RepoPath;
  readonly values: readonly NamedExpression[];
  readonly template?: string;
};

/** What becomes facts only together with other files. */
export type Part = Template | TemplateValues;
