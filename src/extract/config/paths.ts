import type { ConfigFact } from '../../model/fact.ts';
import type { RepoPath } from '../../model/location.ts';
import { isComposePath } from '../compose/path.ts';
import { isEnvironmentFile } from './environment-file.ts';

export type ConfigFormat = ConfigFact['format'];

const endings: readonly (readonly [RegExp, ConfigFormat])[] = [
  // A prompt with its model, and the pointer and the lock of versioned data, are YAML by other names.
  [/\.(?:ya?ml|prompty|prompt|dvc)$|(?:^|\/)dvc\.lock$/i, 'yaml'],
  [/\.jsonc?$/i, 'json'],
  [/\.toml$/i, 'toml'],
  [/\.(?:ini|cfg)$|(?:^|\/)\.dvc\/config$/i, 'ini'],
  [/\.properties$/i, 'properties'],
];

/** Read by extractors of their own, or written by and for a tool that nobody asks about. */
const others =
  /^\.github\/(?:workflows|ISSUE_TEMPLATE|workflow-templates)\/|(?:^|\/)(?:Cargo\.toml|composer\.json|renv\.lock|(?:environment|conda)\.ya?ml|pixi\.toml|tsconfig[^/]*\.json|\.?eslintrc\.json|biome\.jsonc?|\.vscode\/.+)$/;

/** Texts for people, records and pictures. */
const texts =
  /(?:^|\/)(?:locales?|i18n|l10n|langs?|translations?)\/|(?:^|\/)(?:messages|translation)[._-][a-z]{2}(?:[._-][^/]*)?\.[a-z]+$/i;
const records =
  /(?:^|\/)(?:data|datasets?|assets|static|public|schemas?|cassettes)\/|\.schema\.json$|(?:^|\/)(?:openapi|swagger)[^/]*\.json$/i;

/** What a file outside the product has to be called for its JSON to be settings and no fixture. */
const settingsName = /(?:config|conf|settings|options|params|parameters|eval|manifest)[^/]*\.jsonc?$/i;

/** The format of a file of settings by its path; undefined for all that is none. */
export function configFormat(path: RepoPath): ConfigFormat | undefined {
  if (isEnvironmentFile(nameOf(path))) return 'env';
  const format = endings.find(([ending]) => ending.test(path))?.[1];
  if (format === undefined || others.test(path) || texts.test(path) || isComposePath(path)) return undefined;
  return format === 'json' && records.test(path) ? undefined : format;
}

/** True for JSON that is called like settings, wherever it stands. */
export function hasSettingsName(path: RepoPath): boolean {
  return settingsName.test(path);
}

export function nameOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
