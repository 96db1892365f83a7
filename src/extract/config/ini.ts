import { type ConfigEntry, type ConfigReading, settingsOf } from './reading.ts';

const section = /^\[([^\]]+)\]\s*(?:[#;].*)?$/;
const pair = /^([^=:\s][^=:]*)[=:](.*)$/;

/**
 * The settings of an INI file: `section.key`. A line that is indented deeper than its key goes on with the value.
 * Formats: https://docs.python.org/3/library/configparser.html#supported-ini-file-structure,
 * https://git-scm.com/docs/git-config#_syntax
 */
export function readIniConfig(text: string): ConfigReading {
  const entries: (Omit<ConfigEntry, 'value'> & { readonly lines: string[] })[] = [];
  let folder = '';
  // Indentation of the key whose value may go on; none right behind the head of a section.
  let indent = Number.POSITIVE_INFINITY;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === '' || /^[#;]/.test(line)) continue;
    const depth = raw.length - raw.trimStart().length;
    const last = entries.at(-1);
    if (depth > indent && last !== undefined) {
      last.lines.push(line);
      continue;
    }
    const name = section.exec(line)?.[1];
    indent = name === undefined ? depth : Number.POSITIVE_INFINITY;
    if (name !== undefined) folder = `${name.trim()}.`;
    const [, key, value = ''] = name === undefined ? (pair.exec(line) ?? []) : [];
    if (key !== undefined)
      entries.push({ key: folder + key.trimEnd(), lines: [withoutComment(value.trim())], line: index + 1 });
  }
  return settingsOf(entries.map(({ key, lines, line }) => ({ key, value: lines.join('\n').trim(), line })));
}

function withoutComment(value: string): string {
  const at = value.search(/\s[#;]/);
  return at === -1 ? value : value.slice(0, at).trimEnd();
}
