import type { CodeFact } from '../../model/fact.ts';
import type { SourceFile } from '../../model/source.ts';
import { readCallFacts } from './call-facts.ts';
import { readClassFacts } from './class-facts.ts';
import { prepareContext } from './context.ts';
import { disableDead } from './dead-code.ts';
import type { CodeFormat } from './format.ts';
import { readImportFacts } from './import-facts.ts';
import { readLiteralFacts } from './literal-facts.ts';
import type { Outline } from './outline.ts';

/** A fact with its offset, so that facts of a line keep their order. */
export type PlacedFact = { readonly start: number; readonly fact: CodeFact };

/** All facts of a file, in order of their place. */
export function readFacts(file: SourceFile, outline: Outline, format: CodeFormat): readonly CodeFact[] {
  const context = prepareContext(file, outline, format);
  const facts = [
    ...readImportFacts(context),
    ...readCallFacts(context),
    ...readClassFacts(context),
    ...readLiteralFacts(context),
  ];
  return [...disableDead(facts, outline)]
    .sort((a, b) => a.fact.at.line - b.fact.at.line || a.start - b.start)
    .map(({ fact }) => fact);
}
