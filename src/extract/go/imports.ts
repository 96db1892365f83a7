import type { Imported } from '../code/format.ts';
import type { Piece } from '../code/piece.ts';
import { unquote } from '../code/values.ts';

/**
 * `import "m"`, `import name "m"`. Only the package itself knows the name that it has without an alias, so every likely
 * one is taken: `github.com/a/go-openai/v2` is `openai`, `go_openai` or `goopenai`.
 * https://go.dev/ref/spec#Import_declarations
 */
export function readGoImport({ parts: { module: path, alias } }: Piece): Imported | undefined {
  if (path === undefined) return undefined;
  const module = unquote(path.text);
  if (alias?.text === '_') return { module, names: [], binds: [] };
  if (alias?.text === '.') return { module, names: ['*'], binds: [] };
  const names = alias ? [alias.text] : likelyNames(module);
  return { module, names: [], binds: names.map((name) => [name, module] as const) };
}

function likelyNames(module: string): readonly string[] {
  const folders = module.split('/');
  const last = /^v\d+$/.test(folders.at(-1) ?? '') ? folders.at(-2) : folders.at(-1);
  const name = (last ?? '').replace(/\.v\d+$/, '');
  const bare = name.replace(/^go[-.]|[-.]go$/g, '');
  return [...new Set([name, bare].flatMap((one) => [one.replace(/[-.]/g, '_'), one.replace(/[-.]/g, '')]))];
}
