import { deriveTables } from '../../src/derive/net-schema.ts';
import { prisma } from '../../src/extract/prisma.ts';
import { sql } from '../../src/extract/sql.ts';
import { sourceFile, tools } from './tools.ts';

/** What a file does to tables. */
export function changesOf(path: string, text: string) {
  const extractor = path.endsWith('.prisma') ? prisma : sql;
  return extractor.extract(sourceFile(path, text), tools).tableChanges ?? [];
}

/** The tables after all files: name, columns and place of each. */
export function tablesOf(files: Readonly<Record<string, string>>) {
  const changes = Object.entries(files).flatMap(([path, text]) => changesOf(path, text));
  return deriveTables(changes).map(({ name, columns, at }) => [
    name,
    Object.keys(columns).join(' '),
    `${at.path}:${at.line}`,
  ]);
}
