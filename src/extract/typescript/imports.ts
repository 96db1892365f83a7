import type { RepoPath } from '../../model/location.ts';
import type { Imported } from '../code/format.ts';
import { localModule } from '../code/local-module.ts';
import type { Piece } from '../code/piece.ts';
import { unquote } from '../code/values.ts';

/**
 * `import a, { b as c } from 'm'`, `import * as n`, `export … from`, `require`, `import()`. A default import is the module
 * itself, so that both ways of importing a CommonJS module read the same.
 * https://tc39.es/ecma262/#sec-imports
 */
export function readTypescriptImport(piece: Piece, path: RepoPath, target: string | undefined): Imported | undefined {
  const { node, parts } = piece;
  const { module: source, verb, default: whole, namespace, name, alias } = parts;
  if (source === undefined || (verb && verb.text !== 'require' && verb.text !== 'import')) return undefined;
  const written = unquote(source.text);
  const module = written.startsWith('.') ? localModule(written, path) : written;
  const taken = verb
    ? readTarget(target ?? '')
    : [[unquote((name ?? whole ?? namespace)?.text ?? ''), alias?.text ?? '']];
  const isWhole = whole !== undefined || namespace !== undefined || (verb !== undefined && !target?.startsWith('{'));
  const named = taken.flatMap(([theirs = '', ours = '']) => (theirs === '' ? [] : [{ theirs, ours: ours || theirs }]));
  const binds = named.map(({ theirs, ours }) => [ours, originOf(module, isWhole ? 'default' : theirs)] as const);
  // Types are gone before the code runs.
  if (module === undefined || /^(?:import|export)\s+type\b/.test(node.text)) return { names: [], binds };
  return { module, names: namespace ? ['*'] : named.map(({ theirs }) => theirs), binds };
}

function originOf(module: string | undefined, name: string): string {
  if (module === undefined) return '';
  return name === 'default' ? module : `${module}.${name}`;
}

/** `a` or `{ a, b: c, d = 1 }` at the left of a `require`. */
function readTarget(target: string): readonly (readonly string[])[] {
  const parts = target.startsWith('{') ? target.slice(1, -1).split(',') : [target];
  return parts
    .map((part) =>
      part
        .replace(/=.*/s, '')
        .split(':')
        .map((word) => word.trim()),
    )
    .filter((words) => words.every((word) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(word)));
}
