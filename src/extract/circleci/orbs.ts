import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { textAt } from '../pipeline/look-up.ts';

/**
 * A job or command by its full name: `namespace/orb/command@version` where the file says which orb an alias stands for.
 * Format: https://circleci.com/docs/orb-concepts/
 */
export function describeOrb(name: string, root: YamlNode): string {
  const [alias = '', ...rest] = name.split('/');
  const orb = rest.length === 0 ? undefined : textAt(root, 'orbs', alias);
  if (orb === undefined) return name;
  const [path = '', version] = orb.split('@');
  return [path, ...rest].join('/') + (version === undefined ? '' : `@${version}`);
}
