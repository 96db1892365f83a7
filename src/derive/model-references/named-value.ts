import type { Fact, ModelContext, Role } from '../../model/fact.ts';
import type { Location } from '../../model/location.ts';
import type { Beside } from './classify.ts';

/** A text and what it is bound to: a key, a parameter, a variable. */
export type NamedValue = {
  readonly name: string;
  readonly value: string;
  readonly at: Location;
  readonly role: Role;
  readonly disabled?: string;
  readonly context: Exclude<ModelContext, 'list' | 'judge'>;
  /** Where in its file it stands, in words (`prices.chat.model`). */
  readonly within?: string;
  /** The key of the collection of which it is an item, or the name of one, where its own name says less. */
  readonly among?: string;
  /** Values of one collection (a list, a table, the branches of a choice) share it. */
  readonly group?: string;
  readonly beside?: Beside;
};

/** True for what may name a model. All else is most of what there is, and is let go of at once. */
export type Wants = (value: Pick<NamedValue, 'name' | 'among' | 'value'>) => boolean;

/** What a fact tells of all values in it. */
export function seenOf({ role, disabled }: Fact): Pick<NamedValue, 'role' | 'disabled'> {
  return { role, ...(disabled === undefined ? {} : { disabled }) };
}
