import { describeFolder, type PathParts, tellingFolders } from './parts.ts';

const folders =
  /^(?:tests?|__tests?__|specs?|(?:__)?fixtures(?:__)?|test[-_]?(?:data|utils|support|helpers|fixtures|resources|files|cases|assets)|e2e|(?:__)?mocks?(?:__)?|__snapshots__|cypress|(?:unit|integration|functional|acceptance|system|smoke|load|contract|regression|e2e|api|ui|playwright|browser)[-_]?tests?)$/;

const code = '(?:[cm]?[jt]sx?|vue|svelte|py|rb|php|go|java|kt|scala|cs|swift|rs|dart|exs|bicep)';

/** Names by which test runners find tests. Some languages mark them by a capital. */
const names = new RegExp(
  `^test_.*\\.py$|^tests?\\.py$|^conftest\\.py$|[._-](?:test|tests|spec)\\.${code}$|\\.tftest\\.(?:hcl|json)$|^(?:docker-)?compose[._-](?:tests?|e2e|ci)\\b|^(?:test|e2e)-(?:docker-)?compose\\b`,
);
const capitalNames = /(?:Tests?|TestCase|IT)\.(?:java|kt|scala|cs)$/;

/** Values with which a chart is tried out: https://github.com/helm/chart-testing */
const chartTrials = /(?:^|\/)ci\/[^/]*values\.ya?ml$/;

/** Why a path is one of tests. `evals` and `evaluation` are no tests of code: they are how the product is judged. */
export function findTest(parts: PathParts): string | undefined {
  if (names.test(parts.name) || capitalNames.test(parts.writtenName)) return 'its name is one by which tests are found';
  if (chartTrials.test(parts.path)) return 'a chart is tried out with it';
  const folder = tellingFolders(parts).find((name) => folders.test(name));
  return describeFolder(folder, 'holds tests');
}
