import type { RepoPath } from '../../model/location.ts';
import type { Imported } from '../code/format.ts';
import { localModule } from '../code/local-module.ts';
import type { Piece } from '../code/piece.ts';
import { unquote } from '../code/values.ts';

/** `require 'm'`, `require_relative 'm'`. They bring no names of their own. https://docs.ruby-lang.org/en/master/Kernel.html */
export function readRubyImport({ parts: { verb, module: source } }: Piece, path: RepoPath): Imported | undefined {
  if (source === undefined) return undefined;
  const written = unquote(source.text);
  if (verb?.text === 'require') return { module: written, names: [], binds: [] };
  if (verb?.text !== 'require_relative') return undefined;
  const module = localModule(written, path);
  return module === undefined ? undefined : { module, names: [], binds: [] };
}
