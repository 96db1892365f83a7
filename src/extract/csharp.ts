import type { Extractor } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import type { CodeFormat } from './code/format.ts';
import { readCsharpImport } from './csharp/imports.ts';
import { csharpQuery } from './csharp/query.ts';

const csharpFormat: CodeFormat = {
  language: 'csharp',
  grammar: 'csharp',
  query: csharpQuery,
  selfNames: ['this'],
  bareMembers: true,
  trustsTypes: true,
  fieldDefaults: false,
  noise: /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<[^<>()]*>|!(?=[.[)]|$)/g,
  readImport: readCsharpImport,
};

/** Imports, calls, attributes as calls, named literals and classes of C#. https://learn.microsoft.com/dotnet/csharp/ */
export const csharp: Extractor = {
  name: 'csharp',
  languages: ['csharp'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => path.endsWith('.cs'),
  extract: (file, tools) => extractCode(file, csharpFormat, tools),
};
