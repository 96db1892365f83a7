import type { Extractor } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import { pythonFormat } from './python/format.ts';

/** Imports, calls, named literals and classes of Python. Grammar: https://docs.python.org/3/reference/grammar.html */
export const python: Extractor = {
  name: 'python',
  languages: ['python'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => /\.py$/.test(path),
  extract: (file, tools) => extractCode(file, pythonFormat, tools),
};
