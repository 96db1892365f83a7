import type { DependencyFact } from '../../model/fact.ts';

export type Scope = DependencyFact['scope'];

const devWords = new Set(
  'dev develop development test tests testing doc docs lint linting linters ci typing types format style local coverage cov qa notebook notebooks example examples benchmark benchmarks'.split(
    ' ',
  ),
);

const mainGroups = new Set(['main', 'prod', 'production', 'default']);

/** True for what developers call things that no user runs: `requirements-dev`, `test`, `lint`. */
export function hasDevName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => devWords.has(word));
}

/** An extra is for whom wants it, a group for developers unless it says that it is the product's. */
export function extraScope(name: string): Scope {
  return hasDevName(name) ? 'dev' : 'optional';
}

export function groupScope(name: string): Scope {
  return mainGroups.has(name.toLowerCase()) ? 'product' : 'dev';
}
