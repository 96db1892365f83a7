import { hasSecretName, hiddenValue, showableValue } from '../../lib/secret-names.ts';
import type { ConfigEntry } from './reading.ts';

/** The longest value that is kept, in characters. */
export const configValueLimit = 500;

/** A longer key path is none that people write, and is left out. */
export const configKeyLimit = 500;

/** `KEY=value` in a list of variables, `--key=value` among arguments. */
const assignment = /^(-{0,2}[A-Za-z_][\w.-]{0,200}=)(.*)$/s;

/**
 * Settings as they may be shown: long values are cut, and secrets hidden whether their key names them, or a name that
 * stands beside them (`name: API_KEY`, `value: …`), or the setting of which they are the value.
 */
export function showSettings(all: readonly ConfigEntry[]): readonly ConfigEntry[] {
  const entries = all.filter(({ key }) => key.length <= configKeyLimit);
  const beside = new Map<string, string>();
  for (const { key, value } of entries) {
    const folder = /^(.*\.)?(?:name|key|type)$/i.exec(key);
    if (folder && value !== undefined && (hasSecretName(value) || !/type$/i.test(key)))
      beside.set((folder[1] ?? '').toLowerCase(), value);
  }
  const valued = new Set(entries.flatMap(({ key }) => /^(.*\.)?value$/i.exec(key.toLowerCase())?.[1] ?? []));
  return entries.map((entry) => {
    if (entry.value === undefined) return entry;
    return {
      ...entry,
      value: showValue(nameOf(entry.key, beside, valued), entry.value.slice(0, 4 * configValueLimit)),
    };
  });
}

/** The name that tells what a value is. */
function nameOf(key: string, beside: ReadonlyMap<string, string>, valued: ReadonlySet<string>): string {
  const bare = key.replace(/(?:\.\d+)+$/, '');
  const [last = '', above = ''] = bare.split('.').reverse();
  const folder = bare.slice(0, bare.length - last.length).toLowerCase();
  // The key of a pair is the name of a variable, and no secret.
  if (/^key$/i.test(last)) return valued.has(folder) ? '' : last;
  if (!/^(?:value|default)$/i.test(last)) return last;
  return beside.get(folder) ?? above;
}

function showValue(name: string, value: string): string {
  const [, front, assigned] = assignment.exec(value) ?? [];
  const isAssigned =
    front !== undefined && assigned !== undefined && hasSecretName(front.replace(/[-=]+/g, ' ').trim());
  const shown = isAssigned ? front + showableValue(front.slice(0, -1), assigned) : showableValue(name, value);
  return shown === hiddenValue ? shown : shown.slice(0, configValueLimit);
}
