import type { RepoPath } from '../../model/location.ts';

const imageFile = /(?:^|\/)(?:[^/]+\.)?(?:dockerfile|containerfile)(?:[._-][^/]*)?$/i;
const otherFile =
  /\.(?:dockerignore|containerignore|md|txt|sh|py|[cm]?[jt]sx?|go|java|rb|ya?ml|json|toml|j2|jinja2?|tmpl|tpl|erb)$/i;

/** True for the names that the description of an image goes by: `Dockerfile`, `Dockerfile.gpu`, `api.Dockerfile`, `Containerfile`. */
export function isImageFilePath(path: RepoPath): boolean {
  return imageFile.test(path) && !otherFile.test(path);
}
