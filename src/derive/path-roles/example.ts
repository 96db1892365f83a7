import { describeFolder, type PathParts, tellingFolders } from './parts.ts';

const folders =
  /^(?:(?:examples?|samples?|demos?|tutorials?|cookbooks?|playgrounds?|quick-?starts?|workshops?|notebooks)|(?:example|sample|demo)[-_].+|cookiecutter.*|\.devcontainer)$/;

/** Only at the top or among documents; deeper it is a word of the product. */
const asideFolders = /^(?:(?:docs?|documentation)\/)?(?:sandbox|archived?|deprecated|attic)\//;

const names =
  /\.(?:example|sample|dist|disabled|bak|backup|old|orig|off)$|\.(?:example|sample)\.[^.]+$|[-_](?:example|sample)\.(?:ya?ml|json|toml|env|tf|tfvars|ini|conf|txt|md)$|\.ipynb$/;

const templateFolders = /(?:^|\/)templates?\/.*\.(?:md|mdx|markdown|rst|adoc)$/;
const templateNames = /(?:^|[-_. ])template\.(?:md|mdx|markdown|rst|adoc|txt)$/;

/** Why a path is shown to be copied: examples, notebooks, templates of projects and of documents, and what is put aside. */
export function findExample(parts: PathParts): string | undefined {
  const { path, name } = parts;
  if (path.includes('{{') || path.includes('{%')) return 'its path is a template';
  if (names.test(name)) return 'its name says that it is an example, a notebook or put aside';
  if (asideFolders.test(path)) return 'it lies in a folder for what is put aside';
  const folder = tellingFolders(parts).find((name) => folders.test(name));
  if (folder !== undefined) return describeFolder(folder, 'holds examples');
  if (path.startsWith('.github/'))
    return path.startsWith('.github/workflow-templates/') ? 'it is offered to other repositories' : undefined;
  return templateFolders.test(path) || templateNames.test(name) ? 'it is a template of a document' : undefined;
}
