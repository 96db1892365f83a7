import type { Fact } from '../model/fact.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { extractCode } from './code/extract-code.ts';
import { diagnose } from './diagnose.ts';
import { readNotebook } from './notebook/cells.ts';
import { pythonFormat } from './python/format.ts';

const nothing: Extraction = { facts: [], diagnostics: [] };

/**
 * Code cells of Jupyter notebooks in Python. What they hold is an example at most: a commit of a notebook deploys nothing.
 * Format: https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export const notebook: Extractor = {
  name: 'notebook',
  languages: ['python'],
  gives: ['import', 'call', 'literal', 'class'],
  claims: (path) => path.endsWith('.ipynb'),
  extract: extractNotebook,
};

function extractNotebook(file: SourceFile, tools: ExtractTools): Extraction {
  const role = file.role === 'product' ? 'example' : file.role;
  if (tools.firstLook('python', role) === undefined) return nothing;
  const read = readNotebook(file.text);
  if (read === undefined) return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', 'not valid JSON')] };
  if (!/^python/i.test(read.language ?? 'python')) return nothing;
  const { facts, diagnostics } = extractCode({ path: file.path, role, text: read.code }, pythonFormat, tools);
  return { facts: facts.map((fact) => moveFact(fact, read.lines)), diagnostics };
}

function moveFact(fact: Fact, lines: readonly number[]): Fact {
  return { ...fact, at: { ...fact.at, line: lines[fact.at.line - 1] ?? 1 } };
}
