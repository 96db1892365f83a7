import type { Seen } from './seen.ts';

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
