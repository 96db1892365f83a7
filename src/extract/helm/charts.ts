import { isProduction } from '../../lib/environment-names.ts';
import { folderOf } from '../../lib/relative-path.ts';
import { parseYamlDocuments, type YamlNode, type YamlScalar, yamlEntry } from '../../lib/yaml-nodes.ts';
import type { SourceFile } from '../../model/source.ts';
import { isChartPath, isDefaultValues, isInside, isValuesPath } from './paths.ts';
import { readValuesFile, type ValuesFile } from './values-file.ts';

/** A chart with the files that belong to it. */
export type Chart = {
  readonly file: SourceFile;
  readonly folder: string;
  readonly root: YamlNode;
  readonly name: YamlScalar;
  readonly templates: readonly SourceFile[];
  readonly defaults: ValuesFile | undefined;
  /** Values for environments and others that are laid over the defaults, in order of their path. */
  readonly overlays: readonly ValuesFile[];
};

/** The charts of a repository. Format: https://helm.sh/docs/topics/charts/ */
export function readCharts(files: readonly SourceFile[]): readonly Chart[] {
  const heads = files.flatMap(readHead);
  if (heads.length === 0) return [];
  const values = files
    .filter(({ path, role }) => isValuesPath(path) && role !== 'example' && role !== 'test')
    .flatMap((file) => {
      const read = readValuesFile(file);
      return read.ok ? [read.values] : [];
    });
  const charts = heads.map((head) => ({
    ...head,
    templates: files.filter(({ path }) => isInside(path, join(head.folder, 'templates'))),
    defaults: values.find(({ file }) => isDefaultValues(file.path) && folderOf(file.path) === head.folder),
  }));
  const defaults = new Set(charts.map((chart) => chart.defaults));
  const others = values.filter((file) => !defaults.has(file));
  const owners = new Map(others.map((file) => [file, findOwner(file, charts)]));
  return charts.map((chart) => ({
    ...chart,
    overlays: others.filter((file) => owners.get(file) === chart.folder),
  }));
}

/** The values that production has, the uppermost first: those of a production-like environment, and the defaults. */
export function effectiveLayers({ overlays, defaults }: Chart): readonly ValuesFile[] {
  const production = overlays.filter(({ environment }) => environment !== undefined && isProduction(environment));
  const [first] = production;
  const chosen = production.filter(({ environment }) => environment === first?.environment);
  return [...chosen, ...(defaults ? [defaults] : [])];
}

type Head = Pick<Chart, 'file' | 'folder' | 'root' | 'name'>;

function readHead(file: SourceFile): readonly Head[] {
  if (!isChartPath(file.path)) return [];
  const root = parseYamlDocuments(file.text)[0]?.root;
  const name = yamlEntry(root, 'name')?.value;
  return root && name?.kind === 'scalar' ? [{ file, folder: folderOf(file.path), root, name }] : [];
}

type Candidate = Head & Pick<Chart, 'defaults'>;

/** The chart that values are for: the one around them, or else the nearest that knows their keys. */
function findOwner({ file, root }: ValuesFile, charts: readonly Candidate[]): string | undefined {
  const around = charts.filter(({ folder }) => isInside(file.path, folder)).sort(byDepth);
  const [inner] = around;
  if (inner && (inner.folder !== '' || sharesKeys(root, inner))) return inner.folder;
  const known = charts.filter((chart) => sharesKeys(root, chart));
  const nearest = Math.max(...known.map(({ folder }) => commonDepth(file.path, folder)));
  const near = known.filter(({ folder }) => commonDepth(file.path, folder) === nearest);
  const named = near.filter(({ name }) => file.path.toLowerCase().includes(name.text.toLowerCase()));
  const [only, ...rest] = named.length > 0 ? named : near;
  return rest.length === 0 ? only?.folder : undefined;
}

function byDepth(a: Candidate, b: Candidate): number {
  return b.folder.length - a.folder.length;
}

/** At least half of the keys at the top are the chart's own. */
function sharesKeys(root: YamlNode, { defaults }: Candidate): boolean {
  const keys = keysOf(root);
  const own = new Set(defaults ? keysOf(defaults.root) : []);
  const shared = keys.filter((key) => own.has(key));
  return shared.length > 0 && shared.length * 2 >= keys.length;
}

function keysOf(root: YamlNode): readonly string[] {
  return root.kind === 'map' ? root.entries.map(({ key }) => key.text) : [];
}

function commonDepth(path: string, folder: string): number {
  const segments = path.split('/');
  const others = folder.split('/');
  const parting = segments.findIndex((segment, index) => segment !== others[index]);
  return parting === -1 ? segments.length : parting;
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
