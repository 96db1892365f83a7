/** Why a request brought nothing that counts. */
export type Refusal = {
  readonly ok: false;
  readonly reason:
    | 'refused'
    | 'forbidden'
    | 'missing'
    | 'conflict'
    | 'invalid'
    | 'limited'
    | 'unavailable'
    | 'malformed';
  /** For people, without a stop. */
  readonly message: string;
  readonly status?: number;
};

/** What GitHub answered, or why it did not: never an error that is thrown. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

const reasons: Readonly<Record<number, Refusal['reason']>> = {
  401: 'refused',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  410: 'missing',
  422: 'invalid',
  429: 'limited',
  451: 'forbidden',
};

/** A status of HTTP as a reason. A limit also comes as 403. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export function refusalOf(status: number, message: string, isLimited: boolean): Refusal {
  const reason = isLimited ? 'limited' : (reasons[status] ?? 'unavailable');
  return { ok: false, reason, status, message };
}

const shortMessage = 120;

/** What a refusal tells: without links, on one line. */
export function shortenMessage(text: string): string {
  const [first = ''] = text.split(/\n| - https?:/);
  return first.slice(0, shortMessage).trim();
}
