import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import type { Columns, TableChange } from '../model/table-change.ts';
import { splitShortLines } from './text-lines.ts';

const scalars = /^(?:String|Boolean|Int|BigInt|Float|Decimal|DateTime|Json|Bytes|Unsupported\(.*)$/;
const opening = /^\s*(model|enum|view|type)\s+(\w+)\s*\{/;
const field = /^\s*(\w+)\s+(\w+(?:\("[^"]*"\))?)(\[\])?\??(.*)$/;

/** Tables of a Prisma schema, which says what there is. Format: https://www.prisma.io/docs/orm/prisma-schema/data-model/models */
export const prisma: Extractor = {
  name: 'prisma',
  languages: [],
  gives: ['table'],
  claims: (path) => /\.prisma$/.test(path),
  extract: extractModels,
};

function extractModels({ path, role, text }: SourceFile): Extraction {
  const lines = splitShortLines(text).map((line) => line.replace(/(?:^|\s)\/\/.*$/, ''));
  const openings = lines.flatMap((line, index) => {
    const [, kind, name] = opening.exec(line) ?? [];
    return kind === undefined || name === undefined ? [] : [{ kind, name, index }];
  });
  const enums = new Set(openings.filter(({ kind }) => kind === 'enum').map(({ name }) => name));
  const tableChanges = openings
    .filter(({ kind }) => kind === 'model')
    .map(({ name, index }): TableChange => {
      const length = lines.slice(index + 1).findIndex((line) => /^\s*\}/.test(line));
      const body = lines.slice(index + 1, length === -1 ? undefined : index + 1 + length);
      const mapped = body.flatMap((line) => /^\s*@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1] ?? [])[0];
      const columns = Object.assign({}, ...body.map((line) => readField(line, enums))) as Columns;
      return { is: 'create', at: { path, line: index + 1 }, role, table: mapped ?? name, columns, ifAbsent: false };
    });
  return { facts: [], diagnostics: [], tableChanges };
}

/** A field whose type is another model is a relation, and no column. */
function readField(line: string, enums: ReadonlySet<string>): Columns {
  const [, name, type = '', list = '', rest = ''] = field.exec(line) ?? [];
  if (name === undefined || !(scalars.test(type) || enums.has(type))) return {};
  const mapped = /@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(rest)?.[1];
  return { [mapped ?? name]: type + list };
}
