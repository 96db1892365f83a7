import * as core from '@actions/core';
import { version } from '../generated/version.ts';
import { type Connection, connect, parseName } from '../github/connect.ts';
import type { Name } from '../github/settings/repository.ts';
import type { RemoteBase } from '../model/remote-base.ts';
import type { RunEvent } from './event.ts';
import type { Inputs } from './inputs.ts';

/** GitHub, and which repository there a run is about. */
export type Platform = Connection & { readonly name: Name };

/** Undefined without a token, or outside of GitHub: then only files are read, and nothing is written. */
export function connectPlatform({ token }: Inputs, env: NodeJS.ProcessEnv): Platform | undefined {
  const { GITHUB_API_URL: baseUrl, GITHUB_REPOSITORY: repository } = env;
  const name = parseName(repository);
  if (token === undefined || !name) return undefined;
  core.setSecret(token);
  return { ...connect({ baseUrl, token, repository, version }), name };
}

/** What a run reads from GitHub: the settings, policies of other repositories, and the base that a shallow clone lacks. */
export function readingFrom(platform: Platform | undefined, { baseSha }: RunEvent) {
  if (!platform) return {};
  const { readSettings, fetchPolicy } = platform;
  const reading = { readSettings, fetchPolicy };
  return baseSha === undefined ? reading : { ...reading, openBase: baseOpener(platform, baseSha) };
}

function baseOpener(platform: Platform, sha: string) {
  return async (prefix: string): Promise<RemoteBase | undefined> => {
    const { readRemoteBase } = await import('../github/base-policy.ts');
    const found = await readRemoteBase(await platform.open(), platform.name, sha, prefix);
    return found.ok ? found.value : undefined;
  };
}
