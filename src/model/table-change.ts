import type { Role } from './fact.ts';
import type { Location } from './location.ts';

/** The types of columns by their names, in order. */
export type Columns = Readonly<Record<string, string>>;

/** What may be done to a table that is there. */
export type TableAlteration =
  | { readonly is: 'rename'; readonly to: string }
  | { readonly is: 'add'; readonly columns: Columns }
  | { readonly is: 'remove'; readonly column: string }
  | { readonly is: 'rename-column'; readonly column: string; readonly to: string };

export type TableEdit =
  | { readonly is: 'create'; readonly columns: Columns; readonly like?: string; readonly ifAbsent: boolean }
  | { readonly is: 'drop' }
  | TableAlteration;

/** One step on the way to the tables that there are: what a statement of a migration does to one of them. */
export type TableChange = TableEdit & { readonly at: Location; readonly role: Role; readonly table: string };
