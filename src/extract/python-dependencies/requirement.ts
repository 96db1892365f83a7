import { withoutCredentials } from '../../lib/secret-names.ts';

export type Requirement = { readonly name: string; readonly version?: string };

/** Characters; a longer text is no requirement. */
export const requirementLimit = 10_000;

const named = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/s;

/** Each operator with its version; what else stands there is no specifier. */
const specifier = /^\(?\s*((?:~=|===?|!=|<=?|>=?)\s*[^\s,;()]+(?:\s*,\s*(?:~=|===?|!=|<=?|>=?)\s*[^\s,;()]+)*)/;

/** `…#egg=name` of an address, and the name in the name of a wheel. */
const egg = /#(?:.*&)?egg=([A-Za-z0-9][A-Za-z0-9._-]*)/;
const wheel = /\/([A-Za-z0-9][A-Za-z0-9._]*)-[^/]*\.whl(?:[#?].*)?$/;

/**
 * Reads one requirement as `pip` takes it: a name with a specifier or an address, or an address that tells its name.
 * Undefined for anything else. Markers and extras are left out.
 * Format: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export function readRequirement(text: string): Requirement | undefined {
  if (text.length > requirementLimit) return undefined;
  const line = text.trim();
  if (/^(?:[a-z]+\+)?[a-z]+:\/\//i.test(line)) return readAddress(line);
  const match = named.exec(line);
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  if (rest.startsWith('@')) return { name: normaliseName(name), version: withoutCredentials(addressOf(rest.slice(1))) };
  // A folder or a file, not a name.
  if (/^[\\/]/.test(rest) || /\.(?:whl|zip|tar\.gz|txt)$/.test(name)) return undefined;
  const version = specifier.exec(rest)?.[1]?.replace(/\s+/g, '');
  if (version === undefined && rest !== '' && !/^[;(]/.test(rest)) return undefined;
  return { name: normaliseName(name), ...(version === undefined ? {} : { version }) };
}

function readAddress(line: string): Requirement | undefined {
  const address = addressOf(line);
  const name = egg.exec(address)?.[1] ?? wheel.exec(address)?.[1];
  return name === undefined ? undefined : { name: normaliseName(name), version: withoutCredentials(address) };
}

function addressOf(text: string): string {
  return text.trim().split(/\s/, 1)[0] ?? '';
}

/** The name as the registry knows it: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
