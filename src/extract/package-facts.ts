import type { DependencyFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { SourceFile } from '../model/source.ts';

export type Scope = DependencyFact['scope'];

/** A package that a file asks for, with the line on which it does. */
export type Package = {
  readonly name: string;
  readonly version?: string;
  readonly scope: Scope;
  readonly line: number;
};

/** The packages of a file as facts of their registry, in order of their lines. */
export function packageFacts(
  ecosystem: string,
  packages: readonly Package[],
  { path, role }: SourceFile,
): readonly DependencyFact[] {
  const facts = packages.map(({ name, version, scope, line }): DependencyFact => {
    const at = { path, line };
    return { kind: 'dependency', at, role, ecosystem, name, ...(version === undefined ? {} : { version }), scope };
  });
  return facts.sort((a, b) => compareLocations(a.at, b.at));
}

/** A version where one is written. */
export function versionOf(version: string | undefined): Pick<Package, 'version'> {
  return version === undefined || version === '' ? {} : { version };
}
