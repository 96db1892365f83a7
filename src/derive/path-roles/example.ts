import { type PathParts, tellingFolders } from './parts.ts';

const folders =
  /^(?:(?:examples?|samples?|demos?|tutorials?|cookbooks?|playgrounds?|quick-?starts?|workshops?|notebooks)|(?:example|sample|demo)[-_].+|cookiecutter.*|\.devcontainer)$/;

/** Only at the top or among documents; deeper it is a word of the product. */
const asideFolders = /^(?:(?:docs?|documentation)\/)?(?:sandbox|archived?|deprecated|attic)\//;

const names =
  /\.(?:example|sample|dist|disabled|bak|backup|old|orig|off)$|\.(?:example|sample)\.[^.]+$|[-_](?:example|sample)\.(?:ya?ml|json|toml|env|tf|tfvars|ini|conf|txt|md)$|\.ipynb$/;

const templateFolders = /(?:^|\/)templates?\/.*\.(?:md|mdx|markdown|rst|adoc)$/;
const templateNames = /(?:^|[-_. ])template\.(?:md|mdx|markdown|rst|adoc|txt)$/;

/** Shown to be copied: examples, notebooks, templates of projects and of documents, and what is put aside. */
export function isExample(parts: PathParts): boolean {
  const { path, name } = parts;
  if (path.includes('{{') || path.includes('{%') || names.test(name) || asideFolders.test(path)) return true;
  if (tellingFolders(parts).some((folder) => folders.test(folder))) return true;
  if (path.startsWith('.github/')) return path.startsWith('.github/workflow-templates/');
  return templateFolders.test(path) || templateNames.test(name);
}
