import { type GoValue, goValue } from '../../lib/go-template/values.ts';
import type { YamlNode, YamlScalar } from '../../lib/yaml-nodes.ts';
import type { SourceFile } from '../../model/source.ts';
import { readTemplatedYaml } from '../kubernetes/templated-yaml.ts';
import { environmentOf } from './paths.ts';

/** Longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const valuesSizeLimit = 1_000_000;

/** A file of values as it was read. */
export type ValuesFile = {
  readonly file: SourceFile;
  readonly environment: string | undefined;
  readonly root: YamlNode;
  readonly values: GoValue;
  /** False for a value that something else fills in. */
  isWritten(value: YamlScalar): boolean;
};

/** The values of a file, a problem if it holds none. */
export function readValuesFile(
  file: SourceFile,
):
  | { readonly ok: true; readonly values: ValuesFile }
  | { readonly ok: false; readonly reason: string; readonly line?: number } {
  if (file.text.length > valuesSizeLimit)
    return { ok: false, reason: `has more than ${valuesSizeLimit} characters and was not read` };
  const { documents, isTemplate, isWritten } = readTemplatedYaml(file.text, file.path.endsWith('.gotmpl'));
  const problem = documents.flatMap(({ problems }) => problems)[0];
  if (problem && !isTemplate) return { ok: false, reason: `not valid YAML: ${problem.message}`, line: problem.line };
  const root = documents[0]?.root ?? { kind: 'map', entries: [], line: 1 };
  const values = goValue(root, { text: file.text, isWritten });
  return { ok: true, values: { file, environment: environmentOf(file.path), root, values, isWritten } };
}
