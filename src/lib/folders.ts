/** The top of the checkout in the words of a script. */
export const topOfCheckout = '${GITHUB_WORKSPACE}';

/** Words that a runner or a shell replaces by the top of the checkout. */
const top =
  /^(?:\$\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR|BUILD_SOURCESDIRECTORY|WORKSPACE)\}?|\$\{\{\s*github\.workspace\s*\}\}|\$\(git rev-parse --show-toplevel\))(?=\/|$)/;
const here = /^(?:\$\{?(?:PWD|CURDIR)\}?|\$\(pwd\))(?=\/|$)/;

/**
 * A path seen from a folder of the repository, both from its top ('' is the top). One that leaves the repository, or
 * that nobody knows (`$DIR`), stays as it is written and names no folder here.
 */
export function joinFolder(base: string, relative: string): string {
  const fromTop = top.test(relative);
  const path = relative.replace(top, '').replace(here, '.');
  if (!fromTop && /^[/~$]/.test(path)) return path;
  const segments = fromTop || base === '' ? [] : base.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

/** The folder of a path, '' for one at the top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
