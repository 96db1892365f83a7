import { UserError } from '../lib/user-error.ts';
import type { PolicyReference, ReferenceText } from '../model/policy-reference.ts';
import type { Settings } from '../model/setting.ts';
import type { GitHub } from './client.ts';
import type { Patience } from './patience.ts';
import type { Name } from './settings/repository.ts';

export type ConnectOptions = {
  /** `GITHUB_API_URL`; GitHub's own if left out. */
  readonly baseUrl?: string | undefined;
  readonly token?: string | undefined;
  /** `owner/name`; else what the clone is called, if it is of this GitHub. */
  readonly repository?: string | undefined;
  readonly version: string;
  readonly patience?: Patience;
};

/** What a run may ask of GitHub. Nothing is loaded or sent before the first question. */
export type Connection = {
  open(): Promise<GitHub>;
  readSettings(clone: Clone): Promise<Settings>;
  /** A policy of another repository. */
  fetchPolicy(reference: PolicyReference): Promise<ReferenceText>;
};

type Clone = { readonly name: string | null; readonly host: string | null };

const publicApi = 'https://api.github.com';

/** Throws a UserError for an address that is none. */
export function connect(options: ConnectOptions): Connection {
  const { token, version, patience } = options;
  const baseUrl = checkUrl(options.baseUrl || publicApi);
  let opened: Promise<GitHub> | undefined;
  const open = async () => {
    const { openGitHub } = await import('./client.ts');
    return openGitHub({ baseUrl, version, ...(token ? { token } : {}), ...(patience ? { patience } : {}) });
  };
  const openOnce = () => {
    opened ??= open();
    return opened;
  };
  return {
    open: openOnce,
    async readSettings(clone) {
      const name = parseName(options.repository ?? nameOf(clone, baseUrl));
      if (!name) return untold(clone, baseUrl);
      const { readSettings } = await import('./settings/read-settings.ts');
      return readSettings(await openOnce(), name);
    },
    async fetchPolicy(reference) {
      const { readPolicyText } = await import('./policy-text.ts');
      return readPolicyText(await openOnce(), reference);
    },
  };
}

function checkUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new UserError(`GITHUB_API_URL is ${text}, which is no address; it looks like ${publicApi}`);
}

/** `owner/name`, undefined for anything else. */
export function parseName(text: string | undefined): Name | undefined {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? '') ?? [];
  return owner === undefined || repo === undefined ? undefined : { owner, repo };
}

/** A clone of another host has a namesake here at best. */
function nameOf({ name, host }: Clone, baseUrl: string): string | undefined {
  return name !== null && host === hostOf(baseUrl) ? name : undefined;
}

function hostOf(baseUrl: string): string | undefined {
  const { hostname } = new URL(baseUrl);
  return hostname.replace(/^api\.(?=github\.com$)/, '');
}

function untold({ host }: Clone, baseUrl: string): Settings {
  const where = host === null ? 'has no remote' : `is of ${host}`;
  const message = `the settings were not read: the clone ${where}, and ${hostOf(baseUrl)} was to be asked; name the repository by --github owner/name, or set GITHUB_API_URL`;
  return { facts: [], diagnostics: [{ level: 'warning', code: 'setting-unread', message }], calls: 0 };
}
