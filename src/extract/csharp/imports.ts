import type { Imported } from '../code/format.ts';
import type { Piece } from '../code/piece.ts';

/**
 * `using A.B;`, `using C = A.B;`. A plain one says nothing of the names that it brings, so types stay as they are written.
 * https://learn.microsoft.com/dotnet/csharp/language-reference/keywords/using-directive
 */
export function readCsharpImport({ parts: { module: path, alias } }: Piece): Imported | undefined {
  if (path === undefined) return undefined;
  const module = path.text.replace(/\s+/g, '');
  return { module, names: [], binds: alias ? [[alias.text, module]] : [] };
}
