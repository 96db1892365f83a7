/** How long a run waits for GitHub, and how often it asks. Times are in milliseconds but where they are in seconds of GitHub's. */
export type Patience = {
  /** Repetitions of a request that failed for GitHub's reasons. */
  readonly retries: number;
  /** What a second of waiting takes. */
  readonly second: number;
  /** The longest single wait for a limit, in seconds. */
  readonly longestWait: number;
  /** The wait where a secondary limit names none, in seconds. */
  readonly secondaryWait: number;
  /** One request. */
  readonly timeout: number;
  /** All requests and waits together. */
  readonly total: number;
  /** Requests in a row that stayed without an answer, after which none is sent. */
  readonly outages: number;
  /** Requests of a run. */
  readonly calls: number;
};

export const usualPatience: Patience = {
  retries: 2,
  second: 1000,
  longestWait: 60,
  secondaryWait: 30,
  timeout: 15_000,
  total: 180_000,
  outages: 2,
  calls: 200,
};
