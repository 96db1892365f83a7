import { environmentIn } from '../../lib/environment-names.ts';
import type { RepoPath } from '../../model/location.ts';

const valuesName = /(?:^|[._-])values(?:[._-][^/]*)?\.ya?ml(?:\.gotmpl)?$/i;
const valuesFolder = /(?:^|\/)(?:helm[-_])?values\/(?:[^/]+\/)?[^/]+\.ya?ml(?:\.gotmpl)?$/i;

/** True for the names that values of charts go by: `values.yaml`, `prod-values.yml`, `values/prod.yaml`, `values.yaml.gotmpl`. */
export function isValuesPath(path: RepoPath): boolean {
  if (path.startsWith('.github/') || /(?:^|\/)templates\//.test(path)) return false;
  return valuesName.test(nameOf(path)) || valuesFolder.test(path);
}

/** The defaults of a chart, which stand beside its Chart.yaml. */
export function isDefaultValues(path: RepoPath): boolean {
  return /(?:^|\/)values\.ya?ml$/.test(path);
}

export function isChartPath(path: RepoPath): boolean {
  return /(?:^|\/)Chart\.ya?ml$/.test(path);
}

/** Only declarations of templates and texts that are shown, no objects. */
export function isTemplateLibraryPath(path: RepoPath): boolean {
  return /(?:^|\/)templates\/.*\.tpl$/.test(path);
}

/** The environment that values are for, by the name of their file or of the two folders above it. */
export function environmentOf(path: RepoPath): string | undefined {
  const folders = path.split('/').slice(-3, -1).reverse();
  const name = nameOf(path).replace(/\.ya?ml(?:\.gotmpl)?$/i, '');
  return [name, ...folders].map(environmentIn).find((environment) => environment !== undefined);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** True if a path lies in a folder, however deep. */
export function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
