import type { Columns, TableEdit } from '../../model/table-change.ts';
import { readAlterations } from './alterations.ts';
import { readColumn } from './columns.ts';
import { closingBracket, isMark, isWord, splitCommas, type Token } from './tokens.ts';

/** Tokens of one statement that are looked at. */
export const statementLimit = 5_000;

/** Statements about tables that are read of one text. */
export const statementCountLimit = 5_000;

/** A change without its place in the repository. */
export type Change = TableEdit & { readonly start: number; readonly table: string };

/** Between `CREATE` and `TABLE`; a table for the time of a session is none. */
const kinds = [
  'OR',
  'REPLACE',
  'UNLOGGED',
  'EXTERNAL',
  'FOREIGN',
  'TRANSIENT',
  'HYBRID',
  'DYNAMIC',
  'ICEBERG',
  'MULTISET',
  'SET',
  'COLUMN',
  'ROW',
];

/** What the statements of a text do to tables, in their order. Statements may stand without a semicolon between them. */
export function readChanges(tokens: readonly Token[], sql: string): readonly Change[] {
  const starts = tokens.flatMap((token, index) => {
    if (!isWord(token, 'CREATE', 'DROP', 'RENAME', 'ALTER') || isWord(tokens[index - 1], 'GRANT', 'REVOKE')) return [];
    return isWord(token, 'CREATE') || isWord(tokens[index + 1], 'TABLE') ? [index] : [];
  });
  return starts.slice(0, statementCountLimit).flatMap((start, index) => {
    const end = Math.min(start + statementLimit, starts[index + 1] ?? tokens.length);
    return readStatement(tokens.slice(start, end), sql);
  });
}

function readStatement(tokens: readonly Token[], sql: string): readonly Change[] {
  const start = tokens[0]?.start ?? 0;
  if (isWord(tokens[0], 'CREATE')) return readCreate(tokens, start, sql);
  if (isWord(tokens[0], 'DROP')) return readDrop(tokens, start);
  return isWord(tokens[0], 'ALTER') ? readAlter(tokens, start, sql) : readRename(tokens, start);
}

function readCreate(tokens: readonly Token[], start: number, sql: string): readonly Change[] {
  const index = skipWords(tokens, 1, ...kinds);
  if (!isWord(tokens[index], 'TABLE')) return [];
  const ifAbsent = isWord(tokens[index + 1], 'IF');
  const name = readName(tokens, skipWords(tokens, index + 1, 'IF', 'NOT', 'EXISTS'));
  if (name === undefined || /^#/.test(name.text)) return [];
  const open = skipCluster(tokens, name.end);
  // A part of a table is no table of its own.
  if (isWord(tokens[open], 'PARTITION')) return [];
  const created = { is: 'create', table: name.text, start, ifAbsent } as const;
  if (isWord(tokens[open], 'LIKE')) return [{ ...created, columns: {}, ...likeOf(tokens, open + 1) }];
  if (!isMark(tokens[open], '(')) return [{ ...created, columns: {} }];
  const parts = splitCommas(tokens.slice(open + 1, closingBracket(tokens, open)));
  const columns = Object.assign({}, ...parts.map((part) => readColumn(part, sql) ?? {})) as Columns;
  const like = parts.find(([first]) => isWord(first, 'LIKE'));
  return [{ ...created, columns, ...(like ? likeOf(like, 1) : {}) }];
}

function likeOf(tokens: readonly Token[], at: number): { readonly like?: string } {
  const name = readName(tokens, at);
  return name === undefined ? {} : { like: name.text };
}

function readDrop(tokens: readonly Token[], start: number): readonly Change[] {
  const changes: Change[] = [];
  let index = skipWords(tokens, 2, 'IF', 'EXISTS');
  for (;;) {
    const name = readName(tokens, index);
    if (name === undefined) return changes;
    changes.push({ is: 'drop', table: name.text, start });
    if (!isMark(tokens[name.end], ',')) return changes;
    index = name.end + 1;
  }
}

/** `RENAME TABLE a TO b` */
function readRename(tokens: readonly Token[], start: number): readonly Change[] {
  const from = readName(tokens, 2);
  const to = from && isWord(tokens[from.end], 'TO') ? readName(tokens, from.end + 1) : undefined;
  return from && to ? [{ is: 'rename', table: from.text, to: to.text, start }] : [];
}

function readAlter(tokens: readonly Token[], start: number, sql: string): readonly Change[] {
  const name = readName(tokens, skipWords(tokens, 2, 'IF', 'EXISTS', 'ONLY'));
  if (name === undefined) return [];
  const from = skipCluster(tokens, name.end);
  let end = from;
  while (end < tokens.length && !isMark(tokens[end], ';') && !isWord(tokens[end], 'GO')) end += 1;
  return readAlterations(tokens.slice(from, end), sql).map((alteration) => ({
    ...alteration,
    table: name.text,
    start,
  }));
}

/** Where the tables of a database live unless somebody says otherwise. */
const defaultSchemas = /^(?:public|dbo|main)$/i;

/** A name with its schema (`equity.prices`), and the index behind it. */
function readName(tokens: readonly Token[], at: number): { readonly text: string; readonly end: number } | undefined {
  const parts: string[] = [];
  let index = at;
  for (;;) {
    const token = tokens[index];
    if (token?.kind !== 'word' && token?.kind !== 'name') return undefined;
    parts.push(token.text);
    if (!isMark(tokens[index + 1], '.')) break;
    index += 2;
  }
  const own = parts.length > 1 && defaultSchemas.test(parts.at(-2) ?? '') ? parts.slice(-1) : parts;
  return { text: own.join('.'), end: index + 1 };
}

function skipWords(tokens: readonly Token[], at: number, ...words: readonly string[]): number {
  let index = at;
  while (isWord(tokens[index], ...words)) index += 1;
  return index;
}

/** `ON CLUSTER name` */
function skipCluster(tokens: readonly Token[], at: number): number {
  return isWord(tokens[at], 'ON') && isWord(tokens[at + 1], 'CLUSTER') ? at + 3 : at;
}
