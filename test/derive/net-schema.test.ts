import { describe, expect, it } from 'vitest';
import { tablesOf } from '../support/tables.ts';

describe('tables', () => {
  it('are what all migrations leave, at the place that created them', () => {
    const tables = tablesOf({
      'db/migrations/V2__usage.sql': 'CREATE TABLE usage (user_id int, tokens int);\n',
      'db/migrations/V10__more.sql':
        'ALTER TABLE usage ADD COLUMN model text;\nALTER TABLE usage RENAME COLUMN tokens TO total_tokens;\n',
      'db/migrations/V9__feedback.sql': '\nCREATE TABLE feedback (score int);\n',
      'db/migrations/V11__drop.sql': 'DROP TABLE feedback;\nALTER TABLE USAGE DROP COLUMN USER_ID;\n',
    });

    expect(tables).toEqual([['usage', 'total_tokens model', 'db/migrations/V2__usage.sql:1']]);
  });

  it.each([
    ['are replaced by a new one', 'CREATE TABLE a (x int); CREATE TABLE a (y int);', [['a', 'y']]],
    [
      'stay where one is only wanted if there is none',
      'CREATE TABLE a (x int); CREATE TABLE IF NOT EXISTS a (y int);',
      [['a', 'x']],
    ],
    ['may come back', 'CREATE TABLE a (x int); DROP TABLE a; CREATE TABLE a (y int);', [['a', 'y']]],
    [
      'take a new name',
      'CREATE TABLE s.a (x int); ALTER TABLE s.a RENAME TO b; ALTER TABLE s.b ADD y int;',
      [['s.b', 'x y']],
    ],
    [
      'are copied',
      'CREATE TABLE a (x int); CREATE TABLE b (LIKE a, y int);',
      [
        ['a', 'x'],
        ['b', 'x y'],
      ],
    ],
    ['that are altered are there', 'ALTER TABLE a ADD x int;', [['a', 'x']]],
    ['that nobody created can be dropped', 'DROP TABLE IF EXISTS a;', []],
  ])('%s', (_, text, expected) => {
    expect(tablesOf({ 'migrations/1.sql': text }).map(([name, columns]) => [name, columns])).toEqual(expected);
  });
});

describe('databases', () => {
  it('are apart by their folders', () => {
    const tables = tablesOf({
      'a/migrations/1.sql': 'CREATE TABLE t (x int);',
      'b/migrations/1.sql': 'CREATE TABLE t (y int);',
      'b/migrations/2.sql': 'DROP TABLE t;',
    });

    expect(tables).toEqual([['t', 'x', 'a/migrations/1.sql:1']]);
  });

  it('may have a folder for each migration', () => {
    const tables = tablesOf({
      'prisma/migrations/20240101_init/migration.sql': 'CREATE TABLE t (x int);',
      'prisma/migrations/20240201_drop/migration.sql': 'DROP TABLE t;',
    });

    expect(tables).toEqual([]);
  });

  it('lose what their migrations drop from where they began', () => {
    const tables = tablesOf({
      'db/init.sql': 'CREATE TABLE t (x int); CREATE TABLE u (x int);',
      'db/migrations/1.sql': 'DROP TABLE t;',
      'other/init.sql': 'CREATE TABLE t (x int);',
    });

    expect(tables.map(([name, , place]) => [name, place])).toEqual([
      ['u', 'db/init.sql:1'],
      ['t', 'other/init.sql:1'],
    ]);
  });
});
