import type { Octokit } from '@octokit/rest';
import type * as z from 'zod';
import { type Answer, type Refusal, refusalOf, shortenMessage } from './answer.ts';
import { type Budget, boundedFetch, isOutOfBudget, openBudget } from './budget.ts';
import { type Patience, usualPatience } from './patience.ts';

export type ClientOptions = {
  /** GitHub's own, or `https://<host>/api/v3` of an Enterprise Server. */
  readonly baseUrl: string;
  readonly token?: string;
  readonly version: string;
  readonly patience?: Patience;
};

export type Parameters = Readonly<Record<string, unknown>>;

/** GitHub's API as far as a run may use it: every answer is a value, every request counts. */
export type GitHub = {
  /** Reads once in a run, whoever asks. `route` is `GET /…` as GitHub's documentation spells it. */
  read<T>(route: string, parameters: Parameters, schema: z.ZodType<T>): Promise<Answer<T>>;
  /** Writes, or reads what may have changed since. */
  ask<T>(route: string, parameters: Parameters, schema: z.ZodType<T>): Promise<Answer<T>>;
  /** Requests so far, repeated ones included. */
  calls(): number;
};

/** Loads the client, which costs a while, and opens it. */
export async function openGitHub(options: ClientOptions): Promise<GitHub> {
  const patience = options.patience ?? usualPatience;
  const budget = openBudget(patience);
  const octokit = await loadOctokit(options, patience, budget);
  const known = new Map<string, Promise<Answer<unknown>>>();
  let outages = 0;
  const send = async (route: string, parameters: Parameters): Promise<Answer<unknown>> => {
    if (outages >= patience.outages)
      return { ok: false, reason: 'unavailable', message: 'GitHub did not answer before' };
    const answer = await request(octokit, route, parameters, patience);
    outages = !answer.ok && answer.reason === 'unavailable' ? outages + 1 : 0;
    return answer;
  };
  return {
    async read(route, parameters, schema) {
      const key = JSON.stringify([route, parameters]);
      const answer = known.get(key) ?? send(route, parameters);
      known.set(key, answer);
      return check(await answer, schema);
    },
    async ask(route, parameters, schema) {
      return check(await send(route, parameters), schema);
    },
    calls: () => budget.calls,
  };
}

async function loadOctokit(options: ClientOptions, patience: Patience, budget: Budget): Promise<Octokit> {
  const [{ Octokit: Plain }, { retry }, { throttling }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const Patient = Plain.plugin(retry, throttling);
  const mayWait = (seconds: number, _: unknown, __: unknown, count: number) =>
    count < patience.retries && budget.allowsWait(seconds * patience.second);
  return new Patient({
    ...(options.token === undefined ? {} : { auth: options.token }),
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    userAgent: `stagegate/${options.version}`,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: { fetch: boundedFetch(patience, budget) },
    retry: {
      retries: patience.retries,
      retryAfterBaseValue: patience.second,
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
    },
    throttle: {
      id: options.baseUrl,
      retryAfterBaseValue: patience.second,
      fallbackSecondaryRateRetryAfter: patience.secondaryWait,
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
    },
  });
}

function ignore(): void {
  // Octokit's own words belong in no report.
}

const apiVersion = { 'x-github-api-version': '2022-11-28' };

async function request(
  octokit: Octokit,
  route: string,
  parameters: Parameters,
  patience: Patience,
): Promise<Answer<unknown>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { data } = await octokit.request(route, { ...parameters, headers: apiVersion });
      return { ok: true, value: data };
    } catch (error) {
      const wait = plainWait(error);
      if (wait === undefined || wait > patience.longestWait || attempt >= 1) return explain(error);
      await new Promise((resolve) => setTimeout(resolve, wait * patience.second));
    }
  }
}

type Failure = {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
};

function toFailure(error: unknown): Failure {
  return typeof error === 'object' && error !== null ? error : {};
}

/** A limit that names neither of GitHub's two by its words, as a proxy sends it. */
function plainWait(error: unknown): number | undefined {
  const { status, message = '', response } = toFailure(error);
  if (status !== 429 || /secondary rate/i.test(message)) return undefined;
  if (response?.headers?.['x-ratelimit-remaining'] === '0') return undefined;
  const after = Number(response?.headers?.['retry-after']);
  return Number.isFinite(after) ? after : undefined;
}

function explain(error: unknown): Refusal {
  const { status = 0, message = String(error), response } = toFailure(error);
  if (isOutOfBudget(error)) return { ok: false, reason: 'limited', message: shortenMessage(message) };
  if (response === undefined) return { ok: false, reason: 'unavailable', message: shortenMessage(message) };
  const isLimited =
    status === 429 ||
    (status === 403 &&
      (/rate limit/i.test(message) ||
        response.headers?.['x-ratelimit-remaining'] === '0' ||
        response.headers?.['retry-after'] !== undefined));
  return refusalOf(status, `HTTP ${status}: ${shortenMessage(message)}`, isLimited);
}

function check<T>(answer: Answer<unknown>, schema: z.ZodType<T>): Answer<T> {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, reason: 'malformed', message: 'its answer was not of the documented form' };
}
