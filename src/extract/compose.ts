import { flatEntryLimit, flattenYaml } from '../lib/flatten-yaml.ts';
import { parseImage } from '../lib/image-reference.ts';
import { parseYamlDocuments, type YamlEntry, yamlEntry } from '../lib/yaml-nodes.ts';
import type { ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { readAttributes } from './compose/attributes.ts';
import { isComposePath } from './compose/path.ts';
import { diagnose, refuseBrokenYaml, refuseLarge } from './diagnose.ts';

/** Longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const composeSizeLimit = 250_000;

/**
 * Services of a compose file and their images. Variables stay as they are written, values of secrets are hidden.
 * Format: https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
export const compose: Extractor = {
  name: 'compose',
  languages: [],
  gives: ['resource', 'image'],
  claims: isComposePath,
  extract: extractCompose,
};

function extractCompose(file: SourceFile): Extraction {
  const refused = refuseLarge(file, composeSizeLimit);
  if (refused) return refused;
  const documents = parseYamlDocuments(file.text);
  const broken = refuseBrokenYaml(file, documents);
  if (broken) return broken;
  const services = documents.flatMap(({ root }) => {
    const declared = yamlEntry(root, 'services')?.value;
    return declared?.kind === 'map' ? declared.entries.filter(({ value }) => value.kind === 'map') : [];
  });
  const extracted = services.map((service) => extractService(service, file));
  return {
    facts: extracted.flatMap(({ facts }) => facts).sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: extracted.flatMap(({ diagnostics }) => diagnostics),
  };
}

function extractService({ key, value }: YamlEntry, file: SourceFile): Extraction {
  const { entries, complete } = flattenYaml(value);
  const resource: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line: key.line },
    role: file.role,
    tool: 'compose',
    type: 'service',
    name: key.text,
    attributes: readAttributes(entries),
  };
  const message = `only the first ${flatEntryLimit} values of this service were read`;
  return {
    facts: [resource, ...extractImage(yamlEntry(value, 'image'), file)],
    diagnostics: complete ? [] : [diagnose(file, 'limit-reached', message, key.line)],
  };
}

function extractImage(image: YamlEntry | undefined, file: SourceFile): readonly ImageFact[] {
  if (image?.value.kind !== 'scalar' || image.value.text === '') return [];
  const { text, line } = image.value;
  return [{ kind: 'image', at: { path: file.path, line }, role: file.role, reference: text, ...parseImage(text) }];
}
