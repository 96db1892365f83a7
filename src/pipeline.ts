import { expandCalls } from './derive/expand-calls.ts';
import { deriveJobGraph } from './derive/job-graph.ts';
import { pathRole } from './derive/path-roles.ts';
import { resolveCommands } from './derive/resolve-commands.ts';
import { mayHold } from './extract/github-actions/condition.ts';
import { extractors } from './extract/index.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Obscured } from './model/evidence.ts';
import type { Fact, FactKind, FileFact } from './model/fact.ts';
import type { RepoPath } from './model/location.ts';
import type { ExtractTools, Language } from './model/source.ts';
import type { CompiledRule } from './rules/compile.ts';
import { indexFacts } from './rules/match.ts';
import { recogniseMarks } from './rules/recognise.ts';
import { leafKinds } from './rules/schema.ts';

/** Paths that some extractor reads. */
export function claimedPaths(paths: readonly RepoPath[]): readonly RepoPath[] {
  return paths.filter(
    (path) => pathRole(path) !== 'vendored' && extractors.some((extractor) => extractor.claims(path)),
  );
}

/** The grammars that the claimed files need. */
export function neededLanguages(paths: readonly RepoPath[]): readonly Language[] {
  return [
    ...new Set(
      extractors.filter(({ claims }) => paths.some((path) => claims(path))).flatMap(({ languages }) => languages),
    ),
  ];
}

export type GatheredFacts = {
  readonly facts: readonly Fact[];
  readonly marks: ReadonlyMap<Fact, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Files to facts: extracts each file's own, follows what pipelines call and start, marks activities, and puts on jobs what
 * they do and wait for. A repository may call itself by its name (`owner/name`).
 */
export function gatherFacts(
  paths: readonly RepoPath[],
  texts: ReadonlyMap<RepoPath, string>,
  rules: readonly CompiledRule[],
  tools: ExtractTools,
  repository?: string,
): GatheredFacts {
  const extracted = [...texts].flatMap(([path, text]) =>
    extractors
      .filter((extractor) => extractor.claims(path))
      .map((extractor) => extractor.extract({ path, role: pathRole(path), text }, tools)),
  );
  const facts = [...paths.map(fileFact), ...extracted.flatMap((extraction) => extraction.facts)];
  const expanded = expandCalls(facts, {
    // A called workflow sees the event of its caller, whoever that is.
    mayHold: (condition, event) => mayHold(condition, event === 'workflow_call' ? undefined : event),
    ...(repository === undefined ? {} : { repository }),
  });
  const resolved = resolveCommands(expanded.facts, tools.commandWords);
  const withGraph = deriveJobGraph(resolved.facts, recogniseMarks(rules, indexFacts(resolved.facts)));
  return {
    facts: withGraph,
    // A second look, since a rule that marks may ask for an activity (a promotion is a deploy that waits for one).
    marks: recogniseMarks(rules, indexFacts(withGraph)),
    diagnostics: [
      ...extracted.flatMap((extraction) => extraction.diagnostics),
      ...expanded.diagnostics,
      ...resolved.diagnostics,
    ],
  };
}

function fileFact(path: RepoPath): FileFact {
  return { kind: 'file', at: { path, line: 1 }, role: pathRole(path), name: path.slice(path.lastIndexOf('/') + 1) };
}

/** Product files that a limit kept from being read leave unknown what their facts could have shown. */
export function obscuredByLimits(unread: readonly RepoPath[], rules: readonly CompiledRule[]): readonly Obscured[] {
  return unread
    .filter((path) => pathRole(path) === 'product' || pathRole(path) === 'docs')
    .flatMap((path) => {
      const kinds = new Set(extractors.filter(({ claims }) => claims(path)).flatMap(({ gives }) => gives));
      const targets = rules
        .filter(({ rule }) => leafKinds(rule.match).some((kind) => kinds.has(kind)))
        .flatMap(({ rule }) => [...(rule.proves ?? []), ...(rule.signs ?? [])]);
      return [...new Set(targets)].map((target) => ({
        rule: 'limits',
        target,
        at: { path, line: 1 },
        reason: `${path} could not be read`,
        settle: 'make it smaller or exclude it in the policy',
      }));
    });
}

/** How many files hold a fact of a kind that the rules ask for, by target. */
export function countLooked(facts: readonly Fact[], rules: readonly CompiledRule[]): ReadonlyMap<string, number> {
  const filesOf = new Map<FactKind, Set<string>>();
  for (const { kind, at } of facts) filesOf.set(kind, (filesOf.get(kind) ?? new Set()).add(at.path));
  const kindsOf = new Map<string, Set<FactKind>>();
  for (const { rule } of rules) {
    for (const target of [...(rule.proves ?? []), ...(rule.signs ?? []), ...(rule.hints ?? [])]) {
      const kinds = kindsOf.get(target) ?? new Set();
      for (const kind of leafKinds(rule.match)) kinds.add(kind);
      kindsOf.set(target, kinds);
    }
  }
  return new Map(
    [...kindsOf].map(([target, kinds]) => [
      target,
      new Set([...kinds].flatMap((kind) => [...(filesOf.get(kind) ?? [])])).size,
    ]),
  );
}
