import { hasSecretName } from '../lib/secret-names.ts';
import type { Expression } from '../model/expression.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import type { Declared, NamedExpression, Part, Template, TemplateInput } from '../model/template.ts';
import { diagnose } from './diagnose.ts';
import { entryOf, type HclBlock, readBlocks, readSettings } from './terraform/blocks.ts';
import { parseHcl } from './terraform/syntax.ts';

/**
 * Resources, data sources (`data.<type>`), modules and providers of Terraform and OpenTofu with the variables of their
 * file, and files of values. After a syntax error blocks are taken wherever they seem to stand.
 * Format: https://developer.hashicorp.com/terraform/language/syntax/configuration
 */
export const terraform: Extractor = {
  name: 'terraform',
  languages: ['hcl'],
  gives: ['resource'],
  claims: (path: RepoPath) => /\.(?:tf|tofu|tfvars)$/.test(path),
  extract: extractTerraform,
};

function extractTerraform(file: SourceFile, tools: ExtractTools): Extraction {
  const tree = parseHcl(file.text, tools);
  if (!tree.ok) return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not read: ${tree.reason}`)] };
  const source = { text: file.text, nodes: tree.nodes, childrenOf: tree.childrenOf };
  const error = tree.nodes.find(({ name }) => name === 'error');
  const part: Part = file.path.endsWith('.tfvars')
    ? { kind: 'values', language: 'terraform', path: file.path, values: readSettings(source).map(nameValue) }
    : readTemplate(file, readBlocks(source, tree.hasErrors, isRead));
  return {
    facts: [],
    diagnostics: tree.hasErrors
      ? [diagnose(file, 'file-unparsed', 'not valid HCL: some of it may be missing', error?.line)]
      : [],
    parts: [part],
  };
}

function isRead(type: string, labels: readonly string[]): boolean {
  if (type === 'locals') return labels.length === 0;
  if (type === 'resource' || type === 'data') return labels.length === 2;
  return (type === 'module' || type === 'provider' || type === 'variable') && labels.length === 1;
}

function readTemplate({ path, role }: SourceFile, blocks: readonly HclBlock[]): Template {
  const ofType = (type: string) => blocks.filter((block) => block.type === type);
  return {
    kind: 'template',
    language: 'terraform',
    path,
    role,
    inputs: ofType('variable').map(readInput),
    locals: ofType('locals').flatMap(({ body }) => (body.kind === 'map' ? body.entries.map(nameLocal) : [])),
    declared: blocks.filter(({ type }) => type !== 'variable' && type !== 'locals').map(readDeclared),
    isCompiled: false,
  };
}

function readInput({ labels, body }: HclBlock): TemplateInput {
  const name = labels[0] ?? '';
  const value = entryOf(body, 'default');
  const isSecret = entryOf(body, 'sensitive')?.text === 'true' || hasSecretName(name);
  return { name: `var.${name}`, isSecret, ...(value && { default: value }) };
}

type Entry = { readonly key: Expression; readonly value: Expression };

function nameLocal({ key, value }: Entry): NamedExpression {
  return { name: `local.${key.text}`, value };
}

function nameValue({ key, value }: Entry): NamedExpression {
  return { name: `var.${key.text}`, value };
}

function readDeclared({ type, labels, line, body }: HclBlock): Declared {
  const [first = '', second = first] = labels;
  const count = entryOf(body, 'count');
  const collection = entryOf(body, 'for_each');
  const source = type === 'module' ? entryOf(body, 'source') : undefined;
  return {
    type: type === 'resource' ? first : type === 'data' ? `data.${first}` : type,
    name: second,
    line,
    body,
    ...(count && type !== 'provider' && { count }),
    ...(collection && type !== 'provider' && { each: { collection, valueName: 'each' } }),
    ...(source?.kind === 'literal' && { calls: { template: source.value, inputs: body } }),
  };
}
