import type { RepoPath } from '../model/location.ts';

/** Folders that people keep templates in. */
const folders =
  /(?:^|\/)(?:infra|infrastructure|iac|arm|bicep|azure|\.azure|aws|cloudformation|cfn|sam|cloud|deploy|deployment|deployments|provision|provisioning|ops|devops|stacks?|templates?|modules|resources|parameters|assets)\//i;

const names =
  /(?:^|[._-])(?:template|stack|cloudformation|cfn|sam|azuredeploy|maintemplate|deploy|parameters|params|infra|abbreviations)(?:[._-]|$)/i;

/** Whether a JSON file may declare infrastructure, by its path: most JSON is data, and reading all of it takes long. */
export function mayHoldTemplate(path: RepoPath): boolean {
  if (!path.endsWith('.json') || path.endsWith('package.json')) return false;
  return folders.test(path) || names.test(path.slice(path.lastIndexOf('/') + 1));
}
