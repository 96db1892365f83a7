import type { RepoPath } from '../../model/location.ts';

/** True for the names that Kustomize looks for in a folder. */
export function isKustomizePath(path: RepoPath): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

/** True for the version of an object that Kustomize reads itself; a cluster knows other objects of the same kind. */
export function isKustomizeVersion(version: string): boolean {
  return /^kustomize\.config\.k8s\.io\//.test(version);
}
