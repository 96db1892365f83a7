import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import { readGrammars } from '../../src/io/grammars.ts';
import type { Role } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import type { ExtractTools, SourceFile } from '../../src/model/source.ts';

const Commands = z.looseObject({ wrappers: z.array(z.string()) });
const commands = await readFile(new URL('../../rules/data/commands.yml', import.meta.url), 'utf8');

/** What extractors are handed in a real run: all grammars and the real tables. */
export const tools: ExtractTools = {
  querySyntax: await readGrammars(['bash', 'hcl', 'python', 'tsx', 'go', 'java', 'csharp', 'ruby']),
  commandWords: { wrappers: Commands.parse(parse(commands)).wrappers },
  firstLook: () => () => true,
};

/** A file as an extractor sees it, from inline text. */
export function sourceFile(path: string, text: string, role: Role = 'product'): SourceFile {
  return { path: repoPath(path), role, text };
}
