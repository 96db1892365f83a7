import { deriveTables } from '../../src/derive/net-schema.ts';
import { prisma } from '../../src/extract/prisma.ts';
import { railsSchema } from '../../src/extract/rails-schema.ts';
import { sql } from '../../src/extract/sql.ts';
import { sourceFile, tools } from './tools.ts';

/** What a file does to tables. */
export function changesOf(path: string, text: string) {
  const file = sourceFile(path, text);
  const extractor = [prisma, railsSchema, sql].find(({ claims }) => claims(file.path));
  return extractor?.extract(file, tools).tableChanges ?? [];
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
