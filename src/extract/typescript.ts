import type { Extractor } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import type { CodeFormat } from './code/format.ts';
import { readTypescriptImport } from './typescript/imports.ts';
import { typescriptQuery } from './typescript/query.ts';

const typescriptFormat: CodeFormat = {
  language: 'typescript',
  grammar: 'tsx',
  query: typescriptQuery,
  selfNames: ['this'],
  bareMembers: false,
  trustsTypes: false,
  fieldDefaults: false,
  noise: /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<[^<>()]*>|!(?=[.[)]|$)|\s+(?:as|satisfies)\s+[\w.]+/g,
  relativeImport: /["'`]\./,
  readImport: readTypescriptImport,
};

/** Imports, calls, named literals and classes of TypeScript and JavaScript. https://www.typescriptlang.org/docs/handbook/ */
export const typescript: Extractor = {
  name: 'typescript',
  languages: ['tsx'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) && !/\.d\.[cm]?ts$/.test(path),
  extract: (file, tools) => extractCode(file, typescriptFormat, tools),
};
