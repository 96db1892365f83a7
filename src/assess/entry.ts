import { monthsBefore } from '../lib/days.ts';
import type { Attestation, Waiver } from '../model/system.ts';

/** An entry of the policy that stands in for evidence. */
export type Entry = Attestation | Waiver;

/** The last day that an entry holds. What has to be recent is attested for no longer than it would be proven. */
export function endOfEntry(entry: Entry, withinMonths: number | undefined): string {
  if (!('on' in entry) || withinMonths === undefined) return entry.until;
  const [first = entry.until] = [entry.until, monthsBefore(entry.on, -withinMonths)].sort();
  return first;
}

/** The entry that holds longest; of entries that hold today only those. Undefined if there is none. */
export function findHolding<T extends Entry>(
  entries: readonly T[],
  withinMonths: number | undefined,
  today: string,
): T | undefined {
  return findLast(
    entries.filter((entry) => hasBegun(entry, today) && endOfEntry(entry, withinMonths) >= today),
    withinMonths,
  );
}

/** The entry that ended last, of those that are over. */
export function findEnded<T extends Entry>(
  entries: readonly T[],
  withinMonths: number | undefined,
  today: string,
): T | undefined {
  return findLast(
    entries.filter((entry) => endOfEntry(entry, withinMonths) < today),
    withinMonths,
  );
}

/** An attestation of a day to come says nothing yet. */
export function hasBegun(entry: Entry, today: string): boolean {
  return !('on' in entry) || entry.on <= today;
}

function findLast<T extends Entry>(entries: readonly T[], withinMonths: number | undefined): T | undefined {
  return entries.reduce<T | undefined>(
    (last, entry) =>
      last === undefined || endOfEntry(entry, withinMonths) > endOfEntry(last, withinMonths) ? entry : last,
    undefined,
  );
}

/** An entry in words. */
export function describeEntry(entry: Entry): string {
  if ('on' in entry) {
    const { by, on, until, url } = entry;
    return `attested by ${by} on ${on} until ${until}${url === undefined ? '' : `: ${url}`}`;
  }
  return `waived by ${entry.owner} until ${entry.until}: ${entry.reason}`;
}
