import type { Event } from './events.ts';

/** A branch that a condition speaks of: how facts name it (`release/*`), and a text that stands for it when asking. */
export type Branch = { readonly label: string; readonly text: string };

/** A condition, asked for one event. Undefined where the answer lies in what the file does not tell. */
export type Question = {
  /** The branches that the condition names. */
  readonly branches: readonly Branch[];
  readonly holds: (event: string, branch: string) => boolean | undefined;
};

/** Stands for a ref that no condition names; git allows no such name. */
export const otherRef = '?';

/** Conditions with more branches are not asked for each of them. */
const branchLimit = 50;

/** The events whose runs a condition lets pass, with the branches that it leaves; none where it never holds. */
export function narrowEvents(events: readonly Event[], question: Question): readonly Event[] {
  return events.flatMap((event) =>
    event.name === 'push' ? narrowPush(event, question) : narrowOther(event, question),
  );
}

/** Any branch may be the one that such an event runs on. */
function narrowOther(event: Event, { branches, holds }: Question): readonly Event[] {
  const refs = [otherRef, ...branches.slice(0, branchLimit).map(({ text }) => text)];
  return refs.some((ref) => holds(event.name, ref) !== false) ? [event] : [];
}

function narrowPush(event: Event, { branches, holds }: Question): readonly Event[] {
  const given = event.branches ?? [];
  const named = branches.slice(0, branchLimit);
  const failing = named.filter(({ text }) => holds('push', text) === false).map(({ label }) => label);
  if (holds('push', otherRef) !== false) return [leaveOut(event, failing)];
  const passing = named.map(({ label }) => label).filter((label) => !failing.includes(label));
  const allowed = passing.filter((label) => mayStart(given, label));
  return allowed.length === 0 ? [] : [{ ...event, branches: [...new Set(allowed)] }];
}

function leaveOut(event: Event, labels: readonly string[]): Event {
  const given = event.branches ?? [];
  if (labels.length === 0) return event;
  const isOpen = given.every((pattern) => pattern.startsWith('!'));
  const left = given.filter((pattern) => !labels.includes(pattern));
  return { ...event, branches: isOpen ? [...given, ...labels.map((label) => `!${label}`)] : left };
}

/** Whether a trigger with these patterns may start on a branch; patterns with marks are taken to match. */
function mayStart(patterns: readonly string[], branch: string): boolean {
  if (patterns.includes(`!${branch}`)) return false;
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  return included.length === 0 || included.some((pattern) => pattern === branch || /[*?{/$^]/.test(pattern + branch));
}
