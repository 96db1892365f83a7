import type { AssessContext, Tree } from './assess-tree.ts';
import { type FetchReference, withReferences } from './fetch-references.ts';
import { type Base, readBase } from './io/commit.ts';
import { readDirectory } from './io/directory.ts';
import { readGrammars } from './io/grammars.ts';
import { type Listing, listFiles } from './io/list-files.ts';
import { type ReadFiles, readFiles } from './io/read-files.ts';
import { type RepositoryIdentity, readIdentity } from './io/repository.ts';
import type { RemoteBase } from './model/remote-base.ts';
import type { Mode } from './model/report.ts';
import type { Settings } from './model/setting.ts';
import type { QuerySyntax } from './model/source.ts';
import { claimedPaths, extractOnce, neededLanguages } from './pipeline.ts';
import { type Policies, policyBaseOf, readPolicies } from './read-policies.ts';
import { readRemotePolicies } from './read-remote-policies.ts';
import { compileRule } from './rules/compile.ts';
import { patternEngine } from './rules/engine.ts';
import { prepareFirstLook } from './rules/first-look.ts';
import { collectAllNeeds } from './rules/look-for-models.ts';
import { withPrefilters } from './rules/prefilters.ts';
import type { RuleSet } from './rules/rule-set.ts';
import { compileTeamRules } from './rules/team.ts';

export type RunOptions = {
  /** The folder to scan. */
  readonly directory: string;
  /** A policy from elsewhere. */
  readonly policyPath?: string;
  /** Policies above it, wherever they lie. */
  readonly orgPolicyPaths?: readonly string[];
  /** False for the result without waivers and attestations. */
  readonly waivers?: boolean;
  /** Overrides the policy's mode. */
  readonly mode?: Mode;
  /** Only this system. */
  readonly system?: string;
  /** What to compare with, and whose policy counts: the first of the revisions that the clone has. */
  readonly base?: { readonly revisions: readonly string[]; readonly isAsked: boolean };
  /** The run is about no change, as on a schedule, so that a ratchet has nothing to hold. */
  readonly isUnchanged?: boolean;
  /** ISO; decides what is due and what is stale. */
  readonly today: string;
  readonly version: string;
  /** Opens the base where the clone lacks it; `prefix` is the scanned folder from the top. Undefined if that fails. */
  readonly openBase?: (prefix: string) => Promise<RemoteBase | undefined>;
  /** Asks the platform for a policy of another repository. Left out: such a policy is unknown, and the run incomplete. */
  readonly fetchPolicy?: FetchReference;
  /** Reads the settings of the platform, given what the clone is called there; only files are read if left out. */
  readonly readSettings?: (clone: Pick<RepositoryIdentity, 'name' | 'host'>) => Promise<Settings>;
};

/** All that a run looks at, read once. */
export type RunInput = {
  readonly directory: string;
  readonly listing: Listing;
  readonly identity: RepositoryIdentity;
  readonly read: ReadFiles;
  /** The folder as it is. */
  readonly head: Tree;
  readonly base: Base | undefined;
  readonly settings: Settings | undefined;
  readonly policies: Policies;
  /** The policy is the one of the base, read from the platform. */
  readonly isPolicyRemote: boolean;
  readonly context: AssessContext;
};

/** Reads the folder, its base, the settings of the platform, the policies and the rules that they bring. */
export async function readRun(options: RunOptions, ruleSet: RuleSet): Promise<RunInput> {
  const directory = readDirectory(options.directory);
  const [listing, identity, base] = await Promise.all([
    listFiles(directory),
    readIdentity(directory),
    readBase(directory, options.base?.revisions ?? []),
  ]);
  const settings = await options.readSettings?.(identity);
  const remote = base ? undefined : await options.openBase?.(identity.prefix);
  const policies = await withReferences(options.fetchPolicy, (readReference) =>
    remote
      ? readRemotePolicies({ ...options, directory, readReference }, listing.paths, remote, ruleSet)
      : readPolicies(
          { ...options, directory, readReference },
          listing.paths,
          base && policyBaseOf(directory, base),
          ruleSet,
        ),
  );
  const claimed = claimedPaths(listing.paths);
  const ofBase = claimedPaths([...(base?.files.keys() ?? [])]);
  const querySyntax = await readGrammars(neededLanguages([...claimed, ...ofBase]));
  const read = readFiles(directory, claimed);
  const input = { directory, listing, identity, read, base, settings, policies };
  return {
    ...input,
    head: { paths: listing.paths, texts: read.texts, unread: read.unread },
    isPolicyRemote: remote !== undefined && policies.isOfBase,
    context: prepareContext(input, options, ruleSet, querySyntax),
  };
}

function prepareContext(
  { identity, settings, policies }: Pick<RunInput, 'identity' | 'settings' | 'policies'>,
  { today, waivers = true }: RunOptions,
  ruleSet: RuleSet,
  querySyntax: QuerySyntax,
): AssessContext {
  const { model, modelTables, commandWords, queryTables } = ruleSet;
  const { policy, team } = policies;
  const engine = withPrefilters(patternEngine, ruleSet.prefilters);
  const needs =
    team.rules.length === 0 ? ruleSet.needs : collectAllNeeds([...ruleSet.rules, ...team.rules], modelTables);
  const tools = { querySyntax, commandWords, queryTables, firstLook: prepareFirstLook(needs) };
  return {
    model,
    modelTables,
    rules: [...ruleSet.rules.map((rule) => compileRule(rule, engine)), ...compileTeamRules(team.rules)],
    tools,
    extract: extractOnce(tools),
    today,
    declared: policy.systems,
    repository: identity.name ?? undefined,
    repositoryName: identity.name?.split('/').at(-1) ?? identity.folder,
    hold: policy.hold,
    waivers,
    settings: settings?.facts ?? [],
  };
}
