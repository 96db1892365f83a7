import type { Evidence, Obscured, Withheld } from '../model/evidence.ts';
import type { AspectStatus } from '../model/report.ts';
import type { Attestation, Waiver } from '../model/system.ts';

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
};

/** The first that applies of: proven, attested, waived, stale, unknown, hinted, absent. */
export function assessAspect(input: AspectInput): AspectAnswer {
  const { withheld, today } = input;
  const { current, past, undated } = splitByDate(input);
  if (isEnough(current)) return { status: 'proven', evidence: current.filter(counts), withheld };
  const attestation = input.attestations.find(({ until }) => until >= today);
  if (attestation) return { status: 'attested', evidence: current, withheld, reason: attestedBy(attestation) };
  const waiver = input.waivers.find(({ until }) => until >= today);
  if (waiver) return { status: 'waived', evidence: current, withheld, reason: waivedBy(waiver) };
  const staleReason = findStale(input, past);
  if (staleReason !== undefined) return { status: 'stale', evidence: past, withheld, reason: staleReason };
  const [unread] = input.obscured;
  const shown = [...current, ...undated];
  if (unread) return { status: 'unknown', evidence: shown, withheld, reason: `${unread.reason} (${unread.settle})` };
  if (shown.length > 0) return { status: 'hinted', evidence: shown, withheld };
  return { status: 'absent', evidence: [], withheld };
}

/** A proof is enough; so are two signs of different kinds of fact or from different files. */
export function isEnough(evidence: readonly Evidence[]): boolean {
  if (evidence.some(({ strength }) => strength === 'proof')) return true;
  const signs = evidence.filter(({ strength }) => strength === 'sign');
  return signs.some((a) => signs.some((b) => a.factKind !== b.factKind || a.at.path !== b.at.path));
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

function findStale({ attestations, waivers }: AspectInput, past: readonly Evidence[]): string | undefined {
  if (isEnough(past)) return `last dated ${latest(past.map(({ date }) => date ?? ''))}`;
  const [attestation] = attestations;
  if (attestation) return `${attestedBy(attestation)}, which is over`;
  const [waiver] = waivers;
  return waiver ? `${waivedBy(waiver)}, which is over` : undefined;
}

function latest(dates: readonly string[]): string {
  return [...dates].sort().at(-1) ?? '';
}

/** The same day some months before, or the last day of that month. Takes and gives ISO dates. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

function attestedBy({ by, on, until, url }: Attestation): string {
  return `attested by ${by} on ${on} until ${until}${url === undefined ? '' : `: ${url}`}`;
}

/** A waiver in words. */
export function waivedBy({ owner, reason, until }: Waiver): string {
  return `waived by ${owner} until ${until}: ${reason}`;
}
