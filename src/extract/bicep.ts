import { lineFinder } from '../lib/line-finder.ts';
import { hasSecretName } from '../lib/secret-names.ts';
import type { Expression, MapEntry } from '../model/expression.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import type { Declared, Part, TemplateCall } from '../model/template.ts';
import { type BicepStatement, readStatements } from './bicep/statements.ts';
import { diagnose, refuseLarge } from './diagnose.ts';

/** Longer files are none that people write. */
export const bicepSizeLimit = 500_000;

/**
 * Resources and modules of Bicep with the parameters and variables of their file, and files of parameters. What is only
 * looked up (`existing`) is left out.
 * Format: https://learn.microsoft.com/azure/azure-resource-manager/bicep/file
 */
export const bicep: Extractor = {
  name: 'bicep',
  languages: [],
  gives: ['resource'],
  claims: (path: RepoPath) => /\.bicep(?:param)?$/.test(path),
  extract: extractBicep,
};

function extractBicep(file: SourceFile): Extraction {
  const refused = refuseLarge(file, bicepSizeLimit);
  if (refused) return refused;
  const { path, text } = file;
  const { statements, fault } = readStatements(text);
  const lineOf = lineFinder(text);
  const message = 'not valid Bicep: some of it may be missing';
  return {
    facts: [],
    diagnostics: fault === undefined ? [] : [diagnose(file, 'file-unparsed', message, lineOf(fault))],
    parts: [path.endsWith('.bicepparam') ? readValues(file, statements) : readTemplate(file, statements, lineOf)],
  };
}

function readValues({ path }: SourceFile, statements: readonly BicepStatement[]): Part {
  const using = statements.find((statement) => statement.kind === 'using');
  return {
    kind: 'values',
    language: 'bicep',
    path,
    values: statements.flatMap((statement) =>
      statement.kind === 'param' && statement.value ? [{ name: statement.name, value: statement.value }] : [],
    ),
    ...(using && { template: using.path }),
  };
}

function readTemplate(
  { path, role }: SourceFile,
  statements: readonly BicepStatement[],
  lineOf: (offset: number) => number,
): Part {
  return {
    kind: 'template',
    language: 'bicep',
    path,
    role,
    inputs: statements.flatMap((statement) => {
      if (statement.kind !== 'param') return [];
      const { name, isSecure, value } = statement;
      return [{ name, isSecret: isSecure || hasSecretName(name), ...(value && { default: value }) }];
    }),
    locals: statements.flatMap((statement) =>
      statement.kind === 'var' ? [{ name: statement.name, value: statement.value }] : [],
    ),
    declared: statements.flatMap((statement) => readDeclared(statement, lineOf, undefined)),
    isCompiled: false,
  };
}

/** A resource, or a module, with the resources inside it. */
function readDeclared(
  statement: BicepStatement,
  lineOf: (offset: number) => number,
  parent: Declared | undefined,
): readonly Declared[] {
  if (statement.kind !== 'resource' && statement.kind !== 'module') return [];
  const { kind, target, body, children } = statement;
  const [type = '', version] = target.split('@');
  const condition = statement.condition ?? parent?.condition;
  const each = statement.each ?? parent?.each;
  const calls = kind === 'module' ? readCall(target, body) : undefined;
  const added = kind === 'module' ? { source: target } : version === undefined ? {} : { apiVersion: version };
  const declared: Declared = {
    type: kind === 'module' ? 'module' : parent ? `${parent.type}/${type}` : type,
    name: statement.name,
    line: lineOf(statement.offset),
    body: withEntries(body, added),
    ...(condition && { condition }),
    ...(each && { each }),
    ...(calls && { calls }),
  };
  const inside = children.flatMap((child) => readDeclared(child, lineOf, declared));
  return statement.isExisting ? inside : [declared, ...inside];
}

/** Registries and template specs are of elsewhere. */
function readCall(target: string, body: Expression): TemplateCall | undefined {
  if (/^(?:br|ts)[:/]/.test(target) || body.kind !== 'map') return undefined;
  const handed = body.entries.find(({ key }) => key.text === 'params')?.value;
  return { template: target, inputs: handed ?? { kind: 'map', entries: [], text: '' } };
}

function withEntries(body: Expression, added: Readonly<Record<string, string>>): Expression {
  const entries: MapEntry[] = Object.entries(added).map(([key, value]) => ({
    key: { kind: 'literal', value: key, text: key },
    value: { kind: 'literal', value, text: value },
  }));
  if (body.kind === 'map') return { ...body, entries: [...entries, ...body.entries] };
  const map: Expression = { kind: 'map', entries, text: '' };
  return { kind: 'call', name: 'union', arguments: [map, body], isSpread: false, text: body.text };
}
