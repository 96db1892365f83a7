import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineFinder } from '../lib/line-finder.ts';
import { tellParserError } from '../lib/parser-error.ts';
import { withoutCredentials } from '../lib/secret-names.ts';
import type { DependencyFact } from '../model/fact.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';

const groups = [
  ['dependencies', 'product'],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'optional'],
] as const;

/** Another package under a name of one's own: `npm:real-name@^1`. */
const alias = /^npm:(@?[^@]+)(?:@(.+))?$/;

/**
 * Packages that a `package.json` declares, each at its line.
 * Format: https://docs.npmjs.com/cli/configuring-npm/package-json
 */
export const npmDependencies: Extractor = {
  name: 'npm-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)package\.json$/.test(path),
  extract: extractPackages,
};

function extractPackages(file: SourceFile): Extraction {
  const lineOf = lineFinder(file.text);
  const { root, fault } = readJson(file.text);
  if (fault !== undefined || root?.type !== 'object') {
    const message = `not valid JSON: ${fault?.message ?? 'it is no object'}`;
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', message, lineOf(fault?.offset ?? 0))] };
  }
  const facts = groups.flatMap(([group, scope]) =>
    (findNodeAtLocation(root, [group])?.children ?? []).flatMap((property) =>
      readPackage(property, scope, file, lineOf),
    ),
  );
  return { facts: facts.sort((a, b) => a.at.line - b.at.line), diagnostics: [] };
}

function readPackage(
  property: Node,
  scope: DependencyFact['scope'],
  { path, role }: SourceFile,
  lineOf: (offset: number) => number,
): readonly DependencyFact[] {
  const [key, value] = property.children ?? [];
  if (typeof key?.value !== 'string' || typeof value?.value !== 'string') return [];
  const [, name = key.value, version = value.value] = alias.exec(value.value) ?? [];
  const at = { path, line: lineOf(property.offset) };
  return [{ kind: 'dependency', at, role, ecosystem: 'npm', name, version: withoutCredentials(version), scope }];
}

type Fault = { readonly message: string; readonly offset: number };

function readJson(text: string): { readonly root: Node | undefined; readonly fault: Fault | undefined } {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true });
    const [first] = errors;
    return { root, fault: first && { message: printParseErrorCode(first.error), offset: first.offset } };
  } catch (error) {
    // The parser descends by recursion, and a hostile file nests deeper than the stack.
    return { root: undefined, fault: { message: tellParserError(error), offset: 0 } };
  }
}
