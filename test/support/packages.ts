import type { Extractor } from '../../src/model/source.ts';
import { sourceFile, tools } from './tools.ts';

/** The packages that a file asks for: ecosystem, name, version, scope and line. */
export function packagesOf(extractor: Extractor, path: string, text: string) {
  const { facts } = extractor.extract(sourceFile(path, text), tools);
  return facts.map((fact) =>
    fact.kind === 'dependency' ? [fact.ecosystem, fact.name, fact.version, fact.scope, fact.at.line] : [],
  );
}
