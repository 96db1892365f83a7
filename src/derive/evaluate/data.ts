import { parseYamlDocuments, type YamlNode } from '../../lib/yaml-nodes.ts';
import { listValue, mapValue, textValue, type Value } from './value.ts';

/** Longer files of data are not looked into: hostile YAML takes seconds a megabyte. */
export const dataSizeLimit = 250_000;

/** The value that a text of JSON or YAML holds, undefined if it is neither. */
export function parseData(text: string): Value | undefined {
  if (text.length > dataSizeLimit) return undefined;
  const [document] = parseYamlDocuments(text);
  return document && document.problems.length === 0 ? dataValue(document.root) : undefined;
}

function dataValue(node: YamlNode): Value {
  if (node.kind === 'list') return listValue(node.items.map(dataValue));
  if (node.kind === 'scalar') return textValue(node.text);
  return mapValue(node.entries.map(({ key, value }) => [key.text, dataValue(value)] as const));
}
