import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { OperationId } from './operations.ts';
import { failure, type Reply } from './route.ts';
import { findRoute } from './routes.ts';
import { type Json, makeState, mayDo, type State } from './state.ts';

/** One request and what came back. */
export type Exchange = {
  readonly operation: string;
  readonly path: string;
  readonly query: Json;
  readonly token: string | undefined;
  readonly body: unknown;
  readonly status: number;
  readonly reply: unknown;
};

/** What a scenario does to a request instead of answering: a reply, bytes that are no JSON, or silence. */
export type Mishap = Reply | { readonly raw: string } | 'silence';

export type PlayedGitHub = {
  readonly url: string;
  readonly state: State;
  readonly exchanges: readonly Exchange[];
  /** The next requests of an operation meet these, one each; then all is well again. */
  disturb(operation: OperationId | '*', ...mishaps: readonly Mishap[]): void;
  /** Runs before an answer to an operation is given. */
  before(operation: OperationId, happen: () => void): void;
  calls(operation: OperationId): readonly Exchange[];
  close(): Promise<void>;
};

/** Plays GitHub's API on this machine. `prefix` is what an Enterprise Server puts before every path. */
export async function playGitHub(known: Partial<State> = {}, prefix = ''): Promise<PlayedGitHub> {
  const state = makeState(known);
  const exchanges: Exchange[] = [];
  const mishaps = new Map<string, Mishap[]>();
  const hooks = new Map<string, (() => void)[]>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://github.test');
    const body = parseBody(await readAll(request));
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : `outside:${url.pathname}`;
    const found = findRoute(request.method ?? 'GET', path);
    const operation = found?.route.operation ?? `${request.method} ${path}`;
    const mishap = mishaps.get(operation)?.shift() ?? mishaps.get('*')?.shift();
    if (mishap === 'silence') return;
    hooks.get(operation)?.shift()?.();
    const reply = mishap && !('raw' in mishap) ? mishap : answer(found, { url, body });
    const token = request.headers.authorization?.replace(/^(?:token|Bearer) /, '');
    const query = Object.fromEntries(url.searchParams);
    exchanges.push({ operation, path, query, token, body, status: reply.status, reply: reply.body });
    const text = mishap && 'raw' in mishap ? mishap.raw : reply.body === undefined ? '' : JSON.stringify(reply.body);
    response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
    response.end(text);
  }

  function answer(found: ReturnType<typeof findRoute>, { url, body }: { url: URL; body: unknown }): Reply {
    if (!found) return failure(404, 'Not Found');
    if (!mayDo(state, found.route.needs)) return failure(403, 'Resource not accessible by integration');
    return found.route.answer({ state, parameters: found.parameters, query: url.searchParams, body: toJson(body) });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    state,
    exchanges,
    disturb: (operation, ...more) => void mishaps.set(operation, [...(mishaps.get(operation) ?? []), ...more]),
    before: (operation, happen) => void hooks.set(operation, [...(hooks.get(operation) ?? []), happen]),
    calls: (operation) => exchanges.filter((exchange) => exchange.operation === operation),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

function toJson(body: unknown): Json {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
