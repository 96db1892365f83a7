import type { QueryRoute, QueryTables } from '../../model/query-tables.ts';
import type { Document } from './documents.ts';
import { entriesAt } from './shapes.ts';

/** How a document of its own answers who is told: `no` if it says that nobody is. */
export type Route = 'yes' | 'no';

/** The routes that the documents of a repository declare, by their ids; one that tells somebody wins. */
export function findRoutes(documents: readonly Document[], tables: QueryTables): ReadonlyMap<string, Route> {
  const found = new Map<string, Route>();
  const nobody = new RegExp(tables.nobody, 'i');
  for (const route of tables.routes) {
    for (const document of documents) {
      if (found.get(route.id) === 'yes') break;
      const answer = readRoute(route, document, nobody);
      if (answer) found.set(route.id, answer);
    }
  }
  return found;
}

function readRoute(route: QueryRoute, document: Document, nobody: RegExp): Route | undefined {
  if (document.disabled !== undefined || document.role !== 'product') return undefined;
  if (route.types && !(document.type !== undefined && route.types.includes(document.type))) return undefined;
  const used = new Set(entriesAt(route.used, '', document).map(({ text }) => text));
  if (route.used !== undefined && used.size === 0) return undefined;
  const key = new RegExp(route.key);
  const isHeard = document.entries.some(({ path, text }) => {
    const base = key.exec(path)?.[1];
    if (base === undefined || text === '' || nobody.test(text)) return false;
    return route.name === undefined || entriesAt(route.name, base, document).some((name) => used.has(name.text));
  });
  if (isHeard) return 'yes';
  return route.used === undefined ? undefined : 'no';
}
