import { flatEntryLimit, flattenYaml } from '../lib/flatten-yaml.ts';
import { parseImage } from '../lib/image-reference.ts';
import { readJson } from '../lib/json-nodes.ts';
import { folderOf } from '../lib/relative-path.ts';
import { hideListed, showAttribute } from '../lib/secret-attributes.ts';
import { readToml, tomlNode } from '../lib/toml-values.ts';
import { parseYamlDocuments, type YamlNode, type YamlProblem } from '../lib/yaml-nodes.ts';
import type { ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations, type RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { type Format, formats, type Service } from './platform/formats.ts';

/** Longer files are not parsed: hostile YAML takes seconds a megabyte. */
export const platformFileSizeLimit = 250_000;

/** Services that the files of application platforms declare, one resource each. Values of secrets are hidden. */
export const platformFiles: Extractor = {
  name: 'platform-files',
  languages: [],
  gives: ['resource', 'image'],
  claims: (path: RepoPath) => formats.some((format) => format.claims.test(path)),
  extract: extractServices,
};

function extractServices(file: SourceFile): Extraction {
  const refused = refuseLarge(file, platformFileSizeLimit);
  if (refused) return refused;
  const { root, problem, language } = readRoot(file);
  if (problem) {
    const message = `not valid ${language}: ${problem.message}`;
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', message, problem.line)] };
  }
  if (!root) return { facts: [], diagnostics: [] };
  const folder = folderOf(file.path).split('/').at(-1) ?? '';
  const extracted = formats
    .filter((format) => format.claims.test(file.path))
    .flatMap((format) => format.read(root, folder).map((service) => extractService(format, service, file)));
  return {
    facts: extracted.flatMap(({ facts }) => facts).sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: extracted.flatMap(({ diagnostics }) => diagnostics),
  };
}

type Root = { readonly root?: YamlNode; readonly problem?: YamlProblem; readonly language: string };

function readRoot({ path, text }: SourceFile): Root {
  if (path.endsWith('.toml')) {
    const read = readToml(text);
    return read.ok
      ? { root: tomlNode(read.entries), language: 'TOML' }
      : { problem: { message: read.message, line: read.line }, language: 'TOML' };
  }
  if (/\.jsonc?$/.test(path)) {
    const read = readJson(text, { comments: true });
    return read.ok ? { root: read.root, language: 'JSON' } : { problem: read, language: 'JSON' };
  }
  const [document] = parseYamlDocuments(text);
  const [problem] = document?.problems ?? [];
  if (problem) return { problem, language: 'YAML' };
  return { language: 'YAML', ...(document && { root: document.root }) };
}

function extractService(format: Format, { type, name, line, node }: Service, file: SourceFile): Extraction {
  const { entries, complete } = flattenYaml(node);
  const shown = entries.map(({ path, value }) => {
    const key = path.split('.').findLast((step) => !/^\d+$/.test(step)) ?? '';
    return [path, showAttribute({ path, key, text: value.text, isKnown: true })] as const;
  });
  const resource: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line },
    role: file.role,
    tool: format.name,
    type,
    name,
    attributes: hideListed(type, new Map(shown)),
  };
  const images = entries
    .filter(({ path, value }) => format.image?.test(path) === true && value.text !== '')
    .map(({ value }): ImageFact => {
      const at = { path: file.path, line: value.line };
      return { kind: 'image', at, role: file.role, reference: value.text, ...parseImage(value.text) };
    });
  const message = `only the first ${flatEntryLimit} values of this service were read`;
  return {
    facts: [resource, ...images],
    diagnostics: complete ? [] : [diagnose(file, 'limit-reached', message, line)],
  };
}
