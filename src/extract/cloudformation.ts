import { readJson } from '../lib/json-nodes.ts';
import { hasSecretName } from '../lib/secret-names.ts';
import { parseYamlDocuments, type YamlEntry, type YamlNode, type YamlProblem, yamlEntry } from '../lib/yaml-nodes.ts';
import type { MapEntry } from '../model/expression.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import type { Declared, NamedExpression, Template, TemplateCall, TemplateInput } from '../model/template.ts';
import { conditionNamed, readValue } from './cloudformation/expressions.ts';
import { withGlobals } from './cloudformation/globals.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { mayHoldTemplate } from './template-paths.ts';

/** Longer templates are none that can be deployed. */
export const templateSizeLimit = 1_000_000;

const typed = /["']?\bType["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/;

/**
 * Resources of templates of CloudFormation and SAM, also of those inside a `serverless.yml`.
 * Format: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export const cloudformation: Extractor = {
  name: 'cloudformation',
  languages: [],
  gives: ['resource'],
  claims: (path: RepoPath) =>
    (/\.(?:ya?ml|template)$/.test(path) && !path.startsWith('.github/workflows/')) || mayHoldTemplate(path),
  extract: extractTemplate,
};

function extractTemplate(file: SourceFile): Extraction {
  if (!typed.test(file.text)) return { facts: [], diagnostics: [] };
  const refused = refuseLarge(file, templateSizeLimit);
  if (refused) return refused;
  const { root, problem } = readRoot(file.text);
  const language = file.text.trimStart().startsWith('{') ? 'JSON' : 'YAML';
  const diagnostics = problem
    ? [diagnose(file, 'file-unparsed', `not valid ${language}: ${problem.message}`, problem.line)]
    : [];
  const template = root && readTemplate(root, file);
  return { facts: [], diagnostics, ...(template && { parts: [template] }) };
}

function readRoot(text: string): { readonly root?: YamlNode; readonly problem?: YamlProblem } {
  if (text.trimStart().startsWith('{')) {
    const read = readJson(text, { comments: true });
    return read.ok ? { root: read.root } : { problem: read };
  }
  const [document] = parseYamlDocuments(text);
  const [problem] = document?.problems ?? [];
  return { ...(document && { root: document.root }), ...(problem && { problem }) };
}

function readTemplate(root: YamlNode, { path, role }: SourceFile): Template | undefined {
  const resources = entriesOf(
    yamlEntry(root, 'Resources')?.value ?? yamlEntry(yamlEntry(root, 'resources')?.value, 'Resources')?.value,
  );
  const declared = resources.flatMap((entry) => readResource(entry, root));
  if (declared.length === 0) return undefined;
  return {
    kind: 'template',
    language: 'cloudformation',
    path,
    role,
    inputs: entriesOf(yamlEntry(root, 'Parameters')?.value).map(readInput),
    locals: [...readNamed(root, 'Conditions'), ...readNamed(root, 'Mappings')],
    declared,
    isCompiled: false,
  };
}

function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function readNamed(root: YamlNode, section: string): readonly NamedExpression[] {
  return entriesOf(yamlEntry(root, section)?.value).map(({ key, value }) => ({
    name: `${section}.${key.text}`,
    value: readValue(value),
  }));
}

function readInput({ key, value }: YamlEntry): TemplateInput {
  const given = yamlEntry(value, 'Default')?.value;
  // The default of one that is looked up is where it is looked up.
  const isLookedUp = textOf(value, 'Type').startsWith('AWS::SSM::Parameter::Value');
  const isSecret = isLookedUp || textOf(value, 'NoEcho') === 'true' || hasSecretName(key.text);
  return { name: key.text, isSecret, ...(given && { default: readValue(given) }) };
}

function textOf(node: YamlNode, name: string): string {
  const value = yamlEntry(node, name)?.value;
  return value?.kind === 'scalar' ? value.text : '';
}

function readResource({ key, value }: YamlEntry, root: YamlNode): readonly Declared[] {
  const type = textOf(value, 'Type');
  if (!/^\w+::/.test(type)) return [];
  const properties = withGlobals(type, yamlEntry(value, 'Properties')?.value, root);
  const others = entriesOf(value).filter((entry) => !/^(?:Type|Properties|Metadata)$/.test(entry.key.text));
  const entries = [...entriesOf(properties), ...others].map(readEntry);
  const condition = textOf(value, 'Condition');
  const calls = properties && readCall(type, properties);
  return [
    {
      type,
      name: key.text,
      line: key.line,
      body: { kind: 'map', entries, text: '' },
      ...(condition !== '' && { condition: conditionNamed(condition) }),
      ...(calls && { calls }),
    },
  ];
}

function readEntry({ key, value }: YamlEntry): MapEntry {
  return { key: { kind: 'literal', value: key.text, text: key.text }, value: readValue(value) };
}

/** A stack within the stack, of a file that stands beside it. */
function readCall(type: string, properties: YamlNode): TemplateCall | undefined {
  const name =
    type === 'AWS::CloudFormation::Stack' ? 'TemplateURL' : type === 'AWS::Serverless::Application' ? 'Location' : '';
  const template = textOf(properties, name);
  if (template === '' || /^\w+:\/\//.test(template)) return undefined;
  const handed = yamlEntry(properties, 'Parameters')?.value;
  return { template, inputs: handed ? readValue(handed) : { kind: 'map', entries: [], text: '' } };
}
