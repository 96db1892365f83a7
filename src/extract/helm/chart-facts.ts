import { flattenYaml } from '../../lib/flatten-yaml.ts';
import { access } from '../../lib/go-template/functions/collections.ts';
import { type GoValue, textOf } from '../../lib/go-template/values.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import type { RepoPath } from '../../model/location.ts';
import { type Chart, effectiveLayers } from './charts.ts';
import { readImageMaps } from './image-maps.ts';
import type { ValuesFile } from './values-file.ts';

/**
 * The facts of a repository with a fact for each chart, and without the images of values that templates of the repository
 * use, whose own facts tell them, or that other values take the place of.
 */
export function completeCharts(charts: readonly Chart[], facts: readonly Fact[]): readonly Fact[] {
  const valuesPaths = new Set(
    facts.flatMap((fact) => (fact.kind === 'resource' && fact.tool === 'helm' ? [fact.at.path] : [])),
  );
  const used = new Set(
    facts.flatMap((fact) => (fact.kind === 'image' && isTemplate(fact.at.path) ? [fact.repository] : [])),
  );
  const hidden = new Set(charts.flatMap(hiddenImages));
  const kept = facts.filter(
    (fact) =>
      fact.kind !== 'image' ||
      !valuesPaths.has(fact.at.path) ||
      !(used.has(fact.repository) || hidden.has(placeOf(fact.at.path, fact.at.line))),
  );
  return [...kept, ...charts.map(chartFact)];
}

function isTemplate(path: RepoPath): boolean {
  return /(?:^|\/)templates\//.test(path);
}

function placeOf(path: RepoPath, line: number): string {
  return `${path}:${line}`;
}

/** The chart as its head says, and which environments it has values for. */
function chartFact({ file, root, name, overlays }: Chart): ResourceFact {
  const environments = [...new Set(overlays.flatMap(({ environment }) => environment ?? []))];
  return {
    kind: 'resource',
    at: { path: file.path, line: name.line },
    role: file.role,
    tool: 'helm',
    type: 'chart',
    name: name.text,
    attributes: {
      ...Object.fromEntries(flattenYaml(root).entries.map(({ path, value }) => [path, value.text])),
      ...Object.fromEntries(environments.map((environment, index) => [`environments.${index}`, environment])),
    },
  };
}

/** Images of values that production does not have: others are laid over them, or they are for other environments. */
function hiddenImages(chart: Chart): readonly string[] {
  const layers = effectiveLayers(chart);
  const files = [...chart.overlays, ...(chart.defaults ? [chart.defaults] : [])];
  return files.flatMap((values) => {
    const order = layers.indexOf(values);
    const above = order === -1 ? layers : layers.slice(0, order);
    return readImageMaps(values.root, values.isWritten)
      .filter(({ path }) => above.some((layer) => says(layer, path)))
      .map(({ line }) => placeOf(values.file.path, line));
  });
}

function says({ values }: ValuesFile, path: string): boolean {
  const found = path.split('.').reduce<GoValue>((at, key) => access(at, key), values);
  return found.is !== 'nil' && textOf(found) !== '';
}
