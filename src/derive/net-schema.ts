import type { TableFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Columns, TableChange } from '../model/table-change.ts';
import { isUnder } from './scope.ts';

/** A folder that holds all migrations of one database, however they lie in it. */
const migrationFolder = /^(?:.*\/)?(?:migrations?|migrate|versions|flyway|changesets?)(?=\/)/i;

type Schema = {
  readonly folder: string;
  readonly tables: Map<string, TableFact>;
  /** Tables that were dropped without having been created in this folder. */
  readonly dropped: Set<string>;
};

/**
 * The tables that there are after all migrations, each at the place that created it. Files of one folder are one
 * database and run in the order of their paths, numbers by their value. A table that a migration drops is gone from
 * what the folders above declare, too.
 */
export function deriveTables(changes: readonly TableChange[]): readonly TableFact[] {
  const schemas = new Map<string, Schema>();
  for (const change of changes.toSorted(compareChanges)) {
    const folder = folderOf(change.at.path);
    const schema = schemas.get(folder) ?? { folder, tables: new Map(), dropped: new Set() };
    schemas.set(folder, schema);
    applyChange(schema, change);
  }
  const all = [...schemas.values()];
  const tables = all.flatMap((schema) => [...schema.tables].filter(([key]) => !isDroppedBelow(key, schema, all)));
  return tables.map(([, table]) => table).sort((a, b) => compareLocations(a.at, b.at));
}

function isDroppedBelow(key: string, { folder }: Schema, schemas: readonly Schema[]): boolean {
  return schemas.some((other) => other.folder !== folder && isUnder(other.folder, folder) && other.dropped.has(key));
}

function folderOf(path: string): string {
  return migrationFolder.exec(path)?.[0] ?? path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function applyChange({ tables, dropped }: Schema, change: TableChange): void {
  const key = change.table.toLowerCase();
  const table = tables.get(key);
  switch (change.is) {
    case 'create': {
      const like = change.like === undefined ? {} : (tables.get(change.like.toLowerCase())?.columns ?? {});
      if (!table || !change.ifAbsent) tables.set(key, tableFact(change, { ...like, ...change.columns }));
      return;
    }
    case 'drop':
      if (!tables.delete(key)) dropped.add(key);
      return;
    case 'rename':
      tables.delete(key);
      if (table) tables.set(renamed(key, change.to), { ...table, name: renamed(change.table, change.to) });
      return;
    default:
      // A table that is altered is there, though who made it is not known.
      tables.set(key, { ...(table ?? tableFact(change, {})), columns: alterColumns(table?.columns ?? {}, change) });
  }
}

type Alteration = Extract<TableChange, { readonly is: 'add' | 'remove' | 'rename-column' }>;

function alterColumns(columns: Columns, change: Alteration): Columns {
  if (change.is === 'add') return { ...columns, ...change.columns };
  const is = (name: string) => name.toLowerCase() === change.column.toLowerCase();
  const entries = Object.entries(columns);
  if (change.is === 'remove') return Object.fromEntries(entries.filter(([name]) => !is(name)));
  return Object.fromEntries(entries.map(([name, type]) => [is(name) ? change.to : name, type]));
}

function tableFact({ at, role, table }: TableChange, columns: Columns): TableFact {
  return { kind: 'table', at, role, name: table, columns };
}

/** A new name without a schema stays in the old one's. */
function renamed(from: string, to: string): string {
  return to.includes('.') || !from.includes('.') ? to : from.slice(0, from.lastIndexOf('.') + 1) + to;
}

function compareChanges(a: TableChange, b: TableChange): number {
  return comparePaths(a.at.path, b.at.path) || a.at.line - b.at.line;
}

/** Orders paths with numbers by their value (`V2__a` before `V10__b`), independent of locale. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const bothNumbers = /^\d/.test(part) && /^\d/.test(other);
    const order = bothNumbers ? Number(part) - Number(other) : part < other ? -1 : 1;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function partsOf(path: string): readonly string[] {
  return path.match(/\d+|\D+/g) ?? [];
}
