import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { ResourceFact } from '../../src/model/fact.ts';
import { repoPath } from '../../src/model/location.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { modelTables } from './model-tables.ts';
import { tools } from './tools.ts';

export type Resources = {
  readonly resources: readonly ResourceFact[];
  readonly diagnostics: readonly Diagnostic[];
};

/** The resources of a repository with these files. */
export function resourcesOf(files: Readonly<Record<string, string>>): Resources {
  const texts = new Map(Object.entries(files).map(([path, text]) => [repoPath(path), text]));
  const { facts, diagnostics } = gatherFacts([...texts.keys()], texts, [], tools, modelTables);
  return { resources: facts.filter((fact) => fact.kind === 'resource'), diagnostics };
}
