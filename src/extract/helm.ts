import { flatEntryLimit, flattenYaml } from '../lib/flatten-yaml.ts';
import { parseImage } from '../lib/image-reference.ts';
import type { ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { readValues } from './helm/attributes.ts';
import { readImageMaps } from './helm/image-maps.ts';
import { isChartPath, isTemplateLibraryPath, isValuesPath } from './helm/paths.ts';
import { readValuesFile } from './helm/values-file.ts';

/**
 * Values of charts, and the images that they name. Charts themselves take several files: see `extractCharts`.
 * Format: https://helm.sh/docs/chart_template_guide/values_files/
 */
export const helm: Extractor = {
  name: 'helm',
  languages: [],
  gives: ['resource', 'image'],
  claims: (path) => isValuesPath(path) || isChartPath(path) || isTemplateLibraryPath(path),
  extract: (file) => (isValuesPath(file.path) ? extractValues(file) : { facts: [], diagnostics: [] }),
};

function extractValues(file: SourceFile): Extraction {
  const read = readValuesFile(file);
  if (!read.ok) return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', read.reason, read.line)] };
  const { root, isWritten } = read.values;
  if (root.kind !== 'map' || root.entries.length === 0) return { facts: [], diagnostics: [] };
  const { entries, complete } = flattenYaml(root);
  const resource: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line: root.line },
    role: file.role,
    tool: 'helm',
    type: 'values',
    name: file.path.split('/').slice(-2).join('/'),
    attributes: readValues(entries.filter(({ value }) => isWritten(value))),
  };
  const images = readImageMaps(root, isWritten).map(
    ({ reference, line, disabled }): ImageFact => ({
      kind: 'image',
      at: { path: file.path, line },
      role: file.role,
      ...(disabled === undefined ? {} : { disabled }),
      reference,
      ...parseImage(reference),
    }),
  );
  const message = `only the first ${flatEntryLimit} values were read`;
  return {
    facts: [resource, ...images].sort((a, b) => compareLocations(a.at, b.at)),
    diagnostics: complete ? [] : [diagnose(file, 'limit-reached', message)],
  };
}
