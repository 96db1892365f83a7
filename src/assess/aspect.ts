import { monthsBefore } from '../lib/days.ts';
import type { Evidence, Obscured, Withheld } from '../model/evidence.ts';
import type { AspectStatus } from '../model/report.ts';
import type { Attestation, Waiver } from '../model/system.ts';
import { describeEntry, type Entry, findEnded, findHolding } from './entry.ts';

/** What there is to say of one aspect of one system. */
export type AspectInput = {
  readonly evidence: readonly Evidence[];
  readonly withheld: readonly Withheld[];
  readonly obscured: readonly Obscured[];
  readonly attestations: readonly Attestation[];
  readonly waivers: readonly Waiver[];
  /** Months after which dated evidence is stale; undefined where dates don't matter. */
  readonly withinMonths: number | undefined;
  /** ISO. */
  readonly today: string;
};

export type AspectAnswer = {
  readonly status: AspectStatus;
  /** What counts: proofs, or the signs that stand together, or what merely hints. */
  readonly evidence: readonly Evidence[];
  readonly withheld: readonly Withheld[];
  readonly reason?: string;
  /** What settles an aspect that is unknown: the least permission, or the team's word. */
  readonly settle?: string;
  /** The attestation or the waiver that decided, or did until it ended. */
  readonly entry?: Entry;
};

/** The first that applies of: proven, attested, waived, stale, unknown, hinted, absent. */
export function assessAspect(input: AspectInput): AspectAnswer {
  const { attestations, waivers, withinMonths, withheld, today } = input;
  const { current, past, undated } = splitByDate(input);
  if (isEnough(current)) return { status: 'proven', evidence: current.filter(counts), withheld };
  const attestation = findHolding(attestations, withinMonths, today);
  if (attestation) return { ...byEntry('attested', attestation), evidence: current, withheld };
  const waiver = findHolding(waivers, withinMonths, today);
  if (waiver) return { ...byEntry('waived', waiver), evidence: current, withheld };
  const stale = findStale(input, past);
  if (stale) return { ...stale, evidence: past, withheld };
  const [unread] = input.obscured;
  const shown = [...current, ...undated];
  if (unread) {
    const { reason, settle } = unread;
    return { status: 'unknown', evidence: shown, withheld, reason: `${reason} (${settle})`, settle };
  }
  if (shown.length > 0) return { status: 'hinted', evidence: shown, withheld };
  return { status: 'absent', evidence: [], withheld };
}

type Decision = Pick<AspectAnswer, 'status' | 'reason' | 'entry'>;

function byEntry(status: 'attested' | 'waived', entry: Entry): Decision {
  return { status, reason: describeEntry(entry), entry };
}

/** A proof is enough; so are two signs of different kinds of fact or from different files. */
export function isEnough(evidence: readonly Evidence[]): boolean {
  if (evidence.some(({ strength }) => strength === 'proof')) return true;
  const [first, ...others] = evidence.filter(({ strength }) => strength === 'sign');
  return others.some((other) => first?.factKind !== other.factKind || first.at.path !== other.at.path);
}

function counts({ strength }: Evidence): boolean {
  return strength !== 'hint';
}

/** Where an aspect has to be recent, evidence without a date can only hint. */
function splitByDate({ evidence, withinMonths, today }: AspectInput) {
  if (withinMonths === undefined) return { current: evidence, past: [], undated: [] };
  const oldest = monthsBefore(today, withinMonths);
  return {
    current: evidence.filter(({ date }) => date !== undefined && date >= oldest && date <= today),
    past: evidence.filter(({ date }) => date !== undefined && date < oldest),
    undated: evidence.filter(({ date }) => date === undefined || date > today),
  };
}

function findStale(input: AspectInput, past: readonly Evidence[]): Decision | undefined {
  const { attestations, waivers, withinMonths, today } = input;
  if (isEnough(past)) return { status: 'stale', reason: `last dated ${latest(past)}` };
  const entry = findEnded(attestations, withinMonths, today) ?? findEnded(waivers, withinMonths, today);
  return entry && { status: 'stale', reason: `${describeEntry(entry)}, which is over`, entry };
}

function latest(evidence: readonly Evidence[]): string {
  return (
    evidence
      .map(({ date }) => date ?? '')
      .sort()
      .at(-1) ?? ''
  );
}
