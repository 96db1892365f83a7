import type { RepoPath } from '../../model/location.ts';

/** A file that takes a migration back: `3_users.down.sql`, `U3__users.sql`, `rollback/3.sql`. */
const backwards =
  /(?:^|[._/-])(?:down|undo|rollback|revert)(?:[._-][^/]*)?\.sql$|(?:^|\/)(?:down|undo|rollbacks?|reverts?)\/[^/]+$|(?:^|\/)U\d[\d._]*__[^/]*\.sql$/i;

/** A comment at which a file turns: `-- +goose Down`, `-- migrate:down`, `-- @undo`. */
const turn =
  /^\s*--+\s*(?:\+\w+\s+|\w+:|@\s*)?(up|down|undo|rollback)(?:\s+(?:section|migration|script|\w+:\w+))?\s*:?\s*$/i;

/** A longer comment says more than where a file turns. */
const turnLengthLimit = 200;

export function isBackwards(path: RepoPath): boolean {
  return backwards.test(path);
}

/** The text with blank lines where it takes a migration back, so that lines keep their numbers. */
export function withoutBackwards(sql: string): string {
  if (!/\b(?:down|undo|rollback)\b/i.test(sql)) return sql;
  let isBack = false;
  return sql
    .split('\n')
    .map((line) => {
      const direction = line.length > turnLengthLimit ? undefined : turn.exec(line)?.[1]?.toLowerCase();
      if (direction !== undefined) isBack = direction !== 'up';
      return isBack ? '' : line;
    })
    .join('\n');
}
