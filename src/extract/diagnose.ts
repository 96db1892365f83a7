import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source.ts';

type Code = 'file-unparsed' | 'limit-reached';

/** A warning about a file that gave no facts, or not all of them. */
export function diagnose({ path }: SourceFile, code: Code, message: string, line?: number): Diagnostic {
  return { level: 'warning', code, message, at: { path, ...(line === undefined ? {} : { line }) } };
}
