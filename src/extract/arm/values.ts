import { type YamlNode, yamlEntry } from '../../lib/yaml-nodes.ts';
import type { Expression } from '../../model/expression.ts';
import type { RepoPath } from '../../model/location.ts';
import type { TemplateValues } from '../../model/template.ts';
import { entry, literal } from './expressions.ts';

/** A variable of the environment of whoever deploys, perhaps with a default: `${NAME=text}`. */
const variable = /(\$\{[A-Za-z_]\w*(?:=[^}]*)?\})/;

/**
 * The values of a file of parameters, by the names that they have in Bicep.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files
 */
export function readParameters(root: YamlNode, path: RepoPath): TemplateValues {
  const parameters = yamlEntry(root, 'parameters')?.value;
  const entries = parameters?.kind === 'map' ? parameters.entries : [];
  const values = entries.flatMap(({ key, value }) => {
    const given = yamlEntry(value, 'value')?.value;
    return given ? [{ name: key.text, value: readGiven(given) }] : [];
  });
  return { kind: 'values', language: 'arm', path, values };
}

function readGiven(node: YamlNode): Expression {
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(readGiven), text: '[…]' };
  if (node.kind === 'map')
    return {
      kind: 'map',
      entries: node.entries.map(({ key, value }) => entry(key.text, readGiven(value))),
      text: '{…}',
    };
  const { text } = node;
  if (!variable.test(text)) return literal(text);
  const parts = text.split(variable).map((part): string | Expression => {
    const [whole, given] = /^\$\{[A-Za-z_]\w*(?:=([^}]*))?\}$/.exec(part) ?? [];
    if (whole === undefined) return part;
    return given === undefined ? { kind: 'opaque', text: part } : given;
  });
  return { kind: 'template', parts: parts.filter((part) => part !== ''), text };
}
