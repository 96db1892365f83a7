import type { ScriptCommand } from '../model/fact.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { readStarts } from './python-scripts/starts.ts';
import { extractScripts, scriptSizeLimit } from './scripts/commands.ts';

/** Without one of these words no program is started. */
const starting = /\bsubprocess\b|\bos\.system\b/;

/**
 * The programs that a Python file starts, as far as their words are written out: `subprocess.run(["gcloud", "run"])`,
 * `os.system("make deploy")`. What else it does is a command that nobody knows.
 * Format: https://docs.python.org/3/library/subprocess.html
 */
export const pythonScripts: Extractor = {
  name: 'python-scripts',
  languages: ['python', 'bash'],
  // Of one that could not be read, the step that starts it stays as it is written.
  gives: [],
  claims: (path) => path.endsWith('.py'),
  extract: extractPrograms,
};

const nothing: Extraction = { facts: [], diagnostics: [] };

function extractPrograms(file: SourceFile, tools: ExtractTools): Extraction {
  if (!starting.test(file.text) || file.text.length > scriptSizeLimit) return nothing;
  const starts = readStarts(file.text, tools.querySyntax);
  if (starts.length === 0) return nothing;
  const rest: ScriptCommand = { does: 'run', command: '', line: 1, tolerant: false };
  const script = { name: file.path, line: 1, pieces: [rest, ...starts] };
  return { ...extractScripts([script], 'python', file, tools), diagnostics: [] };
}
