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
  readonly needs: readonly string[];
  readonly environment?: string;
  readonly condition?: string;
  /** The folder that a job's steps run in, where it says so. */
  readonly directory?: string;
  /** A failure of this job or step fails nothing (`continue-on-error`, `|| true`). */
  readonly tolerant: boolean;
  /** A person starts it or lets it pass. */
  readonly manual: boolean;
  /** What the job does (ids under rules/activity/), filled by derive. */
  readonly activities: readonly string[];
  /** What jobs that this one waits for do, transitively, filled by derive. */
  readonly needsActivity: readonly string[];
};

/** A job. `uses` and `with` are set where it calls a reusable workflow. */
export type JobFact = Seen &
  JobContext & {
    readonly kind: 'job';
    readonly uses?: string;
    readonly with: Readonly<Record<string, string>>;
  };

/** One action or one simple command that a job runs. `command` has its quotes and its wrappers (`npx`, `uv run`) taken off. */
export type StepFact = Seen &
  JobContext & {
    readonly kind: 'step';
    readonly uses?: string;
    readonly with: Readonly<Record<string, string>>;
    readonly command?: string;
    /** Variables in sight of the step; values of secrets stay expressions (`${{ secrets.X }}`). */
    readonly env: Readonly<Record<string, string>>;
  };

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
  /** Set where it is built upon and not run: what the image itself starts from (`base`), or only what helps to build it (`build`). */
  readonly use?: 'base' | 'build';
  /** A pipeline of this repository builds an image of that name; filled by derive. */
  readonly builtHere?: boolean;
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

export type Fact = FileFact | JobFact | StepFact | ResourceFact | ImageFact | DependencyFact | SectionFact;
export type FactKind = Fact['kind'];
export type { RepoPath };
