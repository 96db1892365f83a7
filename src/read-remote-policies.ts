import type { RepoPath } from './model/location.ts';
import type { RemoteBase } from './model/remote-base.ts';
import { type Policies, type PolicyOptions, readPolicies } from './read-policies.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** A policy names others, and they rules: more steps than that no policy takes. */
const roundLimit = 8;

/**
 * Reads policies as `readPolicies` does, with a base whose files lie on the platform: what turns out to be needed is
 * fetched, until nothing is missing. Where the platform does not give it, the head's policy counts, and that is told.
 */
export async function readRemotePolicies(
  options: PolicyOptions,
  paths: readonly RepoPath[],
  base: RemoteBase,
  ruleSet: RuleSet,
): Promise<Policies> {
  const there = new Set(base.paths);
  const texts = new Map<RepoPath, string>();
  for (let round = 0; round < roundLimit; round += 1) {
    const wanted = new Set<RepoPath>();
    const read = (asked: readonly RepoPath[]) => {
      const known = new Map<RepoPath, string>();
      for (const path of asked) {
        const text = texts.get(path);
        if (text !== undefined) known.set(path, text);
        else if (there.has(path)) wanted.add(path);
      }
      return { texts: known, diagnostics: [] };
    };
    const policies = readPolicies(options, paths, { list: () => base.paths, all: base.paths, read }, ruleSet);
    if (wanted.size === 0) return policies;
    const missing = await fetchInto(texts, base, wanted);
    if (missing !== undefined) return withoutBase(options, paths, ruleSet, missing);
  }
  return withoutBase(options, paths, ruleSet, 'its policies name too many others');
}

/** Gives what kept a text from being fetched. */
async function fetchInto(
  texts: Map<RepoPath, string>,
  base: RemoteBase,
  wanted: ReadonlySet<RepoPath>,
): Promise<string | undefined> {
  for (const path of wanted) {
    const found = await base.read(path);
    if (!found.ok) return `${path}: ${found.reason}`;
    texts.set(path, found.text);
  }
  return undefined;
}

function withoutBase(options: PolicyOptions, paths: readonly RepoPath[], ruleSet: RuleSet, reason: string): Policies {
  const message = `the policy of the base can't be read, so the one of this change counts: ${reason}`;
  const own = readPolicies(options, paths, undefined, ruleSet);
  return { ...own, diagnostics: [...own.diagnostics, { level: 'warning', code: 'base-policy-unread', message }] };
}
