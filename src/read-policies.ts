import { type Base, commitReader, listCommit } from './io/commit.ts';
import { folderReader, type PolicyFile, readNamedPolicy, readPolicyFile, readUpperPolicy } from './io/policy-file.ts';
import type { ReadTexts } from './io/read-files.ts';
import { readTeamRules } from './io/rule-files.ts';
import { UserError } from './lib/user-error.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { RepoPath } from './model/location.ts';
import type { PolicyConflict } from './model/policy.ts';
import type { PolicyChange } from './model/policy-change.ts';
import type { ReadReference } from './model/policy-reference.ts';
import { diffFiles, diffPolicies } from './policy/diff.ts';
import { siftRules } from './policy/organisation/rules.ts';
import { type ResolvedPolicy, resolvePolicy } from './policy/resolve.ts';
import { openReferences, type PolicyReferences } from './policy-references.ts';
import type { LoadedRule } from './rules/load.ts';
import type { RuleSet } from './rules/rule-set.ts';
import { loadTeamRules } from './rules/team.ts';

export type PolicyOptions = {
  readonly directory: string;
  /** A policy from elsewhere. */
  readonly policyPath?: string;
  /** Policies above it, wherever they lie. */
  readonly orgPolicyPaths?: readonly string[];
  /** ISO. */
  readonly today: string;
  /** Gives policies of other repositories. */
  readonly readReference?: ReadReference;
};

/** A policy with the rules that it brings. */
export type Policies = {
  readonly policy: ResolvedPolicy;
  readonly team: { readonly rules: readonly LoadedRule[]; readonly conflicts: readonly PolicyConflict[] };
  /** What the head says otherwise, to take effect after the merge. */
  readonly changes: readonly PolicyChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** The base's could be read, and count. */
  readonly isOfBase: boolean;
};

/** Where the policy of a base is read. */
export type PolicyBase = {
  /** Its files. */
  list(): readonly RepoPath[];
  /** Files of any state of the base, which tell the folders that a policy may name. */
  readonly all: readonly RepoPath[];
  readonly read: ReadTexts;
};

/** A base that the clone has. */
export function policyBaseOf(directory: string, base: Base): PolicyBase {
  const list = () => listCommit(directory, base.tip);
  // A system that the base declares may have no folder on the head, and the other way round.
  const ofTip = base.tip === base.fork ? [] : list();
  return { list, all: [...base.files.keys(), ...ofTip], read: commitReader(directory, base.tip) };
}

/**
 * Reads the policy of the folder with the policies and rules that it names, and where there is a base, those of the base,
 * which are the ones that count: no change judges itself. What lies outside the folder counts for both. Throws a
 * UserError for mistakes in the head's.
 */
export function readPolicies(
  options: PolicyOptions,
  paths: readonly RepoPath[],
  base: PolicyBase | undefined,
  ruleSet: RuleSet,
): Policies {
  const { directory } = options;
  const all = [...paths, ...(base?.all ?? [])];
  const references = openReferences(options.readReference);
  const folder = { list: () => paths, all, read: folderReader(directory), references };
  const own = readState(readSources(options, references), folder, options, ruleSet);
  if (!base) return { ...own, changes: [], diagnostics: references.diagnostics(), isOfBase: false };
  const { read, list } = base;
  const state = { list, all, read, references };
  try {
    const sources = sourcesOfBase(options, own.sources, read);
    const before = readState({ ...sources, team: withoutPlace(sources.team) }, state, options, ruleSet, sources.team);
    const changes = [
      ...diffPolicies(before.policy.parsed, own.policy.parsed, own.policy.policyPath),
      ...diffFiles(before.texts, own.texts),
    ];
    return { ...(changes.length === 0 ? own : before), changes, diagnostics: references.diagnostics(), isOfBase: true };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Only a change can mend it, and would never pass if the broken one counted.
    const message = `the policy of the base can't be read, so the one of this change counts: ${error.message}`;
    return {
      ...own,
      changes: [],
      diagnostics: [...references.diagnostics(), { level: 'warning', code: 'base-policy-unread', message }],
      isOfBase: false,
    };
  }
}

/** The policy, and those that options name above it. */
type Sources = { readonly team: PolicyFile | undefined; readonly named: readonly PolicyFile[] };

function readSources(
  { directory, policyPath, orgPolicyPaths = [] }: PolicyOptions,
  references: PolicyReferences,
): Sources {
  return {
    team: readPolicyFile(directory, policyPath),
    named: orgPolicyPaths.flatMap((path) => {
      const elsewhere = references.read(path);
      if (elsewhere?.ok === false) throw new UserError(elsewhere.reason);
      const file = elsewhere ? elsewhere.file : readNamedPolicy(directory, path);
      return file === undefined ? [] : [file];
    }),
  };
}

/** The same files as the base has them; of a named one that it has not, its usual one, or the head's above the team's. */
function sourcesOfBase({ directory, policyPath }: PolicyOptions, head: Sources, read: ReadTexts): Sources {
  const onBase = (file: PolicyFile): PolicyFile | undefined => {
    if (file.path === undefined) return file;
    const text = read([file.path]).texts.get(file.path);
    return text === undefined ? undefined : { ...file, text };
  };
  const named = policyPath === undefined || !head.team ? undefined : onBase(head.team);
  return {
    team: named ?? readPolicyFile(directory, undefined, read),
    named: head.named.map((file) => onBase(file) ?? file),
  };
}

/** Lines of the base's file are none of the head's, which is the one that can be edited. */
function withoutPlace(file: PolicyFile | undefined): PolicyFile | undefined {
  return file && { text: file.text, name: file.name };
}

type State = {
  /** Its files. */
  list(): readonly RepoPath[];
  /** Files of any state, which tell the folders that a policy may name. */
  readonly all: readonly RepoPath[];
  readonly read: ReadTexts;
  readonly references: PolicyReferences;
};

/** Gives also the texts that were read beside the policy: those above it, and rules. `place` is where the policy lies. */
function readState(
  sources: Sources,
  { list, all, read, references }: State,
  options: PolicyOptions,
  ruleSet: RuleSet,
  place = sources.team,
) {
  const { directory, today } = options;
  const texts = new Map<RepoPath, string>();
  const recorded: ReadTexts = (wanted, limits) => {
    const found = read(wanted, limits);
    for (const [path, text] of found.texts) texts.set(path, text);
    return found;
  };
  for (const { path, text } of sources.named) if (path !== undefined) texts.set(path, text);
  const policy = resolvePolicy(sources.team, {
    model: ruleSet.model,
    regimes: ruleSet.regimes.map(({ id }) => id),
    paths: all,
    readUpper: (path, from) =>
      references.read(path, from) ??
      readUpperPolicy(directory, path, from.name === place?.name ? place : from, recorded),
    named: sources.named,
    today,
  });
  return { policy, team: readOwnRules(directory, policy, { list, read: recorded }, ruleSet), texts, sources };
}

/** The team's own rules, without what a policy above leaves to the built-in ones. */
function readOwnRules(
  directory: string,
  policy: ResolvedPolicy,
  { list, read }: Pick<State, 'list' | 'read'>,
  ruleSet: RuleSet,
) {
  const { rules, policyPath, lines, layers } = policy;
  if (rules === undefined) return { rules: [], conflicts: [] };
  const loaded = loadTeamRules(readTeamRules(directory, rules, list(), read), ruleSet);
  const at = policyPath === undefined ? {} : { at: { path: policyPath, line: lines.rules ?? 1 } };
  return siftRules(loaded, layers, at);
}
