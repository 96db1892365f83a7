import type { Location } from './location.ts';

/** A key of the policy, or a file that it names, that a change sets, removes or alters. */
export type PolicyChange = {
  /** The key, or the path of the file. */
  readonly key: string;
  /** As a person writes it; undefined: not there. Of a file, its text. */
  readonly from?: string;
  readonly to?: string;
  readonly isFile?: true;
  /** It asks for less than before, or lets more count. Of a file this is not known. */
  readonly weakens: boolean;
  /** Where the head has it. */
  readonly at?: Location;
};
