import { flattenYaml } from '../../lib/flatten-yaml.ts';
import { showableValue } from '../../lib/secret-names.ts';
import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { Step } from '../pipeline/job.ts';
import { entriesOf, itemsOf, valueAt } from '../pipeline/look-up.ts';
import type { Reading } from '../pipeline/reading.ts';
import { readScript } from '../pipeline/script.ts';

/**
 * The commands of a step, and its plugins (`name#v1.2.3`) as `uses`.
 * Format: https://buildkite.com/docs/pipelines/configure/step-types/command-step
 */
export function* readSteps(node: YamlNode, reading: Reading): Generator<Step> {
  for (const item of itemsOf(valueAt(node, 'plugins'))) yield* readPlugin(item);
  for (const key of ['command', 'commands']) yield* readScript(valueAt(node, key), reading);
}

function readPlugin(item: YamlNode): readonly Step[] {
  if (item.kind === 'scalar') return [{ line: item.line, uses: item.text }];
  return entriesOf(item).map(({ key, value }) => ({ line: key.line, uses: key.text, with: readOptions(value) }));
}

/** Options nest; they are told by their path: `config.0`. */
function readOptions(node: YamlNode): Readonly<Record<string, string>> {
  const { entries } = flattenYaml(node);
  return Object.fromEntries(entries.map(({ path, value }) => [path, showableValue(path, value.text)]));
}
