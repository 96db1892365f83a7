import { type ConfigEntry, type ConfigReading, settingsOf } from './reading.ts';

/** A key up to the first `=`, `:` or blank that no backslash takes its meaning from. */
const pair = /^((?:\\.|[^\\=:\s])+)(?:\s*[=:]\s*|\s+|$)(.*)$/s;

/**
 * The settings of a `.properties` file.
 * Format: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
export function readPropertiesConfig(text: string): ConfigReading {
  return settingsOf(
    joinLines(text).flatMap(({ text: line, line: number }): readonly ConfigEntry[] => {
      const [, key, value = ''] = pair.exec(line) ?? [];
      return key === undefined ? [] : [{ key: removeEscapes(key), value: removeEscapes(value), line: number }];
    }),
  );
}

type LogicalLine = { readonly text: string; readonly line: number };

/** A line that ends in an odd number of backslashes goes on; a comment never does. */
function joinLines(text: string): readonly LogicalLine[] {
  const joined: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trimStart();
    if (open === undefined && (line === '' || /^[#!]/.test(line))) continue;
    const goesOn = /(?<!\\)(?:\\\\)*\\$/.test(line);
    const part = goesOn ? line.slice(0, -1) : line;
    const start: LogicalLine = open ?? { text: '', line: index + 1 };
    const whole = { text: start.text + part, line: start.line };
    if (!goesOn) joined.push(whole);
    open = goesOn ? whole : undefined;
  }
  return open === undefined ? joined : [...joined, open];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

function removeEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gs, (_, code: string | undefined, letter: string) =>
    code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
