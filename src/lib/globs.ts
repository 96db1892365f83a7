/** The folder that a path filter points into: `services/a/**` → `services/a`. */
export function literalPrefix(filter: string): string {
  const segments = filter.replace(/^\.\//, '').split('/');
  const end = segments.findIndex((segment) => /[*?[{]/.test(segment));
  return (end === -1 ? segments : segments.slice(0, end)).join('/');
}
