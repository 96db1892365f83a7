import type { CodeFact } from '../../model/fact.ts';
import type { Extraction, ExtractTools, SourceFile } from '../../model/source.ts';
import { diagnose } from '../diagnose.ts';
import { readFacts } from './facts.ts';
import type { CodeFormat } from './format.ts';
import { readPieces } from './piece.ts';
import { readOutline } from './read-outline.ts';

/** A file with a longer line was written by a program. */
export const lineLengthLimit = 20_000;

const nothing: Extraction = { facts: [], diagnostics: [] };

/**
 * The imports, calls, named literals and classes of a source file that some rule may ask for. Code that is not ours is
 * not read, one without a word of any rule is not parsed, and where syntax is broken the rest still gives facts.
 */
export function extractCode(file: SourceFile, format: CodeFormat, tools: ExtractTools): Extraction {
  if (file.role === 'vendored' || file.role === 'generated') return nothing;
  const mayMatter = tools.firstLook(format.language, file.role)?.(textWithPath(file, format));
  if (mayMatter === undefined) return nothing;
  if (hasLongLine(file.text)) return refuse(file, `it has a line of more than ${lineLengthLimit} characters`);
  const found = tools.querySyntax(format.grammar, file.text, format.query);
  if (!found.ok) return refuse(file, found.reason);
  const facts = readFacts(file, readOutline(readPieces(found.matches)), format);
  return { facts: facts.filter((fact) => mayMatter(fact.kind, wordsOf(fact))), diagnostics: [] };
}

/** Modules that are named by a relative path have names that stand in the file's own path. */
function textWithPath({ path, text }: SourceFile, { relativeImport }: CodeFormat): string {
  return relativeImport?.test(text) ? `${path}\n${text}` : text;
}

function refuse(file: SourceFile, reason: string): Extraction {
  return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `the code was not read: ${reason}`)] };
}

function hasLongLine(text: string): boolean {
  let start = 0;
  while (text.length - start > lineLengthLimit) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end - start > lineLengthLimit) return true;
    start = end + 1;
  }
  return false;
}

/** All that a rule may ask of a fact, since only what could match is kept: a large repository has millions of calls. */
function wordsOf(fact: CodeFact): string {
  switch (fact.kind) {
    case 'import':
      return [fact.module, ...fact.names].join('\n');
    case 'call':
      return [fact.callee, fact.inside ?? '', ...Object.entries(fact.arguments).flat()].join('\n');
    case 'literal':
      return `${fact.name}\n${fact.value}`;
    case 'class':
      return [fact.name, ...fact.bases, ...fact.fields, ...fact.decorators].join('\n');
  }
}
