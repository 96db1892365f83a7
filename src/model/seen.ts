import type { Location } from './location.ts';

/** What a path is for. Vendored, generated and example files never count for an aspect. */
export const roles = ['product', 'test', 'example', 'docs', 'vendored', 'generated'] as const;
export type Role = (typeof roles)[number];

/** What every fact says: where it stands, and whether it is in force. */
export type Seen = {
  readonly at: Location;
  readonly role: Role;
  /** Why the thing does not run although it is written down ("if: false", "count = 0"). Such a fact is never evidence. */
  readonly disabled?: string;
};
