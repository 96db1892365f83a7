import type { QueryFact } from '../../model/fact.ts';

/** A query, and the name under which its result is kept. */
export type NamedQuery = { readonly query: QueryFact; readonly recorded?: string };

/** How many records may stand on each other. */
const chainLimit = 4;

/**
 * Gives queries that ask for a recorded number what the record asks: its topics and its quantiles
 * (`answers:p95 > 2`, where `answers:p95` is a quantile of the latency).
 * Format: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export function followRecords(queries: readonly NamedQuery[]): readonly QueryFact[] {
  let known = queries;
  for (let round = 0; round < chainLimit && queries.some(({ recorded }) => recorded !== undefined); round += 1) {
    const records = groupRecords(known);
    known = known.map((one) => ({ ...one, query: inherit(one, records) }));
  }
  return known.map(({ query }) => query);
}

function groupRecords(queries: readonly NamedQuery[]): ReadonlyMap<string, readonly QueryFact[]> {
  const records = new Map<string, QueryFact[]>();
  for (const { query, recorded } of queries) {
    if (recorded === undefined || query.disabled !== undefined || query.role !== 'product') continue;
    const key = `${query.language} ${recorded}`;
    const found = records.get(key);
    if (found) found.push(query);
    else records.set(key, [query]);
  }
  return records;
}

function inherit({ query }: NamedQuery, records: ReadonlyMap<string, readonly QueryFact[]>): QueryFact {
  const words = new Set(query.text.match(/[\w:]+/g));
  const asked = [...words].flatMap((word) => records.get(`${query.language} ${word}`) ?? []);
  if (asked.length === 0) return query;
  const quantiles = new Set([...query.quantiles, ...asked.flatMap((record) => record.quantiles)]);
  return {
    ...query,
    about: [...new Set([...query.about, ...asked.flatMap(({ about }) => about)])],
    quantiles: [...quantiles].sort((a, b) => Number(a) - Number(b)),
  };
}
