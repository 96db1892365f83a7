import type { FlatEntry } from '../../lib/flatten-yaml.ts';
import { showableValue } from '../../lib/secret-names.ts';

const settings = /^(environment|build\.args)\.(.+)$/;

/**
 * The values of a service by key path. Settings stand under their names however they are written (`- KEY=value`); one
 * without a value comes from where the service is started: `${KEY}`.
 */
export function readAttributes(entries: readonly FlatEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(readAttribute));
}

function readAttribute({ path, value }: FlatEntry): readonly [string, string] {
  const setting = settings.exec(path);
  if (!setting) return [path, value.text];
  const [, group = '', key = ''] = setting;
  if (!/^\d+$/.test(key))
    return describeSetting(group, key, value.text === '' && value.start === value.end, value.text);
  const equals = value.text.indexOf('=');
  const name = equals === -1 ? value.text : value.text.slice(0, equals);
  return describeSetting(group, name, equals === -1, value.text.slice(equals + 1));
}

function describeSetting(group: string, name: string, isTaken: boolean, value: string): readonly [string, string] {
  return [`${group}.${name}`, isTaken ? `\${${name}}` : showableValue(name, value)];
}
