import type { HistoryEntry, HistorySystem } from '../../model/history.ts';

/** What made a result another one: the repository, its policy, the rules that it was judged by, or a day that came. */
export type Cause = 'repository' | 'policy' | 'rules' | 'time';

/** A result of a system that is not what the one before was. */
export type Drift = {
  readonly system: string;
  readonly date: string;
  readonly commit: string | null;
  /** Undefined where the system appeared or went. */
  readonly from?: HistorySystem['stage'];
  readonly to?: HistorySystem['stage'];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** All that may have; more than one where a run brought several. */
  readonly causes: readonly Cause[];
};

/** The changes from each result to the next, system by system, the oldest first. Takes entries in the order of their dates. */
export function listDrift(entries: readonly HistoryEntry[]): readonly Drift[] {
  const names = new Set(entries.flatMap(({ systems }) => systems.map(({ name }) => name)));
  return [...names].flatMap((name) =>
    entries.slice(1).flatMap((now, index) => driftOf(name, entries[index] ?? now, now)),
  );
}

function driftOf(name: string, before: HistoryEntry, now: HistoryEntry): readonly Drift[] {
  const [was, is] = [before, now].map(({ systems }) => systems.find((system) => system.name === name));
  const [old, kept] = [was?.satisfied ?? {}, is?.satisfied ?? {}];
  const gained = Object.keys(kept).filter((aspect) => !Object.hasOwn(old, aspect));
  const lost = Object.keys(old).filter((aspect) => !Object.hasOwn(kept, aspect));
  const isSame = was?.stage.atLeast === is?.stage.atLeast && was?.stage.atMost === is?.stage.atMost;
  if (isSame && gained.length + lost.length === 0) return [];
  const statuses = [...gained.map((aspect) => kept[aspect]), ...lost.map((aspect) => old[aspect])];
  return [
    {
      system: name,
      date: now.date,
      commit: now.commit,
      ...(was ? { from: was.stage } : {}),
      ...(is ? { to: is.stage } : {}),
      gained,
      lost,
      causes: findCauses(before, now, statuses),
    },
  ];
}

/** A word of the policy comes and goes with the policy or by its date; a proof with the repository or the rules. */
function findCauses(before: HistoryEntry, now: HistoryEntry, statuses: readonly unknown[]): readonly Cause[] {
  const other: Readonly<Record<Cause, boolean>> = {
    repository: before.commit !== now.commit || now.commit === null,
    policy: before.policy !== now.policy,
    rules: before.rules !== now.rules || before.model !== now.model || before.tool !== now.tool,
    time: true,
  };
  const firstOf = (...groups: readonly (readonly Cause[])[]) =>
    groups.map((group) => group.filter((cause) => other[cause])).find((group) => group.length > 0) ?? [];
  const byWord = statuses.some((status) => status !== 'proven') ? firstOf(['policy'], ['time']) : [];
  const byProof = statuses.includes('proven') ? firstOf(['repository', 'rules'], ['policy'], ['time']) : [];
  const byNone = statuses.length === 0 ? firstOf(['repository', 'policy', 'rules'], ['time']) : [];
  return [...new Set([...byProof, ...byWord, ...byNone])];
}
