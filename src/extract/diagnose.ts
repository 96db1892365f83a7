import type { YamlDocument } from '../lib/yaml-nodes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Extraction, SourceFile } from '../model/source.ts';

type Code = 'file-unparsed' | 'limit-reached';

/** A warning about a file that gave no facts, or not all of them. */
export function diagnose({ path }: SourceFile, code: Code, message: string, line?: number): Diagnostic {
  return { level: 'warning', code, message, at: { path, ...(line === undefined ? {} : { line }) } };
}

/** What a file gives that is too large for its reader: a warning, and no facts. Undefined for one within the limit. */
export function refuseLarge(file: SourceFile, limit: number): Extraction | undefined {
  if (file.text.length <= limit) return undefined;
  const message = `has more than ${limit} characters and was not read`;
  return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', message)] };
}

/** The same for a file with a fault in one of its YAML documents, told at its line. Undefined where there is none. */
export function refuseBrokenYaml(file: SourceFile, documents: readonly YamlDocument[]): Extraction | undefined {
  const problem = documents.flatMap(({ problems }) => problems)[0];
  if (problem === undefined) return undefined;
  return {
    facts: [],
    diagnostics: [diagnose(file, 'file-unparsed', `not valid YAML: ${problem.message}`, problem.line)],
  };
}
