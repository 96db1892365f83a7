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
};

/** What kind of environment a job reaches, by its name (src/lib/environment-name.ts). */
export type EnvironmentClass = 'production' | 'nonproduction' | 'none';

/** A job. `uses` and `with` are set where it calls a reusable workflow. */
export type JobFact = Seen &
  JobContext & {
    readonly kind: 'job';
    readonly uses?: string;
    readonly with: Readonly<Record<string, string>>;
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
};

/** A reference to a container image, where it is deployed or built upon. */
export type ImageFact = Seen & {
  readonly kind: 'image';
  readonly reference: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
};

export type DependencyFact = Seen & {
  readonly kind: 'dependency';
  /** The registry: pypi, npm … */
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

export type Fact = FileFact | JobFact | StepFact | ScriptFact | ResourceFact | ImageFact | DependencyFact | SectionFact;
export type FactKind = Fact['kind'];
export type { RepoPath };
