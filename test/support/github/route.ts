import type { OperationId } from './operations.ts';
import type { Json, State } from './state.ts';

export type Asked = {
  readonly state: State;
  /** Of the path. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
};
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Route = {
  readonly operation: OperationId;
  /** The permission that it takes. */
  readonly needs: string;
  answer(asked: Asked): Reply;
};

export function ok(body: unknown, status = 200): Reply {
  return { status, body };
}

/** An error in GitHub's form. */
export function failure(status: number, message: string, headers?: Readonly<Record<string, string>>): Reply {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, body, ...(headers ? { headers } : {}) };
}
