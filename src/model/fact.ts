import type { Location, RepoPath } from './location.ts';

/** What a path is for. Vendored, generated and example files never count for an aspect. */
export const roles = ['product', 'test', 'example', 'docs', 'vendored', 'generated'] as const;
export type Role = (typeof roles)[number];

type Seen = {
  readonly at: Location;
  readonly role: Role;
  /** Why the thing does not run although it is written down ("if: false", "count = 0"). Such a fact is never evidence. */
  readonly disabled?: string;
};

export type FileFact = Seen & { readonly kind: 'file'; readonly name: string };

/** What is known of the job that a step stands in; every step carries it, so that a rule seldom joins. */
export type JobContext = {
  readonly provider: string;
  /** The job's id in its pipeline; pipeline file and id together name it. */
  readonly job: string;
  /** Events in GitHub's words whatever the provider: push, pull_request, schedule, workflow_dispatch, release, tag … */
  readonly triggers: readonly string[];
  /** Branches that a push has to be on. Empty: any. */
  readonly branches: readonly string[];
  /** Path filters of the trigger. Empty: any path. */
  readonly paths: readonly string[];
  /** Jobs that have to end before it starts; a job that a called workflow brings waits for what its caller needs too. */
  readonly needs: readonly string[];
  readonly environment?: string;
  readonly condition?: string;
  /** The folder that a job's steps run in, where it says so; of a command, also what `cd` has made of it. */
  readonly directory?: string;
  /** A failure of this job or step fails nothing (`continue-on-error`, `|| true`). */
  readonly tolerant: boolean;
  /** A person starts it or lets it pass. */
  readonly manual: boolean;
  /** What it starts was found in the repository, and stands beside it as facts of its own with `via`. */
  readonly followed: boolean;
  /** Where the thing itself is written (`Makefile:12`), outermost first, if `at` is only the place that starts it. */
  readonly via?: readonly string[];
} & DerivedContext;

/** What derive finds out about a job over all pipelines. */
type DerivedContext = {
  /** What the job or step does (ids under rules/activity/). */
  readonly activities: readonly string[];
  /** What jobs that this one waits for do, transitively; nothing whose failure fails nothing. */
  readonly needsActivity: readonly string[];
  readonly environmentClass: EnvironmentClass;
  /** The classes of the environments that jobs reach which this one waits for, transitively. */
  readonly needsEnvironment: readonly EnvironmentClass[];
  /** Of a job that deploys in a repository with an evaluation: why no evaluation holds it up. Empty: one does. */
  readonly gateBreakers: readonly string[];
  /** Of a job that deploys after an evaluation or an approval: jobs that deploy the same without it, as `path:line`. */
  readonly alsoDeployedBy: readonly string[];
} & SettledContext;

/** What the settings of the platform say of a job; nothing where they were not asked. */
type SettledContext = {
  /** Who has to let it into its environment; `custom` is a service that is asked. */
  readonly reviewers?: 'required' | 'custom' | 'none' | 'unread';
  /** Nobody merges before it has passed. */
  readonly required?: boolean;
  /** How its pipeline ended lately; `dormant`: not for a year in which the code moved on. */
  readonly lastRuns?: 'passing' | 'failing' | 'dormant';
};

/** What kind of environment a job reaches, by its name (src/lib/environment-names.ts). */
export type EnvironmentClass = 'production' | 'nonproduction' | 'none';

/** A job. `uses` and `with` are set where it calls a reusable workflow. */
export type JobFact = Seen &
  JobContext & {
    readonly kind: 'job';
    readonly uses?: string;
    readonly with: Readonly<Record<string, string>>;
    /** What people and checks call it, where that is not its id. */
    readonly label?: string;
    /** The name of its pipeline, by which `follows` of other pipelines means it. */
    readonly pipeline?: string;
    /** Names of pipelines whose end starts it. */
    readonly follows?: readonly string[];
    /** Those of `needs` and `follows` that stop it neither by a failure nor, or only not, by being skipped. */
    readonly despite?: Readonly<Record<string, 'failure' | 'skip'>>;
    /** Inputs of its pipeline: their defaults, or what the caller gave. */
    readonly inputs?: Readonly<Record<string, string>>;
  };

/** One action or one simple command that a job runs. `command` has its quotes and its wrappers (`npx`, `uv run`) taken off. */
export type StepFact = Seen &
  JobContext & {
    readonly kind: 'step';
    readonly uses?: string;
    readonly with: Readonly<Record<string, string>>;
    readonly command?: string;
    /** The words as they are written, where `command` hides some: wrappers, words with blanks in them. */
    readonly words?: readonly string[];
    /** What the script asks before it, where the answer may skip the command (`[ -n "$KEY" ]`). */
    readonly guard?: string;
    /** It runs although an earlier step of its job has failed. */
    readonly always: boolean;
    /** What earlier steps of the same job do, nothing whose failure fails nothing; filled by derive. */
    readonly afterActivity: readonly string[];
    /** Variables in sight of the step; values of secrets stay expressions (`${{ secrets.X }}`). */
    readonly env: Readonly<Record<string, string>>;
  };

type CommandContext = {
  readonly line: number;
  readonly tolerant: boolean;
  readonly disabled?: string;
  readonly directory?: string;
  readonly condition?: string;
  readonly guard?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** What a script does: runs a command, uses an action, or calls another script of its own file. */
export type ScriptCommand = CommandContext &
  (
    | { readonly does: 'run'; readonly command: string; readonly words?: readonly string[] }
    | { readonly does: 'use'; readonly uses: string; readonly with: Readonly<Record<string, string>> }
    | { readonly does: 'call'; readonly script: string; readonly arguments: readonly string[] }
  );

/** Commands under a name that a pipeline may start: a target, a task, a package's script, a script file, a local action. */
export type ScriptFact = Seen & {
  readonly kind: 'script';
  /** The format, by which rules/data/commands.yml tells what starts it. */
  readonly runner: string;
  /** A script file's path and an action's folder are their names. */
  readonly name: string;
  /** The folder that it runs in; where that is the caller's, none. */
  readonly directory?: string;
  /** The package that it belongs to, where there can be several of a kind. */
  readonly package?: string;
  /** Names that stand as `${name}` in the commands, in the order of arguments, with their defaults. */
  readonly parameters: readonly ScriptParameter[];
  readonly commands: readonly ScriptCommand[];
};

export type ScriptParameter = { readonly name: string; readonly default?: string };

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
