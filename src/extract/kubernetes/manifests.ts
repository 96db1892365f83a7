import {
  parseYamlDocuments,
  type YamlDocument,
  type YamlEntry,
  type YamlNode,
  type YamlProblem,
  type YamlScalar,
  yamlEntry,
} from '../../lib/yaml-nodes.ts';
import { isTemplate, maskTemplate } from './template-mask.ts';

/** One object, with the place of its kind. */
export type Manifest = { readonly root: YamlNode; readonly kind: YamlEntry };

export type ManifestFile = {
  readonly manifests: readonly Manifest[];
  readonly problem: YamlProblem | undefined;
  /** Its text is a template, whose gaps may be faults. */
  readonly isTemplate: boolean;
  /** False for a value that the file leaves to a template. */
  isWritten(value: YamlScalar): boolean;
  /** A value as the file has it, with its template actions. */
  written(value: YamlScalar): string;
};

const objectKeys = [/^[ \t{]*["']?apiVersion["']?[ \t]*:/m, /^[ \t{]*["']?kind["']?[ \t]*:/m];

/** True if it is worth parsing the text. */
export function mayHoldManifests(text: string): boolean {
  return objectKeys.every((key) => key.test(text));
}

/** The objects of a file. A faulty document gives none, but of a template, whose gaps may be faults, all that can be read. */
export function readManifests(text: string): ManifestFile {
  const plain = isTemplate(text) ? undefined : parseYamlDocuments(text);
  if (plain && !(text.includes('{{') && plain.some(isFaulty))) {
    return {
      manifests: plain.filter((document) => !isFaulty(document)).flatMap(({ root }) => findManifests(root)),
      problem: plain.find(isFaulty)?.problems[0],
      isTemplate: false,
      isWritten: () => true,
      written: ({ text: value }) => value,
    };
  }
  const masked = maskTemplate(text);
  const documents = parseYamlDocuments(masked);
  return {
    manifests: documents.flatMap(({ root }) => findManifests(root)),
    problem: documents.find(isFaulty)?.problems[0],
    isTemplate: true,
    // Where nothing is left of a value, an action stood there alone.
    isWritten: ({ text: value, start, end }) =>
      (value !== '' || start < end) && text.slice(start, end) === masked.slice(start, end),
    written: ({ text: value, start, end }) =>
      text.slice(start, end) === masked.slice(start, end) ? value : text.slice(start, end).replace(/^["']|["']$/g, ''),
  };
}

function isFaulty({ problems }: YamlDocument): boolean {
  return problems.length > 0;
}

/** A list of objects stands for its items. */
function findManifests(root: YamlNode): readonly Manifest[] {
  const kind = yamlEntry(root, 'kind');
  if (kind?.value.kind !== 'scalar' || kind.value.text === '') return [];
  if (yamlEntry(root, 'apiVersion')?.value.kind !== 'scalar') return [];
  const items = yamlEntry(root, 'items')?.value;
  if (kind.value.text.endsWith('List') && items?.kind === 'list') return items.items.flatMap(findManifests);
  return [{ root, kind }];
}
