import type { SectionFact } from '../../src/model/fact.ts';
import type { Extractor } from '../../src/model/source.ts';
import { sourceFile, tools } from './tools.ts';

/** The sections of a document. */
export function sectionsOf(extractor: Extractor, path: string, text: string): readonly SectionFact[] {
  const { facts } = extractor.extract(sourceFile(path, text, 'docs'), tools);
  return facts.filter((fact): fact is SectionFact => fact.kind === 'section');
}

/** Level, heading and line of each. */
export function outlineOf(extractor: Extractor, path: string, text: string) {
  return sectionsOf(extractor, path, text).map(({ level, heading, at }) => [level, heading, at.line]);
}
