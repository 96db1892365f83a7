import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import type { Columns, TableChange } from '../model/table-change.ts';
import { splitShortLines } from './text-lines.ts';

const opening = /^\s*create_table\s+["':](\w+)["']?.*\bdo\s*\|(\w+)\|/;
const column = /^\s*(\w+)\.(\w+)\s+["':](\w+)/;
/** What a table holds beside its columns. */
const others = /^(?:index|check_constraint|unique_constraint|exclusion_constraint|foreign_key)$/;

/** Tables of the schema that Rails writes, which says what there is. Format: https://guides.rubyonrails.org/active_record_migrations.html#schema-dumping-and-you */
export const railsSchema: Extractor = {
  name: 'rails-schema',
  languages: [],
  gives: ['table'],
  claims: (path) => /(?:^|\/)db\/(?:\w+_)?schema\.rb$/.test(path),
  extract: extractTables,
};

function extractTables({ path, role, text }: SourceFile): Extraction {
  const lines = splitShortLines(text);
  const tableChanges = lines.flatMap((line, index): readonly TableChange[] => {
    const [, table, block] = opening.exec(line) ?? [];
    if (table === undefined || block === undefined) return [];
    const length = lines.slice(index + 1).findIndex((each) => /^\s*end\b/.test(each));
    const body = lines.slice(index + 1, length === -1 ? undefined : index + 1 + length);
    const columns = Object.assign({}, ...body.map((each) => readColumn(each, block))) as Columns;
    return [{ is: 'create', at: { path, line: index + 1 }, role, table, columns, ifAbsent: false }];
  });
  return { facts: [], diagnostics: [], tableChanges };
}

function readColumn(line: string, block: string): Columns {
  const [, receiver, type = '', name] = column.exec(line) ?? [];
  return receiver === block && name !== undefined && !others.test(type) ? { [name]: type } : {};
}
