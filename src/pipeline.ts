import { readDeliveryPipelines } from './derive/delivery-pipelines.ts';
import { expandCalls } from './derive/expand-calls.ts';
import { describeFile } from './derive/hollow-files.ts';
import { linkImages } from './derive/image-links.ts';
import { deriveJobGraph } from './derive/job-graph.ts';
import { resolveKustomize } from './derive/kustomize.ts';
import { deriveModelReferences } from './derive/model-references.ts';
import { deriveTables } from './derive/net-schema.ts';
import { deriveOwnProduct } from './derive/own-product.ts';
import { pathRole } from './derive/path-roles.ts';
import { deriveQueries } from './derive/queries.ts';
import { resolveCommands } from './derive/resolve-commands.ts';
import { resolveTemplates } from './derive/resolve-templates.ts';
import { deriveSettled, disableBySettings } from './derive/settings.ts';
import { mayHold } from './extract/github-actions/condition.ts';
import { gatherIncluded } from './extract/gitlab-ci/included.ts';
import { completeCharts } from './extract/helm/chart-facts.ts';
import { readCharts } from './extract/helm/charts.ts';
import { placeInTemplate } from './extract/helm/place.ts';
import { renderCharts } from './extract/helm/render.ts';
import { extractors } from './extract/index.ts';
import type { RenderedText } from './lib/go-template/output.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Obscured } from './model/evidence.ts';
import type { Fact, FactKind, SettingFact } from './model/fact.ts';
import type { RepoPath } from './model/location.ts';
import type { ModelTables } from './model/model-tables.ts';
import type { Extraction, ExtractTools, Language, SourceFile } from './model/source.ts';
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
  modelTables: ModelTables,
  repository?: string,
  extract: ExtractFile = (file, rendered) => extractFile(file, rendered, tools),
  settings: readonly SettingFact[] = [],
): GatheredFacts {
  const present = paths.map((path) => describeFile(path, texts.get(path)));
  const roles = new Map(present.map(({ at, role }) => [at.path, role]));
  const files = includeFiles(
    [...texts].map(([path, text]) => ({ path, role: roles.get(path) ?? pathRole(path), text })),
  );
  const charts = readCharts(files);
  const rendered = renderCharts(charts);
  const extracted = files.flatMap((file) => extract(file, rendered.get(file.path)));
  const complete = completeCharts(
    charts,
    extracted.flatMap((extraction) => extraction.facts),
  );
  const resolved = resolveTemplates(
    extracted.flatMap(({ parts = [] }) => parts),
    complete,
    texts,
  );
  const tables = deriveTables(extracted.flatMap(({ tableChanges = [] }) => tableChanges));
  const read = readDeliveryPipelines(resolveKustomize([...present, ...complete, ...resolved.facts, ...tables]));
  const own = deriveOwnProduct(read, recogniseMarks(rules, indexFacts(read)));
  const settled = disableBySettings([...own, ...settings], settings);
  const queries = deriveQueries(settled, files, tools.queryTables);
  const facts = [...settled, ...queries, ...deriveModelReferences(settled, modelTables)];
  const expanded = expandCalls(facts, {
    // A called workflow sees the event of its caller, whoever that is.
    mayHold: (condition, event) => mayHold(condition, event === 'workflow_call' ? undefined : event),
    ...(repository === undefined ? {} : { repository }),
  });
  const followed = resolveCommands(expanded.facts, tools.commandWords);
  const known = deriveSettled(followed.facts, settings);
  const marks = recogniseMarks(rules, indexFacts(known));
  const withActivities = linkImages(deriveJobGraph(known, marks), repository);
  return {
    facts: withActivities,
    // A second look, since a rule that marks may ask for an activity (a promotion is a deploy that waits for one).
    marks: recogniseMarks(rules, indexFacts(withActivities)),
    diagnostics: [
      ...extracted.flatMap((extraction) => extraction.diagnostics),
      ...resolved.diagnostics,
      ...expanded.diagnostics,
      ...followed.diagnostics,
    ],
  };
}

/** What one file gives by itself; for a template of a chart, as it is rendered. */
export type ExtractFile = (file: SourceFile, rendered: RenderedText | undefined) => readonly Extraction[];

type Extracted = {
  readonly text: string;
  /** The files that are read with it. */
  readonly included: string;
  readonly shown: string | undefined;
  readonly extractions: readonly Extraction[];
};

/** Extracts what it is given once: a file that is the same in another state of the repository gives what it gave before. */
export function extractOnce(tools: ExtractTools): ExtractFile {
  const known = new Map<RepoPath, readonly Extracted[]>();
  return (file, rendered) => {
    const before = known.get(file.path) ?? [];
    const included = JSON.stringify([file.included ?? [], file.isIncluded ?? false]);
    const found = before.find(
      (one) => one.text === file.text && one.shown === rendered?.text && one.included === included,
    );
    if (found) return found.extractions;
    const extractions = extractFile(file, rendered, tools);
    known.set(file.path, [...before, { text: file.text, shown: rendered?.text, included, extractions }]);
    return extractions;
  };
}

/** A template of a chart is read as it is rendered, and its facts stand where the template makes them. */
function extractFile(file: SourceFile, rendered: RenderedText | undefined, tools: ExtractTools): readonly Extraction[] {
  const extract = (source: SourceFile) =>
    extractors.filter(({ claims }) => claims(file.path)).map((extractor) => extractor.extract(source, tools));
  if (!rendered) return extract(file);
  const read = extract({ ...file, text: rendered.text, isTemplate: true });
  // Where a gap makes the rendered text faulty, the template itself may still be read.
  if (read.some(({ diagnostics }) => diagnostics.length > 0)) {
    const plain = extract({ ...file, isTemplate: true });
    if (plain.every(({ diagnostics }) => diagnostics.length === 0)) return plain;
  }
  return read.map((extraction) => placeInTemplate(extraction, rendered));
}

/** Files with those that they include, which are then read as a part of them. */
function includeFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const included = gatherIncluded(files);
  const parts = new Set([...included.values()].flat().map(({ path }) => path));
  return files.map((file) => {
    const own = included.get(file.path);
    const isIncluded = parts.has(file.path);
    return { ...file, ...(own === undefined ? {} : { included: own }), ...(isIncluded ? { isIncluded } : {}) };
  });
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
