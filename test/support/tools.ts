import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readGrammars } from '../../src/io/grammars.ts';
import { CommandWords } from '../../src/model/command-words.ts';
import type { Role } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { QueryTables } from '../../src/model/query-tables.ts';
import type { ExtractTools, SourceFile } from '../../src/model/source.ts';

const commands = await readFile(new URL('../../rules/data/commands.yml', import.meta.url), 'utf8');

const queries = await readFile(new URL('../../rules/data/queries.yml', import.meta.url), 'utf8');

/** What extractors are handed in a real run: all grammars and the real tables. */
export const tools: ExtractTools = {
  querySyntax: await readGrammars(['bash', 'hcl', 'python', 'tsx', 'go', 'java', 'csharp', 'ruby']),
  commandWords: CommandWords.parse(parse(commands)),
  queryTables: QueryTables.parse(parse(queries)),
  firstLook: () => () => () => true,
};

/** A file as an extractor sees it, from inline text. */
export function sourceFile(path: string, text: string, role: Role = 'product'): SourceFile {
  return { path: repoPath(path), role, text };
}
