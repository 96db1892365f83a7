import { version } from '../generated/version.ts';
import { type Connection, connect } from '../github/connect.ts';

/** GitHub as the environment names it. Nothing is sent before the first question. */
export function connectHere(repository?: string): Connection {
  const { GITHUB_API_URL: baseUrl, GITHUB_TOKEN, GH_TOKEN } = process.env;
  return connect({ baseUrl, token: GITHUB_TOKEN || GH_TOKEN, repository, version });
}
