import type { Columns } from '../../model/table-change.ts';
import { isMark, isWord, type Token } from './tokens.ts';

/** Words at which the type of a column ends. */
const typeEnds = new Set(
  'NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK CONSTRAINT COLLATE GENERATED AUTO_INCREMENT AUTOINCREMENT IDENTITY COMMENT AFTER FIRST CODEC ENCODE DISTKEY SORTKEY AS ON MATERIALIZED ALIAS TTL OPTIONS STORED VIRTUAL KEY'.split(
    ' ',
  ),
);

/** Parts of a table that are no column whatever follows. */
const constraints = [
  'CONSTRAINT',
  'PRIMARY',
  'FOREIGN',
  'CHECK',
  'EXCLUDE',
  'FULLTEXT',
  'SPATIAL',
  'PROJECTION',
  'PERIOD',
];

/** Characters of a type that are kept. */
const typeLimit = 60;

/** The column that a part of a table's definition declares; undefined if it declares none. */
export function readColumn(part: readonly Token[], sql: string): Columns | undefined {
  const [name, next] = part;
  if (name === undefined || name.kind === 'mark' || name.kind === 'text' || isConstraint(part)) return undefined;
  const end = part.findIndex(
    (token, index) => index > 0 && token.kind === 'word' && typeEnds.has(token.text.toUpperCase()),
  );
  const last = part.at((end === -1 ? part.length : end) - 1);
  const hasType = next !== undefined && last !== undefined && last !== name;
  const type = hasType ? sql.slice(next.start, last.end).replace(/\s+/g, ' ').slice(0, typeLimit) : '';
  return { [name.text]: type };
}

function isConstraint([first, second, third]: readonly Token[]): boolean {
  if (isWord(first, ...constraints)) return !isType(second);
  if (isWord(first, 'UNIQUE', 'INDEX', 'KEY')) {
    return (
      isMark(second, '(') ||
      isWord(second, 'KEY', 'INDEX') ||
      (isMark(third, '(') && !isType(second)) ||
      second?.kind === 'name'
    );
  }
  return isWord(first, 'LIKE');
}

/** `check text`, `key varchar(10)`: the name of a column may be a word of the language. */
function isType(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    /^(?:n?(?:var)?char2?|character|text|string|u?int\d*|integer|bigint|smallint|tinyint|serial|bigserial|uuid|jsonb?|bytea|blob|bool(?:ean)?|date|datetime\w*|time\w*|numeric|decimal|number|float\w*|double|real|bit|enum|set|vector|uniqueidentifier|money)$/i.test(
      token.text,
    )
  );
}
