import type { SourceFile } from '../../model/source.ts';
import { bindNames } from './bind.ts';
import { type PathOf, preparePaths } from './call-paths.ts';
import type { CodeFormat } from './format.ts';
import type { Outline } from './outline.ts';
import { type PlacedImport, placeImports } from './place-imports.ts';
import { resolvePath } from './resolve.ts';
import { nestScopes, type Scopes } from './scope.ts';

/** All that the facts of one file are made of. */
export type Context = {
  readonly file: SourceFile;
  readonly format: CodeFormat;
  readonly outline: Outline;
  readonly imports: readonly PlacedImport[];
  readonly scopes: Scopes;
  readonly pathOf: PathOf;
};

export function prepareContext(file: SourceFile, outline: Outline, format: CodeFormat): Context {
  const scopes = nestScopes(outline, file.text.length);
  const pathOf = preparePaths(file.text, outline.calls, format.noise);
  const imports = placeImports(file, outline, format);
  bindNames(outline, imports, scopes, pathOf, format);
  return { file, format, outline, imports, scopes, pathOf };
}

/** What facts of every kind say of where they were seen. */
export function seenAt({ file: { path, role }, format: { language } }: Context, line: number) {
  return { at: { path, line }, role, language } as const;
}

/** Where a path of names comes from, as far as the file tells. */
export function originOf(path: string, start: number, { scopes, format }: Context): string {
  return resolvePath(path, { scope: scopes.at(start), start }, scopes, format);
}
