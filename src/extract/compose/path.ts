import type { RepoPath } from '../../model/location.ts';

const composeName = /(?:^|[/._-])compose(?:[._-][^/]*)?\.ya?ml$/i;

/** True for the names that compose files go by: `compose.yaml`, `docker-compose.override.yml`, `test-docker-compose.yml`. */
export function isComposePath(path: RepoPath): boolean {
  return composeName.test(path) && !path.startsWith('.github/workflows/');
}
