import type { Imported } from '../code/format.ts';
import type { Piece } from '../code/piece.ts';

/**
 * `import a.b.C`: the class C of the package a.b; `import static a.B.c`: the member c of the class a.B; `import a.b.*`.
 * https://docs.oracle.com/javase/specs/jls/se21/html/jls-7.html#jls-7.5
 */
export function readJavaImport({ parts: { from, name } }: Piece): Imported | undefined {
  if (from === undefined || name === undefined) return undefined;
  const module = from.text.replace(/\s+/g, '');
  if (name.text === '*') return { module, names: ['*'], binds: [] };
  return { module, names: [name.text], binds: [[name.text, `${module}.${name.text}`]] };
}
