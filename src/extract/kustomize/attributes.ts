import type { FlatEntry } from '../../lib/flatten-yaml.ts';
import { hiddenValue, showableValue } from '../../lib/secret-names.ts';

const literal = /^(secret|configMap)Generator\.\d+\.literals\.\d+$/;

/** Values by key path; what a secret is made of is hidden, and settings whose name tells of one. */
export function readAttributes(entries: readonly FlatEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ path, value }) => [path, showValue(path, value.text)]));
}

function showValue(path: string, text: string): string {
  const kind = literal.exec(path)?.[1];
  const equals = text.indexOf('=');
  if (kind === undefined || equals === -1) return text;
  const name = text.slice(0, equals);
  const value = text.slice(equals + 1);
  return `${name}=${kind === 'secret' ? hiddenValue : showableValue(name, value)}`;
}
