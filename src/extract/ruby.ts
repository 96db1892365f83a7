import type { Extractor } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import type { CodeFormat } from './code/format.ts';
import { readRubyImport } from './ruby/imports.ts';
import { rubyQuery } from './ruby/query.ts';

const rubyFormat: CodeFormat = {
  language: 'ruby',
  grammar: 'ruby',
  query: rubyQuery,
  selfNames: ['self'],
  bareMembers: true,
  trustsTypes: false,
  fieldDefaults: false,
  noise: /#[^\n]*/g,
  relativeImport: /\brequire_relative\b/,
  readImport: readRubyImport,
};

/** Imports, calls, named literals and classes of Ruby. Parentheses and a receiver tell a call from a variable. https://docs.ruby-lang.org/en/master/syntax_rdoc.html */
export const ruby: Extractor = {
  name: 'ruby',
  languages: ['ruby'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => /(?:\.(?:rb|rake|ru)|(?:^|\/)Rakefile)$/.test(path),
  extract: (file, tools) => extractCode(file, rubyFormat, tools),
};
