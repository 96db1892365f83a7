import type { ResourceFact } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { attributeLimit, type BlockAttributes, readAttributes } from './terraform/attributes.ts';
import { findLabels, locateNodes } from './terraform/paths.ts';
import { type HclNode, parseHcl } from './terraform/syntax.ts';
import { hideListed } from './terraform/values.ts';

/**
 * Resources, data sources (`data.<type>`), modules and providers of Terraform and OpenTofu, one file at a time:
 * references (`var.x`) stay as they are written, and literal secrets are hidden. After a syntax error blocks are taken
 * wherever they seem to stand.
 * Format: https://developer.hashicorp.com/terraform/language/syntax/configuration
 */
export const terraform: Extractor = {
  name: 'terraform',
  languages: ['hcl'],
  gives: ['resource'],
  claims: (path: RepoPath) => /\.(?:tf|tofu)$/.test(path),
  extract: extractTerraform,
};

function extractTerraform(file: SourceFile, tools: ExtractTools): Extraction {
  const tree = parseHcl(file.text, tools);
  if (!tree.ok) return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not read: ${tree.reason}`)] };
  const { nodes, hasErrors } = tree;
  const labels = findLabels(nodes);
  const names = nodes.map((node, index) => {
    // The grammar nests what follows an error in the block that it broke.
    return hasErrors || node.parent === -1 ? nameResource(node, labels.get(index) ?? []) : undefined;
  });
  const standings = locateNodes(nodes, (index) => names[index] !== undefined);
  const attributes = readAttributes(nodes, standings);
  const blocks = nodes.flatMap((node, index) => {
    const name = names[index];
    return name
      ? [extractBlock(file, node, name, attributes.get(index) ?? { attributes: new Map(), complete: true })]
      : [];
  });
  const error = nodes.find(({ kind }) => kind === 'error');
  const broken = hasErrors
    ? [diagnose(file, 'file-unparsed', 'not valid HCL: some of it may be missing', error?.line)]
    : [];
  return {
    facts: blocks.flatMap(({ facts }) => facts),
    diagnostics: [...broken, ...blocks.flatMap(({ diagnostics }) => diagnostics)],
  };
}

type ResourceName = Pick<ResourceFact, 'type' | 'name'>;

function nameResource({ kind, name }: HclNode, [first, second]: readonly string[]): ResourceName | undefined {
  if (kind !== 'block' || first === undefined) return undefined;
  if (name === 'provider' || name === 'module') return { type: name, name: first };
  if (second === undefined) return undefined;
  if (name === 'resource') return { type: first, name: second };
  return name === 'data' ? { type: `data.${first}`, name: second } : undefined;
}

function extractBlock(file: SourceFile, node: HclNode, name: ResourceName, block: BlockAttributes): Extraction {
  const fact: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line: node.line },
    role: file.role,
    ...(block.attributes.get('count') === '0' ? { disabled: 'count = 0' } : {}),
    tool: 'terraform',
    ...name,
    attributes: hideListed(name.type, block.attributes),
  };
  const message = `only the first ${attributeLimit} values of this block were read`;
  return { facts: [fact], diagnostics: block.complete ? [] : [diagnose(file, 'limit-reached', message, node.line)] };
}
