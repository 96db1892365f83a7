import { lineFinder } from '../lib/line-finder.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { isBackwards, withoutBackwards } from './sql/directions.ts';
import { readChanges } from './sql/statements.ts';
import { readTokens } from './sql/tokens.ts';

/**
 * What SQL does to tables: creates, alters, renames and drops them. What takes a migration back is left out. So much SQL
 * that it can't be read is data, and hides no table. Format: https://www.postgresql.org/docs/current/sql-createtable.html
 */
export const sql: Extractor = {
  name: 'sql',
  languages: [],
  gives: [],
  claims: (path) => /\.sql$/i.test(path) && !isBackwards(path),
  extract: extractTables,
};

function extractTables({ path, role, text }: SourceFile): Extraction {
  if (!/\btable\b/i.test(text)) return { facts: [], diagnostics: [] };
  const forwards = withoutBackwards(text);
  const lineOf = lineFinder(forwards);
  const changes = readChanges(readTokens(forwards), forwards);
  const tableChanges = changes.map(({ start, ...change }) => ({ ...change, at: { path, line: lineOf(start) }, role }));
  return { facts: [], diagnostics: [], tableChanges };
}
