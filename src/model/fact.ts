import type { CodeFact } from './code-fact.ts';
import type { RepoPath } from './location.ts';
import type { JobFact, ScriptFact, StepFact } from './pipeline-fact.ts';
import type { Seen } from './seen.ts';

export * from './code-fact.ts';
export * from './pipeline-fact.ts';
export { type Role, roles } from './seen.ts';

export type FileFact = Seen & { readonly kind: 'file'; readonly name: string };

/** A declared piece of infrastructure. `attributes` are flat key paths (`default_action.0.type`) of static values. */
export type ResourceFact = Seen & {
  readonly kind: 'resource';
  readonly tool: string;
  readonly type: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What it depends on whether the thing is there at all ("only if alert_email is set"). */
  readonly conditional?: string;
};

/** A reference to a container image, where it is deployed or built upon. */
export type ImageFact = Seen & {
  readonly kind: 'image';
  readonly reference: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  /** Set where it is built upon and not run: what the image itself starts from (`base`), or only what helps to build it (`build`). */
  readonly use?: 'base' | 'build';
  /** A pipeline of this repository builds an image of that name; filled by derive. */
  readonly builtHere?: boolean;
};

export type DependencyFact = Seen & {
  readonly kind: 'dependency';
  /** The registry: pypi, npm, go, maven, nuget, rubygems, cran, crates, packagist, conda. */
  readonly ecosystem: string;
  /** Normalised as the registry does (PEP 503 for pypi). */
  readonly name: string;
  readonly version?: string;
  readonly scope: 'product' | 'dev' | 'optional';
};

/** A section of a document, from its heading to the next one. */
export type SectionFact = Seen & {
  readonly kind: 'section';
  /** The document's title: its first top heading, or else its file name. */
  readonly title: string;
  readonly heading: string;
  readonly level: number;
  /** The section's own prose and code, without sub-sections, at most `sectionTextLimit` characters. */
  readonly text: string;
  readonly words: number;
  /** Numbered items, list items and lines of code: what a reader could do. */
  readonly steps: number;
  /** Left to be written: TODO, TBD, `<placeholder>`, empty, or a template's words. */
  readonly unfilled: boolean;
  /** The latest date that the section or the document's front matter says of itself, ISO. */
  readonly date?: string;
};

/** A value of a configuration file by its flat key path (`logging.handlers.0.class`). */
export type ConfigFact = Seen & {
  readonly kind: 'config';
  readonly format: 'yaml' | 'json' | 'toml' | 'ini' | 'env' | 'properties';
  readonly key: string;
  /** Left out where a file of environment variables assigns something: such a value is nobody's to see. */
  readonly value?: string;
  /** What a file of environment variables is for, by its name and by whether its values are encrypted. */
  readonly environment?: 'real' | 'example' | 'test' | 'encrypted';
};

/** How well an id names one model: `pinned-until-retired` is replaced only at its end, `no-snapshot` has no better name. */
export const modelClasses = ['pinned', 'pinned-until-retired', 'alias', 'opaque', 'no-snapshot'] as const;
export type ModelClass = (typeof modelClasses)[number];

/** Where a model is named; `list` is one name of many (prices, choices), `judge` scores answers and gives none. */
export type ModelContext = 'config' | 'resource' | 'step' | 'code' | 'list' | 'judge';

/** A place that names a model, hosted or as a file. */
export type ModelReferenceFact = Seen & {
  readonly kind: 'model-reference';
  /** Who serves or keeps it, as rules/data/models.yml calls it. */
  readonly provider: string;
  /** The name without what leads to its provider: `gpt-4o` of `openai/gpt-4o`. */
  readonly id: string;
  readonly class: ModelClass;
  /** The key or the variable that it is bound to. */
  readonly name: string;
  readonly context: ModelContext;
};

/** What monitoring asks again and again: for an alert, for a number that it records, or for a panel of a dashboard. */
export type QueryFact = Seen & {
  readonly kind: 'query';
  /** As rules/data/queries.yml calls the language or the kind of metric. */
  readonly language: string;
  readonly use: 'alert' | 'record' | 'panel';
  /** The query, or the name of its metric and what belongs to it. */
  readonly text: string;
  /** What it measures: topics of rules/data/queries.yml. */
  readonly about: readonly string[];
  /** In hundredths: `95`, `99.9`. */
  readonly quantiles: readonly string[];
  /** How single values become one, where the query itself does not say. */
  readonly statistic?: string;
  readonly threshold?: string;
  /** Whether an alert reaches somebody; `unknown` where no file says who is told. */
  readonly routed: 'yes' | 'no' | 'unknown';
};

/** A table as all migrations leave it; `columns` are their types by name. */
export type TableFact = Seen & {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
};

/** A line of a CODEOWNERS file. Without owners it takes a path out. */
export type OwnerFact = Seen & { readonly kind: 'owner'; readonly pattern: string; readonly owners: readonly string[] };

/** What can be asked of the settings of a repository on its platform. */
export const settingTopics = ['repository', 'branch', 'branch-rule', 'environment', 'workflow', 'deployment'] as const;
export type SettingTopic = (typeof settingTopics)[number];

/** Something that is set where files do not reach, or could not be read there. */
export type SettingFact = Seen & {
  readonly kind: 'setting';
  readonly topic: SettingTopic;
  /** The branch, the rule, the environment, the workflow's path. */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  /** Why it could not be read: `forbidden`, `limited` … */
  readonly unread?: string;
  /** With `unread`: the least permission, or the other thing, that would settle it. */
  readonly settle?: string;
};

export type Fact =
  | FileFact
  | JobFact
  | StepFact
  | ScriptFact
  | ResourceFact
  | ImageFact
  | DependencyFact
  | SectionFact
  | CodeFact
  | ConfigFact
  | ModelReferenceFact
  | QueryFact
  | TableFact
  | OwnerFact
  | SettingFact;
export type FactKind = Fact['kind'];
export type { RepoPath };
