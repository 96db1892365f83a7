import type { Location } from './location.ts';

/** Where a policy asks for less than one above it, so that the stricter of the two holds. */
export type PolicyConflict = {
  /** Of the key and what it is about: stable across edits. */
  readonly id: string;
  readonly system?: string;
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  /** The line in the lower policy, where it lies in the repository. */
  readonly at?: Location;
};
