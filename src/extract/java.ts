import type { Extractor } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import type { CodeFormat } from './code/format.ts';
import { readJavaImport } from './java/imports.ts';
import { javaQuery } from './java/query.ts';

const javaFormat: CodeFormat = {
  language: 'java',
  grammar: 'java',
  query: javaQuery,
  selfNames: ['this'],
  bareMembers: true,
  trustsTypes: true,
  fieldDefaults: false,
  noise: /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<[^<>()]*>|@/g,
  readImport: readJavaImport,
};

/** Imports, calls, annotations as calls, named literals and classes of Java. https://docs.oracle.com/javase/specs/ */
export const java: Extractor = {
  name: 'java',
  languages: ['java'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => path.endsWith('.java'),
  extract: (file, tools) => extractCode(file, javaFormat, tools),
};
