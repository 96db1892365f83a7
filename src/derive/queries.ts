import { withoutCredentials } from '../lib/secret-names.ts';
import type { Fact, QueryFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { QueryTables } from '../model/query-tables.ts';
import type { SourceFile } from '../model/source.ts';
import { type Document, documentsOfFile, documentsOfResource } from './queries/documents.ts';
import { followRecords } from './queries/recorded.ts';
import { findRoutes, type Route } from './queries/routes.ts';
import { makeFindQueries, type WrittenQuery } from './queries/shapes.ts';

/** Characters of a query that are kept. */
export const queryTextLimit = 2_000;

/**
 * The queries that monitoring asks again and again, by the tables of rules/data/queries.yml: of alerts, recorded numbers
 * and panels, in resources, in files, and in documents that either holds as text.
 */
export function deriveQueries(
  facts: readonly Fact[],
  files: readonly SourceFile[],
  tables: QueryTables,
): readonly QueryFact[] {
  const documents = readDocuments(facts, files, new RegExp(tables.look));
  const findQueries = makeFindQueries(tables.shapes);
  const routes = findRoutes(documents, tables);
  const describe = makeDescribe(tables, routes);
  const queries = documents.flatMap((document) =>
    findQueries(document).map((query) => ({
      query: describe(query, document),
      ...(query.recorded === undefined ? {} : { recorded: query.recorded }),
    })),
  );
  return [...withoutRepeats(followRecords(queries))].sort((a, b) => compareLocations(a.at, b.at));
}

/** A file that gives resources is read as these. */
function readDocuments(facts: readonly Fact[], files: readonly SourceFile[], look: RegExp): readonly Document[] {
  const resources = facts.filter((fact) => fact.kind === 'resource');
  const owned = new Set<string>(resources.map(({ at }) => at.path));
  const others = files.filter(
    ({ path, role, text }) =>
      role === 'product' && /\.(?:ya?ml|json)$/i.test(path) && !owned.has(path) && look.test(text),
  );
  return [
    ...resources.flatMap((resource) => documentsOfResource(resource, look)),
    ...others.flatMap(documentsOfFile).flatMap((document) => [document, ...embeddedIn(document, look)]),
  ];
}

/** Texts within a file that are documents themselves, at the line that they begin on. */
function embeddedIn({ role, entries }: Document, look: RegExp): readonly Document[] {
  return entries.flatMap(({ text, at: { path, line } }) =>
    text.includes('\n') && look.test(text)
      ? documentsOfFile({ path, role, text }).map((document) => ({
          ...document,
          entries: document.entries.map((entry) => ({ ...entry, at: { path, line } })),
        }))
      : [],
  );
}

function makeDescribe(tables: QueryTables, routes: ReadonlyMap<string, Route>) {
  const topics = Object.entries(tables.topics).map(([id, { is, not }]) => ({
    id,
    is: new RegExp(is, 'i'),
    not: not === undefined ? undefined : new RegExp(not, 'i'),
  }));
  return (query: WrittenQuery, { role }: Document): QueryFact => {
    const { shape, entry, use, disabled, statistic } = query;
    const language = tables.languages[shape.language];
    const asked = `${query.text} ${statistic ?? ''}`;
    const threshold = query.threshold ?? compared(query.text, language?.threshold);
    return {
      kind: 'query',
      at: entry.at,
      role,
      ...(disabled === undefined ? {} : { disabled }),
      language: shape.language,
      use,
      text: withoutCredentials(query.text).slice(0, queryTextLimit),
      about: topics.filter(({ is, not }) => is.test(query.text) && !not?.test(query.text)).map(({ id }) => id),
      quantiles: readQuantiles(asked, language?.quantiles ?? []),
      ...(statistic === undefined ? {} : { statistic }),
      ...(threshold === undefined ? {} : { threshold }),
      routed: routeOf(query, routes),
    };
  };
}

function routeOf({ shape, isRouted }: WrittenQuery, routes: ReadonlyMap<string, Route>): QueryFact['routed'] {
  if (isRouted !== undefined) return isRouted ? 'yes' : 'no';
  return routes.get(shape['routed-by'] ?? '') ?? 'unknown';
}

function compared(text: string, expression: string | undefined): string | undefined {
  return expression === undefined ? undefined : new RegExp(expression).exec(text)?.[1];
}

/** Quantiles in hundredths (`95`, `99.9`), whatever the language counts in. */
function readQuantiles(text: string, expressions: readonly string[]): readonly string[] {
  const numbers = expressions
    .flatMap((expression) => [...text.matchAll(new RegExp(expression, 'gi'))])
    .flatMap(([, found = '']) => found.match(/\d*\.?\d+/g) ?? [])
    .map(Number)
    .map((value) => (value < 1 ? Number((value * 100).toPrecision(6)) : value))
    .filter((value) => value > 0 && value < 100);
  return [...new Set(numbers)].sort((a, b) => a - b).map(String);
}

/** Blocks of a resource are there under two paths, and so are their queries. */
function withoutRepeats(queries: readonly QueryFact[]): readonly QueryFact[] {
  const seen = new Map<string, QueryFact>();
  for (const query of queries) {
    const { at, language, use, text, statistic = '' } = query;
    const key = [at.path, at.line, language, use, text, statistic].join('\n');
    if (!seen.has(key)) seen.set(key, query);
  }
  return [...seen.values()];
}
