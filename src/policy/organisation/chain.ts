import { UserError } from '../../lib/user-error.ts';
import type { Location } from '../../model/location.ts';
import type { PolicyReference } from '../../model/policy-reference.ts';
import type { KnownNames } from '../check-names.ts';
import { type Layer, parseOrganisation } from './parse.ts';

/** A policy file as it was read. */
export type PolicyText = {
  readonly text: string;
  /** As people know it. */
  readonly name: string;
  /** Set if it lies inside the scanned folder. */
  readonly path?: Location['path'];
  /** Set if it lies in another repository. */
  readonly reference?: PolicyReference;
};

/**
 * Reads the file that `extends` names, from the folder of the file that says so or from the top of the repository. No
 * file: it is in another repository and could not be read, which the reader tells.
 */
export type ReadUpper = (
  path: string,
  from: PolicyText,
) => { readonly ok: true; readonly file?: PolicyText } | { readonly ok: false; readonly reason: string };

export type LayerContext = KnownNames & {
  readonly readUpper: ReadUpper;
  /** Policies above the team's that were named by an option. */
  readonly named: readonly PolicyText[];
};

type Lower = PolicyText & Pick<Layer, 'lines'> & { readonly extends?: string };

/**
 * The policies above a team's, from the nearest on: what it extends, what that one extends, and those that were named.
 * Throws a UserError for one that can't be read or is wrong.
 */
export function readLayers(team: Lower | undefined, context: LayerContext): readonly Layer[] {
  const extended = team === undefined ? [] : follow(team, context, 2);
  const named = context.named.flatMap((file) => withUpper(file, context, 1));
  return [...extended, ...named];
}

/** `left` is how many more files the chain may have. */
function follow(lower: Lower, context: LayerContext, left: number): readonly Layer[] {
  if (lower.extends === undefined) return [];
  const place = `${lower.name}:${lower.lines(['extends'])}`;
  if (left === 0)
    throw new UserError(
      `${place}  extends: the chain ends here; a policy above the team's may extend one more, and that one none`,
    );
  const read = context.readUpper(lower.extends, lower);
  if (!read.ok) throw new UserError(`${place}  extends: ${read.reason}`);
  return read.file === undefined ? [] : withUpper(read.file, context, left - 1);
}

function withUpper(file: PolicyText, context: LayerContext, left: number): readonly Layer[] {
  const layer = parseOrganisation(file, context);
  const { policy, lines } = layer;
  const upper = { ...file, lines, ...(policy.extends === undefined ? {} : { extends: policy.extends }) };
  return [layer, ...follow(upper, context, left)];
}
