import type { QueryFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { modelTables } from './model-tables.ts';
import { tools } from './tools.ts';

/** The queries of a repository with these files, by the real tables. */
export function queriesOf(files: Readonly<Record<string, string>>): readonly QueryFact[] {
  const texts = new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  const { facts } = gatherFacts([...texts.keys()].sort(), texts, [], tools, modelTables);
  return facts.filter((fact) => fact.kind === 'query');
}
