import { flattenYaml } from '../../lib/flatten-yaml.ts';
import { readJson } from '../../lib/json-nodes.ts';
import { parseYamlDocuments, type YamlNode } from '../../lib/yaml-nodes.ts';
import { type ConfigReading, configEntryLimit } from './reading.ts';

/** The settings of all documents of a YAML file. */
export function readYamlConfig(text: string): ConfigReading {
  const documents = parseYamlDocuments(text);
  const problem = documents.flatMap(({ problems }) => problems)[0];
  if (problem) return { is: 'broken', message: `not valid YAML: ${problem.message}`, line: problem.line };
  const [only, ...others] = documents.map(({ root }) => root);
  if (only === undefined) return { is: 'settings', entries: [], complete: true };
  if (others.length === 0) return readTree(only);
  const readings = [only, ...others].map(readTree);
  if (readings.some(({ is }) => is === 'data')) return { is: 'data' };
  const settings = readings.flatMap((reading) => (reading.is === 'settings' ? [reading] : []));
  const entries = settings.flatMap((reading) => reading.entries);
  const complete = settings.every((reading) => reading.complete) && entries.length <= configEntryLimit;
  return { is: 'settings', entries: entries.slice(0, configEntryLimit), complete };
}

/** The settings of a JSON file, with comments as many tools allow them. */
export function readJsonConfig(text: string): ConfigReading {
  const read = readJson(text, { comments: true });
  return read.ok ? readTree(read.root) : { is: 'broken', message: `not valid JSON: ${read.message}`, line: read.line };
}

function readTree(root: YamlNode): ConfigReading {
  if (root.kind === 'scalar') return { is: 'settings', entries: [], complete: true };
  const { entries, complete } = flattenYaml(root);
  if (!complete && holdsRecords(root)) return { is: 'data' };
  return {
    is: 'settings',
    entries: entries.map(({ path, value }) => ({ key: path, value: value.text, line: value.line })),
    complete,
  };
}

/** True if one list holds more values than are kept of a file: rows, cases or vectors that somebody collected. */
function holdsRecords(node: YamlNode): boolean {
  if (node.kind === 'list') return countValues(node, configEntryLimit + 1) > configEntryLimit;
  return node.kind === 'map' && node.entries.some(({ value }) => holdsRecords(value));
}

/** Values below a node; stops counting at `enough`, since aliases may stand for any number of them. */
function countValues(node: YamlNode, enough: number): number {
  if (node.kind === 'scalar') return 1;
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  // An empty one counts too, or lists of nothing would take forever.
  let count = children.length === 0 ? 1 : 0;
  for (const child of children) {
    if (count >= enough) return count;
    count += countValues(child, enough - count);
  }
  return count;
}
