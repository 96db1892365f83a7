import type { ConfigFact } from '../model/fact.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { frontMatterOf, isOwnedElsewhere } from './config/contents.ts';
import { classifyEnvironment, readEnvironmentFile } from './config/environment-file.ts';
import { readIniConfig } from './config/ini.ts';
import { type ConfigFormat, configFormat, hasSettingsName, nameOf } from './config/paths.ts';
import { readPropertiesConfig } from './config/properties.ts';
import { type ConfigEntry, type ConfigReading, configDepthLimit, configEntryLimit } from './config/reading.ts';
import { showSettings } from './config/secrets.ts';
import { readTomlConfig } from './config/toml.ts';
import { readJsonConfig, readYamlConfig } from './config/trees.ts';
import { diagnose } from './diagnose.ts';

/** Characters; longer files are not read: nobody writes so many settings. */
export const configSizeLimit = 512 * 1024;

const readers: Readonly<Record<ConfigFormat, (text: string) => ConfigReading>> = {
  yaml: readYamlConfig,
  json: readJsonConfig,
  toml: readTomlConfig,
  ini: readIniConfig,
  properties: readPropertiesConfig,
  env: readEnvironmentFile,
};

/** Packages are facts of their own. */
const holdsPackages = /(?:^|\/)(?:package\.json|pyproject\.toml)$/;
const packages = /(?:^|\.)(?:\w*-?dependencies|dependency-groups)\./i;

/**
 * Settings by flat key path, of YAML, TOML, INI, properties and files of environment variables. Files that other
 * extractors own (workflows, compose files, manifests, stacks) give none, nor do texts for people, records and
 * descriptions of interfaces. Secrets are hidden, and of environment variables only the names are kept.
 */
export const config: Extractor = {
  name: 'config',
  languages: [],
  gives: ['config'],
  claims: (path) => !['json', undefined].includes(configFormat(path)),
  extract: extractConfig,
};

/** Settings in JSON, by the same terms. JSON that is too large to be read holds records: nothing is hidden by it. */
export const jsonConfig: Extractor = { ...config, name: 'json-config', gives: [], claims: isJson };

function isJson(path: SourceFile['path']): boolean {
  return configFormat(path) === 'json';
}

function extractConfig(file: SourceFile): Extraction {
  const format = configFormat(file.path);
  if (format === undefined || isAside(file, format)) return nothing;
  if (file.text.length > configSizeLimit) {
    return warn(
      file,
      format,
      'limit-reached',
      `has more than ${configSizeLimit} characters: no setting of it was read`,
    );
  }
  const text = /\.prompt(?:y)?$/.test(file.path) ? frontMatterOf(file.text) : file.text;
  if (isOwnedElsewhere(format, text)) return nothing;
  const reading = readers[format](text);
  if (reading.is === 'data') return nothing;
  if (reading.is === 'broken') return warn(file, format, 'file-unparsed', reading.message, reading.line);
  const facts = describeEntries(reading.entries, format, file);
  const message = `only its first ${configEntryLimit} settings, down to ${configDepthLimit} levels, were read`;
  return reading.complete ? { facts, diagnostics: [] } : { ...warn(file, format, 'limit-reached', message), facts };
}

const nothing: Extraction = { facts: [], diagnostics: [] };

/** Outside the product JSON is mostly what tests are fed with. */
function isAside({ path, role, isTemplate }: SourceFile, format: ConfigFormat): boolean {
  if (role === 'generated' || role === 'vendored' || isTemplate) return true;
  return format === 'json' && role !== 'product' && !hasSettingsName(path);
}

/** Only settings of the product are missed where they can't be read. */
function warn(file: SourceFile, format: ConfigFormat, ...told: Told): Extraction {
  const isMissed = file.role === 'product' && (format !== 'json' || hasSettingsName(file.path));
  return { facts: [], diagnostics: isMissed ? [diagnose(file, ...told)] : [] };
}

type Told = readonly [code: 'file-unparsed' | 'limit-reached', message: string, line?: number];

function describeEntries(
  entries: readonly ConfigEntry[],
  format: ConfigFormat,
  file: SourceFile,
): readonly ConfigFact[] {
  const purpose = format === 'env' ? { environment: classifyEnvironment(nameOf(file.path), file.text) } : {};
  const own = holdsPackages.test(file.path) ? entries.filter(({ key }) => !packages.test(`${key}.`)) : entries;
  return showSettings(own).map(({ key, value, line }) => ({
    kind: 'config',
    at: { path: file.path, line },
    role: file.role,
    format,
    key,
    ...(value === undefined ? {} : { value }),
    ...purpose,
  }));
}
