import { readToml, type TomlEntry, type TomlValue } from '../../lib/toml-values.ts';
import { type ConfigEntry, type ConfigReading, configDepthLimit, settingsOf } from './reading.ts';

/** The settings of a TOML file. Format: https://toml.io/en/v1.0.0 */
export function readTomlConfig(text: string): ConfigReading {
  const read = readToml(text);
  if (!read.ok) return { is: 'broken', message: `not valid TOML: ${read.message}`, line: read.line };
  const spread = read.entries.flatMap((entry) => spreadEntry(entry, []));
  const kept = spread.filter(({ path }) => path.length <= configDepthLimit);
  return settingsOf(
    kept.map(({ path, value, line }) => ({ key: path.join('.'), value, line })),
    kept.length < spread.length,
  );
}

type Placed = Omit<ConfigEntry, 'key' | 'value'> & { readonly path: readonly string[]; readonly value: string };

function spreadEntry({ path, value }: TomlEntry, above: readonly string[]): readonly Placed[] {
  return spreadValue(value, [...above, ...path]);
}

function spreadValue(value: TomlValue, path: readonly string[]): readonly Placed[] {
  switch (value.kind) {
    case 'text':
      return [{ path, value: value.text, line: value.line }];
    case 'list':
      if (value.items.length === 0) return [{ path, value: '[]', line: value.line }];
      return value.items.flatMap((item, index) => spreadValue(item, [...path, String(index)]));
    case 'table':
      if (value.entries.length === 0) return [{ path, value: '{}', line: value.line }];
      return value.entries.flatMap((entry) => spreadEntry(entry, path));
  }
}
