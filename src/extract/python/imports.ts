import type { RepoPath } from '../../model/location.ts';
import type { Imported } from '../code/format.ts';
import type { Piece } from '../code/piece.ts';

/**
 * `import a.b`, `import a.b as c`, `from a import b as c`, `from . import b`, `from a import *`.
 * https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
 */
export function readPythonImport({ parts }: Piece, path: RepoPath): Imported | undefined {
  const { module, from, name, alias } = parts;
  if (from === undefined) return module && readWhole(squeeze(module.text), alias?.text);
  const origin = resolveModule(squeeze(from.text), path);
  if (name === undefined) return undefined;
  const local = alias?.text ?? name.text;
  if (origin === undefined) return { names: [], binds: [[local, '']] };
  if (name.text === '*') return { module: origin, names: ['*'], binds: [] };
  const whole = origin === '.' ? `.${name.text}` : `${origin}.${name.text}`;
  return { module: origin, names: [name.text], binds: [[local, whole]] };
}

function readWhole(module: string, alias: string | undefined): Imported {
  if (alias !== undefined) return { module, names: [], binds: [[alias, module]] };
  const head = module.split('.')[0] ?? module;
  return { module, names: [], binds: [[head, head]] };
}

function squeeze(text: string): string {
  return text.replace(/[\s\\]+/g, '');
}

/** A relative module from the root of the repository, with a dot before it; undefined above the root. */
function resolveModule(module: string, path: RepoPath): string | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  if (dots === 0) return module;
  const folders = path.split('/').slice(0, -1);
  if (dots - 1 > folders.length) return undefined;
  const inside = folders.slice(0, folders.length - (dots - 1));
  return `.${[...inside, ...module.slice(dots).split('.')].filter((part) => part !== '').join('.')}`;
}
