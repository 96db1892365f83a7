import { readRoutes } from './read-routes.ts';
import type { Route } from './route.ts';
import { writeRoutes } from './write-routes.ts';

export const routes: readonly Route[] = [...readRoutes, ...writeRoutes];

/** The route of a request, with what its path says. A `{ref}` and a `{path}` may hold slashes. */
export function findRoute(method: string, path: string) {
  for (const route of routes) {
    const [verb, template = ''] = route.operation.split(' ');
    if (verb !== method) continue;
    const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'ref' || name === 'branch' || name === 'path' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
    );
    const groups = new RegExp(`^${pattern}$`).exec(path)?.groups;
    if (groups === undefined && path !== template) continue;
    const decoded = Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { route, parameters: Object.fromEntries(decoded) };
  }
  return undefined;
}
