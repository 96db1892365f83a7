import type { RenderedText } from '../../lib/go-template/output.ts';
import { renderTemplate } from '../../lib/go-template/render.ts';
import { parseTemplate, type TemplateNode } from '../../lib/go-template/tree.ts';
import { type GoMap, type GoValue, goMap, goText, goValue, layOver, unknown } from '../../lib/go-template/values.ts';
import type { RepoPath } from '../../model/location.ts';
import { type Chart, effectiveLayers } from './charts.ts';
import { isInside } from './paths.ts';
import type { ValuesFile } from './values-file.ts';

/** Sets of values beside those of production that are tried to see whether something is switched on anywhere. */
const otherValuesLimit = 8;

/** Longer templates are not rendered. */
export const templateSizeLimit = 1_000_000;

/**
 * The templates of charts with the values of production in them, by path. What values do not tell stays as it is written.
 * How Helm does it: https://helm.sh/docs/chart_template_guide/
 */
export function renderCharts(charts: readonly Chart[]): ReadonlyMap<RepoPath, RenderedText> {
  const bodies = new Map(charts.map((chart) => [chart, readBodies(chart)]));
  const shared = [...bodies.values()].flatMap((own) => [...own]);
  const rendered = new Map<RepoPath, RenderedText>();
  for (const chart of charts) {
    const options = {
      root: rootOf(chart, effectiveLayers(chart), charts),
      others: otherLayers(chart).map((layers) => rootOf(chart, layers, charts)),
      // A chart may use the named templates of charts that it depends on.
      bodies: new Map([...shared, ...(bodies.get(chart) ?? [])]),
      isTold: (text: string) => /^kind:/m.test(text),
    };
    for (const { path, text } of chart.templates) {
      if (!/\.ya?ml$/.test(path) || text.length > templateSizeLimit) continue;
      const result = renderTemplate(text, options);
      if (result) rendered.set(path, result);
    }
  }
  return rendered;
}

function readBodies({ templates }: Chart): ReadonlyMap<string, readonly TemplateNode[]> {
  const bodies = new Map<string, readonly TemplateNode[]>();
  for (const { text } of templates) {
    if (!text.includes('define') || text.length > templateSizeLimit) continue;
    for (const node of parseTemplate(text) ?? []) if (node.is === 'define') bodies.set(node.name, node.body);
  }
  return bodies;
}

/** Each environment's values over the defaults, and the defaults alone. */
function otherLayers({ overlays, defaults }: Chart): readonly (readonly ValuesFile[])[] {
  const base = defaults ? [defaults] : [];
  return [base, ...overlays.slice(0, otherValuesLimit).map((overlay) => [overlay, ...base])];
}

/** What the dot is at the top of a template. */
function rootOf(chart: Chart, layers: readonly ValuesFile[], charts: readonly Chart[]): GoValue {
  return goMap(
    new Map<string, GoValue>([
      ['Values', valuesOf(chart, layers, charts)],
      ['Chart', describeChart(chart)],
      ['Release', onlyKnown(new Map([['Service', goText('Helm')]]))],
      ['Capabilities', unknown],
      ['Files', unknown],
      ['Template', unknown],
      ['Subcharts', unknown],
    ]),
  );
}

/** The values of a chart within another one are laid under what that one says of it. */
function valuesOf(chart: Chart, layers: readonly ValuesFile[], charts: readonly Chart[]): GoValue {
  const own = layers.reduceRight<GoValue | undefined>((under, { values }) => layOver(values, under), undefined);
  const outer = charts.find(
    ({ folder }) => folder !== chart.folder && isInside(chart.folder, folder === '' ? 'charts' : `${folder}/charts`),
  );
  if (!outer) return own ?? unknown;
  const around = effectiveLayers(outer).reduceRight<GoValue | undefined>(
    (under, { values }) => layOver(values, under),
    undefined,
  );
  const given = around?.is === 'map' ? around : goMap(new Map());
  const shared = given.get('global');
  const settings = given.get(chart.name.text);
  return layOver(shared && goMap(new Map([['global', shared]])), layOver(settings, own)) ?? unknown;
}

/** `.Chart.AppVersion` is `appVersion`. */
function describeChart({ root, file }: Chart): GoValue {
  const head = goValue(root, { text: file.text, isWritten: () => true });
  if (head.is !== 'map') return unknown;
  const get = (key: string) => head.get(key.slice(0, 1).toLowerCase() + key.slice(1));
  return { is: 'map', keys: () => head.keys(), get };
}

function onlyKnown(entries: ReadonlyMap<string, GoValue>): GoMap {
  return { is: 'map', keys: () => [...entries.keys()], get: (key) => entries.get(key) ?? unknown };
}
