import type { Columns, TableAlteration } from '../../model/table-change.ts';
import { readColumn } from './columns.ts';
import { closingBracket, isMark, isWord, splitCommas, type Token } from './tokens.ts';

const verbs = [
  'ADD',
  'DROP',
  'RENAME',
  'CHANGE',
  'ALTER',
  'MODIFY',
  'SET',
  'OWNER',
  'ENABLE',
  'DISABLE',
  'VALIDATE',
  'ATTACH',
  'DETACH',
  'COMMENT',
  'UPDATE',
  'DELETE',
  'ORDER',
];

/** What follows `DROP` where it takes no column away. */
const otherParts = [
  'CONSTRAINT',
  'PRIMARY',
  'FOREIGN',
  'INDEX',
  'KEY',
  'CHECK',
  'DEFAULT',
  'PARTITION',
  'PROJECTION',
  'NOT',
  'IDENTITY',
];

/** The parts of an `ALTER TABLE`, given its tokens behind the name. A part without a verb goes on with the one before. */
export function readAlterations(tokens: readonly Token[], sql: string): readonly TableAlteration[] {
  let verb = '';
  return splitCommas(tokens).flatMap((part) => {
    const isOwn = isWord(part[0], ...verbs);
    if (isOwn) verb = part[0]?.text.toUpperCase() ?? '';
    return readPart(verb, isOwn ? part.slice(1) : part, sql);
  });
}

function readPart(verb: string, part: readonly Token[], sql: string): readonly TableAlteration[] {
  switch (verb) {
    case 'ADD':
      return readAdded(part, sql);
    case 'DROP':
      return readDropped(part);
    case 'RENAME':
      return readRenamed(part);
    case 'CHANGE': {
      const [from, ...definition] = withoutColumn(part);
      const to = definition[0];
      return from && to ? [{ is: 'rename-column', column: from.text, to: to.text }] : [];
    }
    default:
      return [];
  }
}

function readAdded(part: readonly Token[], sql: string): readonly TableAlteration[] {
  const definition = withoutColumn(part);
  const parts = isMark(definition[0], '(')
    ? splitCommas(definition.slice(1, closingBracket(definition, 0)))
    : [definition];
  const columns = parts.map((each) => readColumn(each, sql)).filter((column) => column !== undefined);
  return columns.length === 0 ? [] : [{ is: 'add', columns: Object.assign({}, ...columns) as Columns }];
}

function readDropped(part: readonly Token[]): readonly TableAlteration[] {
  if (isWord(part[0], ...otherParts)) return [];
  const [column] = withoutColumn(part);
  return column === undefined || column.kind === 'mark' ? [] : [{ is: 'remove', column: column.text }];
}

function readRenamed(part: readonly Token[]): readonly TableAlteration[] {
  if (isWord(part[0], 'TO', 'AS')) return part[1] ? [{ is: 'rename', to: part[1].text }] : [];
  if (isWord(part[0], 'INDEX', 'KEY', 'CONSTRAINT')) return [];
  const [column, to, name] = withoutColumn(part);
  return column && isWord(to, 'TO') && name ? [{ is: 'rename-column', column: column.text, to: name.text }] : [];
}

/** The words between a verb and a column. */
function withoutColumn(part: readonly Token[]): readonly Token[] {
  const start = part.findIndex((token) => !isWord(token, 'COLUMN', 'IF', 'NOT', 'EXISTS'));
  return start === -1 ? [] : part.slice(start);
}
