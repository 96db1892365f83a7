import type { Extractor } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import type { CodeFormat } from './code/format.ts';
import { readGoImport } from './go/imports.ts';
import { goQuery } from './go/query.ts';

const goFormat: CodeFormat = {
  language: 'go',
  grammar: 'go',
  query: goQuery,
  selfNames: [],
  bareMembers: false,
  trustsTypes: true,
  fieldDefaults: false,
  noise: /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
  readImport: readGoImport,
};

/** Imports, calls, composite literals as calls, named literals and structs of Go. https://go.dev/ref/spec */
export const go: Extractor = {
  name: 'go',
  languages: ['go'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => path.endsWith('.go'),
  extract: (file, tools) => extractCode(file, goFormat, tools),
};
