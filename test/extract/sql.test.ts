import { describe, expect, it } from 'vitest';
import { sql } from '../../src/extract/sql.ts';
import { repoPath } from '../../src/model/location.ts';
import { changesOf } from '../support/tables.ts';

/** The changes of a text, without what all have in common. */
function changes(text: string) {
  return changesOf('migrations/1.sql', text).map(({ at, role: _, ...change }) => ({ ...change, line: at.line }));
}

function columns(definition: string) {
  const [change] = changes(`CREATE TABLE t (${definition});`);
  return change?.is === 'create' ? change.columns : undefined;
}

it.each([
  ['migrations/1.sql', true],
  ['db/SCHEMA.SQL', true],
  ['migrations/1_users.up.sql', true],
  ['migrations/1_users.down.sql', false],
  ['migrations/20240101_users/down.sql', false],
  ['db/rollback/1.sql', false],
  ['db/U2__users.sql', false],
  ['db/breakdown.sql', true],
])('claims %s: %s', (path, expected) => {
  expect(sql.claims(repoPath(path))).toBe(expected);
});

describe('a table is created', () => {
  it('at its line, with columns and their types', () => {
    const text = `-- usage
create table if not exists public.token_usage (
  id uuid primary key default gen_random_uuid(), -- key
  user_id   bigint not null references users (id),
  model varchar(100),
  cost numeric(10, 4) DEFAULT 0,
  "order" text
);`;

    expect(changes(text)).toEqual([
      {
        is: 'create',
        table: 'token_usage',
        ifAbsent: true,
        columns: { id: 'uuid', user_id: 'bigint', model: 'varchar(100)', cost: 'numeric(10, 4)', order: 'text' },
        line: 2,
      },
    ]);
  });

  it.each([
    ['CREATE TABLE a (x int)', 'a'],
    ['CREATE TABLE "a"."B c" (x int)', 'a.B c'],
    ['CREATE TABLE `db`.`a` (x int)', 'db.a'],
    ['CREATE TABLE [dbo].[a] (x int)', 'a'],
    ['CREATE OR REPLACE TRANSIENT TABLE a (x int)', 'a'],
    ['CREATE UNLOGGED TABLE a (x int)', 'a'],
    ['CREATE TABLE a ON CLUSTER c (x int)', 'a'],
    ['CREATE TABLE a AS SELECT 1', 'a'],
  ])('by %s', (text, table) => {
    expect(changes(text)).toMatchObject([{ is: 'create', table, ifAbsent: false }]);
  });

  it.each([
    ['a comment', '-- CREATE TABLE a (x int);\n/* CREATE TABLE b (x int); */ SELECT 1 FROM table_x'],
    ['a text', "SELECT 'it''s CREATE TABLE a (x int)'"],
    ['the body of a function', 'DO $$ BEGIN CREATE TABLE a (x int); END $$;'],
    ['a right', 'GRANT CREATE TABLE TO me'],
    ['another thing', 'CREATE VIEW a AS TABLE b; CREATE INDEX table_a ON a (x)'],
    ['a session', 'CREATE TEMPORARY TABLE a (x int); CREATE TABLE #b (x int)'],
    ['a part', 'CREATE TABLE a_1 PARTITION OF a FOR VALUES IN (1)'],
  ])('by no words in %s', (_, text) => {
    expect(changes(text)).toEqual([]);
  });

  it.each([
    [
      'constraints',
      'a int, CONSTRAINT c CHECK (a > 0), PRIMARY KEY (a), FOREIGN KEY (a) REFERENCES b (a), UNIQUE (a)',
      ['a'],
    ],
    ['indexes', 'a int, KEY `i` (`a`), INDEX i (a), UNIQUE KEY u (a), FULLTEXT KEY f (a)', ['a']],
    [
      'columns that are called like words of the language',
      'key text, index int, check boolean, key2 varchar (3)',
      ['key', 'index', 'check', 'key2'],
    ],
    ['a column without a type', 'a, b', ['a', 'b']],
  ])('with %s', (_, definition, names) => {
    expect(Object.keys(columns(definition) ?? {})).toEqual(names);
  });

  it.each([
    ["x LowCardinality(String) DEFAULT 'a'", 'LowCardinality(String)'],
    ['x double precision NOT NULL', 'double precision'],
    ['x timestamp with time zone', 'timestamp with time zone'],
    ['x text[] NOT NULL', 'text[]'],
    ['x int GENERATED ALWAYS AS IDENTITY', 'int'],
    ['x VECTOR(1536)', 'VECTOR(1536)'],
  ])('with the type of %s', (definition, type) => {
    expect(columns(definition)).toEqual({ x: type });
  });

  it.each([
    ['CREATE TABLE a LIKE b', 'b'],
    ['CREATE TABLE a (LIKE public.b INCLUDING ALL, y int)', 'b'],
  ])('like another by %s', (text, like) => {
    expect(changes(text)).toMatchObject([{ is: 'create', table: 'a', like }]);
  });
});

describe('a table is changed', () => {
  it.each([
    ['ALTER TABLE t ADD COLUMN x int', [{ is: 'add', columns: { x: 'int' } }]],
    ['ALTER TABLE IF EXISTS ONLY t ADD COLUMN IF NOT EXISTS x int NOT NULL', [{ is: 'add', columns: { x: 'int' } }]],
    [
      'ALTER TABLE t ADD x int, ADD y text',
      [
        { is: 'add', columns: { x: 'int' } },
        { is: 'add', columns: { y: 'text' } },
      ],
    ],
    [
      'ALTER TABLE t ADD x int, y text',
      [
        { is: 'add', columns: { x: 'int' } },
        { is: 'add', columns: { y: 'text' } },
      ],
    ],
    ['ALTER TABLE t ADD (x int, y text)', [{ is: 'add', columns: { x: 'int', y: 'text' } }]],
    ['ALTER TABLE t ADD CONSTRAINT c UNIQUE (x)', []],
    [
      'ALTER TABLE t DROP COLUMN IF EXISTS x CASCADE, DROP y',
      [
        { is: 'remove', column: 'x' },
        { is: 'remove', column: 'y' },
      ],
    ],
    ['ALTER TABLE t DROP CONSTRAINT c', []],
    ['ALTER TABLE t RENAME COLUMN x TO y', [{ is: 'rename-column', column: 'x', to: 'y' }]],
    ['ALTER TABLE t RENAME x TO y', [{ is: 'rename-column', column: 'x', to: 'y' }]],
    ['ALTER TABLE t RENAME TO u', [{ is: 'rename', to: 'u' }]],
    ['ALTER TABLE t CHANGE COLUMN x y int', [{ is: 'rename-column', column: 'x', to: 'y' }]],
    ['ALTER TABLE t ALTER COLUMN x TYPE text, ADD COLUMN y int', [{ is: 'add', columns: { y: 'int' } }]],
    ['ALTER TABLE t OWNER TO me', []],
    ['RENAME TABLE t TO u', [{ is: 'rename', to: 'u' }]],
    ['DROP TABLE IF EXISTS t CASCADE', [{ is: 'drop' }]],
  ])('by %s', (text, expected) => {
    expect(changes(text)).toEqual(expected.map((change) => ({ ...change, table: 't', line: 1 })));
  });

  it('with others', () => {
    const text = 'DROP TABLE a, public.b;\nALTER TABLE c ADD x int\nGO\nALTER TABLE d DROP COLUMN y;';

    expect(changes(text).map(({ is, table, line }) => [is, table, line])).toEqual([
      ['drop', 'a', 1],
      ['drop', 'b', 1],
      ['add', 'c', 2],
      ['remove', 'd', 4],
    ]);
  });
});

describe('what takes a migration back', () => {
  it.each([
    ['-- +goose Up\nCREATE TABLE a (x int);\n-- +goose Down\nDROP TABLE a;\n'],
    ['-- migrate:up\nCREATE TABLE a (x int);\n-- migrate:down transaction:false\nDROP TABLE a;\n'],
    ['-- Down\nDROP TABLE a;\n-- Up\nCREATE TABLE a (x int);\n'],
    ['CREATE TABLE a (x int); -- boil down\n'],
    ['-- down payments\nCREATE TABLE a (x int);\n'],
  ])('is left out of %j', (text) => {
    expect(changes(text)).toMatchObject([
      { is: 'create', table: 'a', line: text.split('\n').findIndex((line) => /CREATE/.test(line)) + 1 },
    ]);
  });
});

it.each([
  ['tables that never end', 'CREATE TABLE a (x int,'],
  ['alterations without an end', 'ALTER TABLE a ADD x int '],
  ['quotes', 'CREATE TABLE "'],
  ['texts', "$a$ CREATE TABLE '"],
])('reads %s in time', (_, piece) => {
  const started = performance.now();

  changes(piece.repeat(10_000));

  expect(performance.now() - started).toBeLessThan(2_000);
});
