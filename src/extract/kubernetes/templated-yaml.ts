import { parseYamlDocuments, type YamlDocument, type YamlScalar } from '../../lib/yaml-nodes.ts';
import { isTemplate, maskTemplate } from './template-mask.ts';

export type TemplatedYaml = {
  readonly documents: readonly YamlDocument[];
  /** It is a template, whose gaps may be faults. */
  readonly isTemplate: boolean;
  /** False for a value that the file leaves to a template. */
  isWritten(value: YamlScalar): boolean;
  /** A value as the file has it, with its template actions. */
  written(value: YamlScalar): string;
};

/** YAML, or a template of it with its actions covered; `isCertain` where the text is a template whatever it looks like. */
export function readTemplatedYaml(text: string, isCertain = false): TemplatedYaml {
  const plain = isCertain || isTemplate(text) ? undefined : parseYamlDocuments(text);
  if (plain && !(text.includes('{{') && plain.some(({ problems }) => problems.length > 0)))
    return { documents: plain, isTemplate: false, isWritten: () => true, written: ({ text: value }) => value };
  const masked = maskTemplate(text);
  return {
    documents: parseYamlDocuments(masked),
    isTemplate: true,
    // Where nothing is left of a value, an action stood there alone.
    isWritten: ({ text: value, start, end }) =>
      (value !== '' || start < end) && text.slice(start, end) === masked.slice(start, end),
    written: ({ text: value, start, end }) =>
      text.slice(start, end) === masked.slice(start, end) ? value : text.slice(start, end).replace(/^["']|["']$/g, ''),
  };
}
