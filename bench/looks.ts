import { pathRole } from '../src/derive/path-roles.ts';
import { csharp } from '../src/extract/csharp.ts';
import { go } from '../src/extract/go.ts';
import { java } from '../src/extract/java.ts';
import { python } from '../src/extract/python.ts';
import { ruby } from '../src/extract/ruby.ts';
import { typescript } from '../src/extract/typescript.ts';
import { readGrammars } from '../src/io/grammars.ts';
import { listFiles } from '../src/io/list-files.ts';
import { readFiles } from '../src/io/read-files.ts';
import type { CodeLanguage } from '../src/model/fact.ts';
import type { Extractor, SourceFile } from '../src/model/source.ts';
import { prepareFirstLook } from '../src/rules/first-look.ts';
import type { RuleSet } from '../src/rules/rule-set.ts';

/** What the first look at code of one language let be parsed, in files and characters, and how long each took. */
export type LookRow = {
  readonly language: CodeLanguage;
  files: number;
  skipped: number;
  characters: number;
  parsed: number;
  lookMilliseconds: number;
  parseMilliseconds: number;
};

const readers: readonly Extractor[] = [python, typescript, go, java, csharp, ruby];

/** Looks at all code of some checkouts, and extracts what is not skipped. */
export async function measureLooks(directories: readonly string[], ruleSet: RuleSet): Promise<readonly LookRow[]> {
  const look = prepareFirstLook(ruleSet.needs);
  const querySyntax = await readGrammars(['python', 'tsx', 'go', 'java', 'csharp', 'ruby']);
  const tools = { querySyntax, commandWords: ruleSet.commandWords, queryTables: ruleSet.queryTables, firstLook: look };
  const rows = new Map<string, LookRow>();
  for (const directory of directories) {
    const { paths } = await listFiles(directory);
    for (const reader of readers) {
      const own = paths.filter((path) => reader.claims(path));
      for (const [path, text] of readFiles(directory, own).texts) {
        const file = { path, text, role: pathRole(path) };
        if (file.role === 'vendored' || file.role === 'generated') continue;
        const row = rows.get(reader.name) ?? emptyRow(reader.name as CodeLanguage);
        rows.set(reader.name, row);
        addFile(row, file, reader, tools);
      }
    }
  }
  return [...rows.values()];
}

function emptyRow(language: CodeLanguage): LookRow {
  return { language, files: 0, skipped: 0, characters: 0, parsed: 0, lookMilliseconds: 0, parseMilliseconds: 0 };
}

function addFile(row: LookRow, file: SourceFile, reader: Extractor, tools: Parameters<Extractor['extract']>[1]): void {
  const started = performance.now();
  const isSkipped = tools.firstLook(row.language, file.role)?.(file.text) === undefined;
  const looked = performance.now();
  row.files += 1;
  row.characters += file.text.length;
  row.lookMilliseconds += looked - started;
  if (isSkipped) {
    row.skipped += 1;
    return;
  }
  reader.extract(file, tools);
  row.parsed += file.text.length;
  row.parseMilliseconds += performance.now() - looked;
}
