import { hasSecretName } from '../../lib/secret-names.ts';
import { type YamlEntry, type YamlNode, yamlEntry } from '../../lib/yaml-nodes.ts';
import type { Expression, LoopHead } from '../../model/expression.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Declared, Template, TemplateCall, TemplateInput } from '../../model/template.ts';
import { entry, literal, readValue } from './expressions.ts';

/** Templates within templates that are read. */
export const nestedTemplateLimit = 5;

/** What tells of a resource how often and whether it is there, and not what it is. */
const apart = /^(?:type|condition|copy|resources|comments)$/;

/** What a template in JSON declares. `depth` counts the templates around it. */
export function readTemplate(root: YamlNode, file: SourceFile, depth = 0): Template {
  const generator = yamlEntry(yamlEntry(root, 'metadata')?.value, '_generator')?.value;
  return {
    kind: 'template',
    language: 'arm',
    path: file.path,
    role: file.role,
    inputs: entriesOf(yamlEntry(root, 'parameters')?.value).map(readInput),
    locals: entriesOf(yamlEntry(root, 'variables')?.value)
      .filter(({ key }) => key.text !== 'copy')
      .map(({ key, value }) => ({ name: `variables.${key.text}`, value: readValue(value) })),
    declared: readResources(yamlEntry(root, 'resources')?.value, file, depth, undefined),
    isCompiled: textOf(generator, 'name') === 'bicep',
  };
}

function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function textOf(node: YamlNode | undefined, name: string): string {
  const value = yamlEntry(node, name)?.value;
  return value?.kind === 'scalar' ? value.text : '';
}

function readInput({ key, value }: YamlEntry): TemplateInput {
  const given = yamlEntry(value, 'defaultValue')?.value;
  const isSecret = /^secure/i.test(textOf(value, 'type')) || hasSecretName(key.text);
  return { name: `parameters.${key.text}`, isSecret, ...(given && { default: readValue(given) }) };
}

/** Resources are a list, or by symbolic names a map. */
function readResources(
  node: YamlNode | undefined,
  file: SourceFile,
  depth: number,
  parent: Declared | undefined,
): readonly Declared[] {
  if (node?.kind === 'list') return node.items.flatMap((item) => readResource('', item, file, depth, parent));
  return entriesOf(node).flatMap(({ key, value }) => readResource(key.text, value, file, depth, parent));
}

function readResource(
  name: string,
  node: YamlNode,
  file: SourceFile,
  depth: number,
  parent: Declared | undefined,
): readonly Declared[] {
  const own = textOf(node, 'type');
  if (own === '' || textOf(node, 'existing') === 'true') return [];
  const condition = settingOf(node, 'condition') ?? parent?.condition;
  const each = readCopy(yamlEntry(node, 'copy')?.value) ?? parent?.each;
  const calls = depth < nestedTemplateLimit ? readCall(own, node, file, depth) : undefined;
  const declared: Declared = {
    type: parent && !own.startsWith(parent.type) ? `${parent.type}/${own}` : own,
    name,
    line: node.line,
    body: {
      kind: 'map',
      entries: entriesOf(node)
        .filter(({ key }) => !apart.test(key.text))
        .map(({ key, value }) => entry(key.text, readValue(value))),
      text: '',
    },
    ...(condition && { condition }),
    ...(each && { each }),
    ...(calls && { calls }),
  };
  return [declared, ...readResources(yamlEntry(node, 'resources')?.value, file, depth, declared)];
}

function settingOf(node: YamlNode, name: string): Expression | undefined {
  const value = yamlEntry(node, name)?.value;
  return value && readValue(value);
}

/** `copy: { name, count }` makes a resource for each number up to the count. */
function readCopy(copy: YamlNode | undefined): LoopHead | undefined {
  const count = copy && settingOf(copy, 'count');
  if (!count) return undefined;
  const collection: Expression = {
    kind: 'call',
    name: 'range',
    arguments: [literal('0'), count],
    isSpread: false,
    text: count.text,
  };
  return { collection, valueName: 'copyIndex' };
}

/** A template that stands inside, or beside. */
function readCall(type: string, node: YamlNode, file: SourceFile, depth: number): TemplateCall | undefined {
  if (type.toLowerCase() !== 'microsoft.resources/deployments') return undefined;
  const properties = yamlEntry(node, 'properties')?.value;
  const inner = yamlEntry(properties, 'template')?.value;
  const inputs: Expression = {
    kind: 'map',
    entries: entriesOf(yamlEntry(properties, 'parameters')?.value).flatMap(({ key, value }) => {
      const given = yamlEntry(value, 'value')?.value;
      return given ? [entry(key.text, readValue(given))] : [];
    }),
    text: '',
  };
  if (inner) return { template: readTemplate(inner, file, depth + 1), inputs };
  const link = textOf(yamlEntry(properties, 'templateLink')?.value, 'relativePath');
  return link === '' ? undefined : { template: link, inputs };
}
