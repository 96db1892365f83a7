import type { RepoPath } from '../../model/location.ts';

/** A path in lower case, as names are compared. */
export type PathParts = {
  readonly path: string;
  readonly folders: readonly string[];
  readonly name: string;
  /** As it is written: some names tell by a capital. */
  readonly writtenName: string;
  /** Without the dot; empty if there is none. */
  readonly extension: string;
};

const environmentParents =
  /^(?:env|envs|environments?|overlays|stages|clusters|inventor(?:y|ies)|live|accounts|variables|tfvars|config|configs|settings|values)$/;
const infrastructure =
  /^(?:infra|infrastructure|terraform|terragrunt|tf|iac|bicep|cloudformation|deploy|deployments?|k8s|kubernetes|helm|kustomize|manifests)$/;
const declarations = new Set(['tf', 'tfvars', 'hcl', 'bicep', 'bicepparam', 'yaml', 'yml', 'json', 'env']);

export function readPath(path: RepoPath): PathParts {
  const lower = path.toLowerCase();
  const segments = lower.split('/');
  const name = segments.at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  return {
    path: lower,
    folders: tellingSegments(segments.slice(0, -1)),
    name,
    writtenName: path.slice(path.lastIndexOf('/') + 1),
    extension: dot < 1 ? '' : name.slice(dot + 1),
  };
}

/** A rule of roles in words, with the folder of the path that it is about. */
export function describeFolder(found: string | undefined, meaning: string): string | undefined {
  return found === undefined ? undefined : `the folder ${found} ${meaning}`;
}

/** Below `src/main/java` folders are packages, whose names (`com/company/samples`) tell nothing. */
function tellingSegments(folders: readonly string[]): readonly string[] {
  const language = folders.findIndex(
    (folder, index) =>
      /^(?:java|kotlin|scala|groovy|resources)$/.test(folder) &&
      folders[index - 1] === 'main' &&
      folders[index - 2] === 'src',
  );
  return language === -1 ? folders : folders.slice(0, language + 1);
}

/**
 * The folders that can tell what a file is for. One that is called for an environment (`envs/test`, `terraform/demo`)
 * is left out: what is deployed there is the product.
 */
export function tellingFolders({ folders, extension }: PathParts): readonly string[] {
  return folders.filter((folder, index) => {
    if (!/^(?:test|demo|sandbox|sample)$/.test(folder)) return true;
    const parent = folders[index - 1] ?? '';
    return !environmentParents.test(parent) && !(infrastructure.test(parent) && declarations.has(extension));
  });
}
