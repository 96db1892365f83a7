import { type YamlDocument, type YamlEntry, type YamlNode, type YamlProblem, yamlEntry } from '../../lib/yaml-nodes.ts';
import { readTemplatedYaml, type TemplatedYaml } from './templated-yaml.ts';

/** One object, with the place of its kind. */
export type Manifest = { readonly root: YamlNode; readonly kind: YamlEntry };

export type ManifestFile = Omit<TemplatedYaml, 'documents'> & {
  readonly manifests: readonly Manifest[];
  readonly problem: YamlProblem | undefined;
};

const objectKeys = [/^[ \t{]*["']?apiVersion["']?[ \t]*:/m, /^[ \t{]*["']?kind["']?[ \t]*:/m];

/** True if it is worth parsing the text. */
export function mayHoldManifests(text: string): boolean {
  return objectKeys.every((key) => key.test(text));
}

/** The objects of a file. A faulty document gives none, but of a template, whose gaps may be faults, all that can be read. */
export function readManifests(text: string, isCertain = false): ManifestFile {
  const { documents, ...reading } = readTemplatedYaml(text, isCertain);
  const isFaulty = ({ problems }: YamlDocument) => problems.length > 0;
  const readable = reading.isTemplate ? documents : documents.filter((document) => !isFaulty(document));
  return {
    ...reading,
    manifests: readable.flatMap(({ root }) => findManifests(root)),
    problem: documents.find(isFaulty)?.problems[0],
  };
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
