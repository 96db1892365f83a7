import { readJson } from '../../lib/json-nodes.ts';
import { parseYamlDocuments, type YamlNode } from '../../lib/yaml-nodes.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import type { Location } from '../../model/location.ts';
import type { SourceFile } from '../../model/source.ts';

export type Entry = { readonly path: string; readonly text: string; readonly at: Location };

/** What may hold queries: a resource, a file, or a text within either that is a document itself. */
export type Document = Pick<Fact, 'role' | 'disabled'> & {
  readonly type?: string;
  readonly entries: readonly Entry[];
};

/** Values of one document; those behind are left out. Dashboards are long. */
export const documentEntryLimit = 50_000;

/** Levels of a key path. */
const depthLimit = 40;

/** Characters; longer texts are not parsed. */
const sizeLimit = 2_000_000;

/** A resource as a document, and the documents that its attributes hold as text. */
export function documentsOfResource(resource: ResourceFact, look: RegExp): readonly Document[] {
  const { at, role, disabled, type, attributes } = resource;
  const seen = { role, ...(disabled === undefined ? {} : { disabled }) };
  const entries = Object.entries(attributes).map(([path, text]) => ({ path, text, at }));
  const embedded = entries
    .filter(({ text }) => isDocument(text) && look.test(text))
    .flatMap(({ text }) => readText(text, () => at).map((read) => ({ ...seen, type, entries: read })));
  return [{ ...seen, type, entries }, ...embedded];
}

/** The documents of a file, and those that its values hold as text (dashboards in the values of a chart). */
export function documentsOfFile({ path, role, text }: SourceFile): readonly Document[] {
  return readText(text, (line) => ({ path, line })).map((entries) => ({ role, entries }));
}

/** A list, a map, or lines of keys. */
function isDocument(text: string): boolean {
  return /^\s*[{[]/.test(text) || /^\s*(?:-\s+)?[\w"']+:(?:\s|$)/.test(text);
}

function readText(text: string, place: (line: number) => Location): readonly (readonly Entry[])[] {
  if (text.length > sizeLimit) return [];
  return rootsOf(text).map((root) => {
    const entries: Entry[] = [];
    collect(root, [], entries, place);
    return entries;
  });
}

function rootsOf(text: string): readonly YamlNode[] {
  if (!/^\s*[{[]/.test(text)) return parseYamlDocuments(text).map(({ root }) => root);
  const read = readJson(text, { comments: true });
  return read.ok ? [read.root] : [];
}

function collect(node: YamlNode, path: readonly string[], entries: Entry[], place: (line: number) => Location): void {
  if (entries.length >= documentEntryLimit || path.length > depthLimit) return;
  if (node.kind === 'scalar') {
    entries.push({ path: path.join('.'), text: node.text, at: place(node.line) });
    return;
  }
  const children =
    node.kind === 'list'
      ? node.items.map((item, index) => [String(index), item] as const)
      : node.entries.map(({ key, value }) => [key.text, value] as const);
  for (const [key, child] of children) collect(child, [...path, key], entries, place);
}
